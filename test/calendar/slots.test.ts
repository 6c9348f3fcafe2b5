import { describe, expect, it } from 'vitest';
import { instantAt, isZone, nextSlot, type Plan } from '../../src/calendar/slots.ts';

const at = (text: string) => Temporal.Instant.from(text);
const morning = (zone: string, time = '07:00'): Plan => ({ kind: 'morning', time, zone });

/** The slots that follow one another from `after` on. */
function following(plan: Plan, after: string, count: number, meetings: string[] = []) {
  const found: string[] = [];
  let from = at(after);
  for (let index = 0; index < count; index += 1) {
    const slot = nextSlot(plan, from, meetings);
    if (!slot) break;
    found.push(`${slot.name} ${slot.day} ${slot.due}`);
    from = slot.due;
  }
  return found;
}

describe('nextSlot of a morning', () => {
  // 7:00 is 12:00Z in winter (EST) and 11:00Z in summer (EDT); the United States changed on 10 March 2024.
  it('stays at 07:00 in New York when the clocks go forward', () => {
    expect(following(morning('America/New_York'), '2024-03-07T12:00:00Z', 3)).toEqual([
      'morning 2024-03-08 2024-03-08T12:00:00Z',
      'morning 2024-03-11 2024-03-11T11:00:00Z',
      'morning 2024-03-12 2024-03-12T11:00:00Z',
    ]);
  });

  // … and back on 3 November 2024.
  it('stays at 07:00 in New York when the clocks go back', () => {
    expect(following(morning('America/New_York'), '2024-10-31T12:00:00Z', 2)).toEqual([
      'morning 2024-11-01 2024-11-01T11:00:00Z',
      'morning 2024-11-04 2024-11-04T12:00:00Z',
    ]);
  });

  // London changed on 31 March and 27 October 2024: 07:00 is 07:00Z in winter, 06:00Z in summer.
  it('stays at 07:00 in London both ways', () => {
    expect(following(morning('Europe/London'), '2024-03-28T12:00:00Z', 2)).toEqual([
      'morning 2024-03-29 2024-03-29T07:00:00Z',
      'morning 2024-04-01 2024-04-01T06:00:00Z',
    ]);
    expect(following(morning('Europe/London'), '2024-10-24T12:00:00Z', 2)).toEqual([
      'morning 2024-10-25 2024-10-25T06:00:00Z',
      'morning 2024-10-28 2024-10-28T07:00:00Z',
    ]);
  });

  // Sydney changed on 7 April (to +10) and 6 October 2024 (to +11): 07:00 on a Monday is Sunday 20:00Z or 21:00Z.
  it('stays at 07:00 in Sydney both ways, on Sydney’s own weekdays', () => {
    expect(following(morning('Australia/Sydney'), '2024-04-04T00:00:00Z', 2)).toEqual([
      'morning 2024-04-05 2024-04-04T20:00:00Z',
      'morning 2024-04-08 2024-04-07T21:00:00Z',
    ]);
    expect(following(morning('Australia/Sydney'), '2024-10-03T00:00:00Z', 2)).toEqual([
      'morning 2024-10-04 2024-10-03T21:00:00Z',
      'morning 2024-10-07 2024-10-06T20:00:00Z',
    ]);
  });

  it('comes once a day in a zone without summer time, over New Year and 29 February', () => {
    expect(following(morning('Asia/Kolkata'), '2023-12-29T12:00:00Z', 2)).toEqual([
      'morning 2024-01-01 2024-01-01T01:30:00Z',
      'morning 2024-01-02 2024-01-02T01:30:00Z',
    ]);
    expect(following(morning('UTC'), '2024-02-28T08:00:00Z', 2)).toEqual([
      'morning 2024-02-29 2024-02-29T07:00:00Z',
      'morning 2024-03-01 2024-03-01T07:00:00Z',
    ]);
  });

  it('is strictly later than the instant it is asked from', () => {
    expect(following(morning('UTC'), '2024-01-22T07:00:00Z', 1)).toEqual(['morning 2024-01-23 2024-01-23T07:00:00Z']);
    expect(following(morning('UTC'), '2024-01-22T06:59:59Z', 1)).toEqual(['morning 2024-01-22 2024-01-22T07:00:00Z']);
  });
});

describe('instantAt', () => {
  it('takes a time the clocks jump over as far after the jump, and one that comes twice the first time', () => {
    expect(instantAt('2024-03-10', '02:30', 'America/New_York').toString()).toBe('2024-03-10T07:30:00Z');
    expect(instantAt('2024-11-03', '01:30', 'America/New_York').toString()).toBe('2024-11-03T05:30:00Z');
  });
});

describe('nextSlot of a week', () => {
  it('comes on the evening of the last session, which Good Friday makes a Thursday', () => {
    const plan: Plan = { kind: 'weekly', time: '17:00', zone: 'America/New_York' };
    expect(following(plan, '2024-03-18T12:00:00Z', 3)).toEqual([
      'weekly 2024-03-22 2024-03-22T21:00:00Z',
      'weekly 2024-03-28 2024-03-28T21:00:00Z',
      'weekly 2024-04-05 2024-04-05T21:00:00Z',
    ]);
  });

  it('waits for the close where the wall time comes before it', () => {
    expect(following({ kind: 'weekly', time: '17:00', zone: 'Europe/London' }, '2024-01-22T12:00:00Z', 1)).toEqual([
      'weekly 2024-01-27 2024-01-27T17:00:00Z',
    ]);
    // Friday's close, 21:00Z, is Saturday 08:00 in Sydney.
    expect(following({ kind: 'weekly', time: '07:00', zone: 'Australia/Sydney' }, '2024-01-22T12:00:00Z', 1)).toEqual([
      'weekly 2024-01-28 2024-01-27T20:00:00Z',
    ]);
  });
});

describe('nextSlot of a Fed day', () => {
  const meetings = ['2024-01-31', '2024-03-20'];

  it('comes before and after each decision', () => {
    expect(
      following({ kind: 'fed', time: '07:00', zone: 'America/New_York' }, '2024-01-22T12:00:00Z', 9, meetings),
    ).toEqual([
      'fed-before 2024-01-31 2024-01-31T12:00:00Z',
      'fed-after 2024-01-31 2024-01-31T22:00:00Z',
      'fed-before 2024-03-20 2024-03-20T11:00:00Z',
      'fed-after 2024-03-20 2024-03-20T21:00:00Z',
    ]);
  });

  it('is never after the decision: a Sydney morning is the day before', () => {
    // The decision of 31 January, 19:00Z, is 1 February 06:00 in Sydney.
    expect(
      following({ kind: 'fed', time: '07:00', zone: 'Australia/Sydney' }, '2024-01-22T12:00:00Z', 2, meetings),
    ).toEqual(['fed-before 2024-01-31 2024-01-30T20:00:00Z', 'fed-after 2024-02-01 2024-01-31T22:00:00Z']);
  });

  it('is nothing when no meeting is known', () => {
    expect(nextSlot({ kind: 'fed', time: '07:00', zone: 'UTC' }, at('2024-01-22T12:00:00Z'), [])).toBeUndefined();
  });
});

describe('isZone', () => {
  it.each(['America/New_York', 'UTC', 'Asia/Kolkata'])('knows %s', (zone) => expect(isZone(zone)).toBe(true));
  it.each(['Mars/Olympus', '+02:00', '', 'America/New York', '../etc'])('does not know %s', (zone) => {
    expect(isZone(zone)).toBe(false);
  });
});
