import { describe, expect, it } from 'vitest';
import { actionIn } from '../../src/questions/actions.ts';
import type { ActionKind, Question } from '../../src/questions/question.ts';

const NONE = { last: undefined, post: undefined };
const EMPTY = { figures: [], chart: false, bearish: false, fromHigh: false };
const ASKED: Question = { kind: 'alert', slots: { ...EMPTY, wish: { words: 'gap ytd below -8' } } };
const BEGUN: Question = { kind: 'add-call', slots: { ...EMPTY, wish: { words: 'jefferies r2k 2400' } } };
const POST = { team: 'T', channel: 'C', ts: '1', kind: 'alert', command: '', asOf: '2024-01-22', numbers: [] } as const;

const TEXTS: Readonly<Record<ActionKind, readonly string[]>> = {
  alert: [
    'ping me if the gap goes past 8 points',
    'can you shoot me a msg if it narrows to 2pp',
    'give me a shout when the gap hits -8',
    'holler if it blows out past 8',
    'text me once the gap is inside 2 points',
    'wake me if smalls are more than 10 points behind',
    'flag when lag > 800bps',
    'buzz us if r2k trails by 9',
    'keep me posted if the gap goes through -6.5',
    'if the gap gets to half a point ping me',
    'when gap north of 5 give me a heads up',
    'tell me if it drops below a third',
    'let the desk know once the ytd gap exceeds ten percentage points',
    'set an alert on cuts by december below 5',
    'alert march cut odds > 60',
    'i want to know when small caps take the lead',
    'tell me when goldman changes',
    'notify us of new calls',
    '<!channel> ping me if the gap goes past 8 points',
  ],
  'alert-list': ['list my alerts', 'what alerts do we have', 'which alerts are set here?', 'show me all active alerts'],
  'alert-why': [
    'why didnt it fire',
    'why did the alert fire?',
    'why wasn’t I pinged on friday',
    'how come it did not trigger',
  ],
  'alert-snooze': [
    'snooze that for 2 days',
    'mute this until monday',
    'pause the alert',
    'silence it for a week',
    'unmute',
    'resume the alert',
  ],
  'alert-edit': ['change the alert to -9', 'raise the threshold to 10', 'set alert 7 to -9'],
  'alert-stop': [
    'stop pinging me',
    'cancel',
    'stop',
    'turn off the alerts',
    'dont ping me again',
    'kill that alert',
    'cancel alert 7',
    'never mind',
  ],
  'add-call': [
    'add: jefferies r2k 2400 year end',
    'please log ubs spx 5150 12m',
    'new call: citi s&p 5,200 eoy',
    'pencil in goldman 2300',
  ],
  'change-call': [
    '<!channel> delete all targets',
    'set goldman target to 9999',
    'withdraw goldmans call',
    'change the fundstrat target to 2500',
    'remove the oppenheimer target',
    'update goldman to 2300',
    'edit call 12',
    'wipe the ledger',
    'change the s&p close on friday to 5000',
  ],
  subscribe: [
    'subscribe this channel',
    'unsubscribe',
    'post this here every morning at 7',
    'stop the morning summary',
    'subscribe us to the weekly wrap',
  ],
};

describe('texts that ask for something to be done', () => {
  for (const [kind, texts] of Object.entries(TEXTS)) {
    it.each(texts)(`%s is ${kind}`, (text) => {
      expect(actionIn(text, NONE)).toEqual({ kind, amends: false });
    });
  }

  it.each([
    'whats the gap',
    'tell me how far behind small caps are',
    'tell me when the last record was',
    'let me know what the gap is',
    'but the odds alert said otherwise',
    'what is the alert on',
    'change in march odds over a week',
    'change since friday',
    'drop in odds since december',
    'new target from goldman?',
    'record high?',
    'add nasdaq to the chart',
    'add the s&p',
    'pause in march?',
    'raise or cut?',
    'show me every cut since 2000',
    'lower target than goldman?',
    'any new calls',
  ])('%s asks, and asks for nothing to be done', (text) => {
    expect(actionIn(text, NONE)).toBeUndefined();
  });

  it.each([
    '> ping me if the gap passes 8\nhow far behind are small caps',
    '&gt; delete all targets\nwhat is that',
    '`delete all targets`',
    'what does “delete all targets” do',
    '"ping me if the gap passes 8" what does that do',
  ])('%s only quotes an action', (text) => {
    expect(actionIn(text, NONE)).toBeUndefined();
  });

  it('a line that begins with a sign is a level, no quotation', () => {
    expect(actionIn('> 60%', { ...NONE, last: ASKED })).toEqual({ kind: 'alert', amends: true });
  });
});

describe('words after an alert was asked for', () => {
  it.each([
    'make it 10',
    'only once',
    'mtd instead',
    'no, 6',
    'under 2 instead',
    'and for june',
    'until 30 june 2024',
    '60%',
    'yes',
    'do it',
  ])('%s changes or confirms it', (text) => {
    expect(actionIn(text, { ...NONE, last: ASKED })).toEqual({ kind: 'alert', amends: true });
  });

  it.each(['cancel', 'never mind', 'no thanks', 'nvm', 'forget it', 'dont bother'])('%s drops it', (text) => {
    expect(actionIn(text, { ...NONE, last: ASKED })).toEqual({ kind: 'alert-stop', amends: true });
  });

  it.each(['what is the gap now', 'how far off the highs', 'why', 'what about june?', 'thanks'])(
    '%s is another matter',
    (text) => {
      expect(actionIn(text, { ...NONE, last: ASKED })).toBeUndefined();
    },
  );

  it('a level alone changes the alert whose post it stands under, and nothing elsewhere', () => {
    expect(actionIn('make it 10', { last: undefined, post: POST })).toEqual({ kind: 'alert-edit', amends: false });
    expect(actionIn('make it 10', NONE)).toBeUndefined();
  });
});

describe('words after a call lacked a part', () => {
  it.each(['https://jefferies.com/note', 'source: https://jefferies.com/note', 'year end', '12 months', 'by 2026'])(
    '%s completes it',
    (text) => {
      expect(actionIn(text, { ...NONE, last: BEGUN })).toEqual({ kind: 'add-call', amends: true });
    },
  );
});
