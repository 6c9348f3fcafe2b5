import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardMessage } from '../../src/slack/question-event.ts';
import { eventBody } from '../support/question-rig.ts';

const WE = { team: 'T0LOCALDESK', botUserId: 'U0CAPWATCH0' };

function words(text: string): string | undefined {
  return heardMessage(eventBody('event-reply', { text }), WE)?.words;
}

describe('heardMessage', () => {
  it('reads a reply in a thread and a mention', () => {
    expect(heardMessage(eventBody('event-reply'), WE)).toEqual({
      team: 'T0LOCALDESK',
      event_id: 'Ev0REPLY00001',
      channel: 'C0DESKUS001',
      ts: '1705965000.000200',
      thread_ts: '1705964400.000100',
      user: 'U0LOCALUSER',
      words: 'how far behind is it ytd?',
      ...{ mentioned: false, direct: false, toOthers: false },
    });
    expect(heardMessage(eventBody('event-mention'), WE)).toMatchObject({ mentioned: true, words: 'what is the gap?' });
  });

  it.each([
    ['<@U0CAPWATCH0>: gap?', 'gap?'],
    ['<@U0CAPWATCH0|capwatch> gap?', 'gap?'],
    ['r2k &lt; s&amp;p &amp;lt; 5%', 'r2k < s&p &lt; 5%'],
    ['see <https://example.com/a|this note> and <https://example.com/b>', 'see this note and https://example.com/b'],
    ['<!channel> gap? <!subteam^S0DESK|@desk>', 'gap?'],
    ['<@U0SOMEBODY1|tom> said 7% in <#C0DESKUS001|desk-us>', '@tom said 7% in #desk-us'],
    ['  \n gap?  ', 'gap?'],
  ])('reads %s as it was typed', (text, typed) => {
    expect(words(text)).toBe(typed);
  });

  it('knows what is said to somebody else', () => {
    const to = (text: string) => heardMessage(eventBody('event-reply', { text }), WE)?.toOthers;
    expect([to('<@U0SOMEBODY1> gap?'), to('<@U0CAPWATCH0> tell <@U0SOMEBODY1> the gap'), to('gap?')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is silent on a bare mention, and cuts a very long text', () => {
    expect(words('<@U0CAPWATCH0>')).toBeUndefined();
    expect(words('gap? '.repeat(8000))).toHaveLength(2000);
  });

  it('never throws, whatever comes, and never hears what has no workspace of ours', () => {
    const recorded = eventBody('event-reply');
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        ...Object.fromEntries(
          Object.entries(recorded).map(([key, value]) => [key, fc.oneof(fc.constant(value), fc.anything())]),
        ),
      }),
      fc
        .dictionary(fc.constantFrom(...Object.keys(recorded.event)), fc.anything())
        .map((event) => ({ ...recorded, event: { ...recorded.event, ...event } })),
    );
    fc.assert(
      fc.property(anything, (body) => {
        const heard = heardMessage(body, WE);
        expect(heard === undefined || heard.team === WE.team).toBe(true);
      }),
      { numRuns: 3000, seed: 58 },
    );
    expect(heardMessage({ ...recorded, team_id: 'T0THEIRS001', context_team_id: undefined }, WE)).toBeUndefined();
  });

  it('keeps hostile and unusual text as text: no control of ours is in it', () => {
    const nasty = [
      '\u202egap\u202c?',
      'ga\u200bp?',
      '\u0000gap?',
      '\ud800gap?',
      '５％?',
      'İgap?',
      `g${'\u0301'.repeat(1000)}?`,
    ];
    for (const text of nasty) expect(words(text)).toBe(text.trim());
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect((words(text) ?? '').length).toBeLessThanOrEqual(2000);
      }),
      { numRuns: 2000, seed: 59 },
    );
  });
});
