/** What a new question of a thread keeps of the one before when it does not say it anew: meeting, window, call, size. Pure. */
import { fieldOf } from './post-question.ts';
import type { Kind, Question, Slots } from './question.ts';

/** Kinds that speak of the call the answer before was about: "his target", "source?", "when does it expire". */
const OF_CALLS: readonly Kind[] = [
  'target',
  'horizon',
  'source',
  'track-record',
  'ranking',
  'consensus',
  'small-v-large',
];

/** The source of a reading is asked of the month that was just told. */
function monthOf(last: Question | undefined, kind: Kind): Partial<Slots> {
  const { month, meeting, year } = last?.slots ?? {};
  if (kind !== 'source') return {};
  return { ...(month !== undefined && { month }), ...(meeting && { meeting }), ...(year !== undefined && { year }) };
}

/** The call, the firms left out and the survey that a question about the street goes on about. */
function ofStreet(kind: Kind, last: Question | undefined, now: Slots): Partial<Slots> | undefined {
  const { found, without, survey } = last?.slots ?? {};
  const asked = survey ?? (last && fieldOf(last.kind) === 'survey' ? 'survey' : undefined);
  if (asked !== undefined && /^survey|^source$/.test(kind))
    return { ...monthOf(last, kind), ...(now.survey === undefined && { survey: asked }) };
  const same = kind === last?.kind || (kind === 'consensus' && last?.kind === 'ranking');
  const out = same && without && now.without === undefined ? { without } : {};
  if (found && OF_CALLS.includes(kind)) return { found, ...out };
  return kind === 'consensus' && without ? out : undefined;
}

/** Kinds that go on speaking of the size of move named before. */
const SIZED: readonly Kind[] = ['odds-size', 'odds-history', 'odds-at-by'];

/** Another house's figure after odds of a size is of that size; after another dispute it is a new one. */
function keepsSize(kind: Kind, before: Kind): boolean {
  return SIZED.includes(kind) || (kind === 'challenge-odds' && before === 'odds-size');
}

/** What a question of the same field keeps of the one before when it does not say it anew. */
export function inherited(kind: Kind, last: Question | undefined, now: Slots): Partial<Slots> {
  const kept = ofStreet(kind, last, now);
  if (kept) return kept;
  if (!last || (fieldOf(kind) !== fieldOf(last.kind) && kind !== 'source' && kind !== 'alert')) return {};
  const { meeting, month, window, benchmark, firm, index, asOf, span, sizes } = last.slots;
  const field = fieldOf(last.kind);
  const day = asOf !== undefined && !span && now.asOf === undefined ? { asOf } : {};
  if (field === 'fed' && kind !== 'fed-path')
    return now.meeting === undefined
      ? {
          ...day,
          ...(meeting && { meeting }),
          ...(month !== undefined && { month }),
          ...(keepsSize(kind, last.kind) && sizes && { sizes }),
        }
      : day;
  if (kind === 'base' || kind === 'needed')
    return {
      ...day,
      ...(window && { window }),
      ...(benchmark && { benchmark }),
      ...(span && asOf !== undefined && { asOf, span }),
    };
  if (field === 'smallcaps')
    return { ...day, ...(kind === 'after' && last.kind === 'recovery' && { event: 'recovery' as const }) };
  const keeps = kind === 'horizon' || kind === 'source' || kind === 'target' || kind === 'track-record';
  return field === 'targets' && keeps && now.firm === undefined
    ? { ...(firm !== undefined && { firm }), ...(index && { index }) }
    : {};
}
