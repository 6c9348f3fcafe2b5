/** What a clock sends in tests: content whose words are countable. It reads nothing and is quick to load. */
import type { Content, Summary, SummaryContent } from '../../jobs/content.ts';
import type { Message } from '../../src/messages/message.ts';

export const TEAM = 'T0LOCALDESK';
export const CHANNEL = 'C0DESKUS001';

export function at(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

/** A message of one line. */
export function line(text: string): Message {
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text } }] as const;
  return { text, blocks, charts: [], numbers: [], asOf: '2024-01-22' };
}

export interface FakeContent extends Content {
  measured: number;
  written: number;
}

/** Content whose words are countable: a lead and `replies` replies. */
export function fakeContent(replies = 2): FakeContent {
  const content: FakeContent = {
    measured: 0,
    written: 0,
    summaries: {
      morning: kind('morning'),
      weekly: kind('weekly'),
      'fed-before': kind('before'),
      'fed-after': kind('after'),
    },
    alerts: {
      measure: () => Promise.resolve({}),
      evaluate: ({ state = null }) => ({ state, because: 'never' }),
      bundle: (events) => line(`${events.length} alerts: ${events.map(({ message }) => message.text).join('; ')}`),
    },
  };
  function kind(name: string): SummaryContent {
    return {
      measure() {
        content.measured += 1;
        return Promise.resolve({});
      },
      write(_facts, _audience, seen): Summary {
        content.written += 1;
        const since = seen === undefined ? 'first' : `since ${seen.day}`;
        return {
          lead: line(`${name} lead, ${since}`),
          replies: Array.from({ length: replies }, (_, index) => line(`${name} reply ${index + 1}`)),
          snapshot: { told: name },
        };
      },
    };
  }
  return content;
}
