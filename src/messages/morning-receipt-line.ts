/** The receipt line of the morning lead: one line for several sources, each named by what it gave. Pure. */
import type { Day } from '../calendar/day.ts';
import { closeTime } from '../calendar/nyse.ts';
import type { MorningView } from '../metrics/morning.ts';
import { isMeasured, type ReceiptSource } from '../metrics/receipt.ts';
import { fullDate, sessionDate } from './format.ts';
import { staleChips } from './morning-missing.ts';
import { isSample, publishers } from './receipt-line.ts';

/** True when any figure shown comes from the generated sample. */
export function isSampleView(view: MorningView): boolean {
  return isSample([...leadSources(view), ...(view.fed ? [view.fed.day.futures.source] : [])]);
}

/** "*Close* Mon 22 Jan 2024, 16:00 ET · price return, base 29 Dec 2023 · CME settlements, Yahoo Finance". */
export function leadReceiptLine(view: MorningView): string {
  const { facts } = view;
  const { session } = facts;
  const base = baseDay(view);
  const sources = leadSources(view);
  const parts = [
    `${isSampleView(view) ? '*SAMPLE DATA* ' : '*Close* '}${sessionDate(session)}, ${closeTime(session)} ET`,
    ...(base ? [`price return, base ${fullDate(base)}`] : []),
    sourceNames(view, sources),
    ...staleChips(view),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function baseDay({ gap }: MorningView): Day | undefined {
  const figure = gap?.now.subject;
  return figure && isMeasured(figure) ? figure.inputs.find(({ name }) => name === 'close(base)')?.date : undefined;
}

/** Futures by the kind of their prices, then the others by publisher. */
function sourceNames(view: MorningView, sources: readonly ReceiptSource[]): string {
  const { fed } = view;
  const kind = fed?.lastTrades ? 'last trades †' : 'settlements';
  const futures = fed && view.lines.some(({ kind: one }) => one === 'fed') ? [futuresName(view, kind)] : [];
  return [...futures, ...publishers(sources)].filter((name) => name !== '').join(', ');
}

/** "CME settlements"; a sample or a broker goes by its own name. */
function futuresName({ fed }: MorningView, kind: string): string {
  const source = fed?.day.futures.source;
  if (!source || source.sample) return '';
  return `${source.publisher.replace(/ prices$/, '')} ${kind}`;
}

/** Of the lines shown: closes first, yields last; futures are named by kind. */
function leadSources({ lines }: MorningView): readonly ReceiptSource[] {
  const gaps = lines.flatMap((line) =>
    line.kind === 'gap' && isMeasured(line.item.now.gap) ? line.item.now.gap.sources : [],
  );
  const records = lines.flatMap((line) => (line.kind === 'record' ? [line.item.benchmark.series.source] : []));
  const yields = lines.flatMap((line) => (line.kind === 'yield' ? line.item.level.sources : []));
  return [...gaps, ...records, ...yields];
}
