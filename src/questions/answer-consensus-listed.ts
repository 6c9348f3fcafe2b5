/** Answers a consensus that too few firms share: the standing calls by the day they are due. Words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, plain } from '../messages/format.ts';
import { joined, shortFirm } from '../messages/targets-words.ts';
import { isStanding } from '../metrics/call-status.ts';
import { firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { callLevel } from '../metrics/calls-level.ts';
import { FEWEST_FIRMS } from '../metrics/consensus.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { lastSession } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts } from './desk.ts';
import { horizonYear } from './horizon-asked.ts';
import { COMMAND_INDEX, countOf, NAMES, type Street } from './street.ts';

/** No horizon has three firms: each horizon with its firms and levels. */
export function listedAnswer(asking: Asking, { series, index, states }: Street, out: readonly string[]): AnswerDraft {
  const year = horizonYear(asking);
  const standing = states.filter((state) => isStanding(state, asking.session));
  const by = [...Map.groupBy(standing, ({ call }) => horizonDay(call))].sort(([a], [b]) => (a < b ? -1 : 1));
  const firms = countOf('consensus.firms', {
    value: new Set(standing.map(({ call }) => firmKey(call.firm))).size,
    asOf: asking.session,
  });
  const needed = countOf('consensus.needed', { value: FEWEST_FIRMS, asOf: asking.session });
  const { rows, levels } = rowsOf(by.slice(0, 9), series);
  const due = year === undefined || by.some(([day]) => day.startsWith(`${year}`));
  const ofYear = year === undefined ? '' : ` for ${year}`;
  return draft({
    lead:
      rows.length === 0
        ? `No consensus on the ${NAMES[index]}: no call stands.`
        : `No consensus on the ${NAMES[index]}${ofYear}: ${due ? `no horizon has ${needed.value} firms` : 'no standing call is due then'}.`,
    lines:
      rows.length === 0
        ? []
        : [
            `*${counted(firms.value, 'firm')}* with standing calls${out.length > 0 ? `, without ${joined(out)}` : ''}, on ${counted(by.length, 'horizon')}`,
          ],
    ...(rows.length > 0 && { rows: [['Due', 'Firm', 'Level'], ...rows] }),
    basis: 'a consensus takes one horizon; 12-month and year-end calls are not mixed',
    asOf: asOfWords(asking, lastSession(series)),
    source: 'calls from the pages named in the ledger',
    caveat: 'levels from stated returns are derived',
    numbers: receipts(
      firms,
      needed,
      countOf('consensus.horizons', { value: by.length, asOf: asking.session }),
      ...levels,
    ),
    session: lastSession(series),
    settings: [...out, ofYear],
    command: `/targets ${COMMAND_INDEX[index]} asof ${asking.session}`,
  });
}

function rowsOf(by: readonly (readonly [string, Street['states']])[], series: Street['series']) {
  const levels: Receipt[] = [];
  const rows = by.map(([day, group]) => {
    const own = group.map(({ call }) => callLevel(call, series)).filter(isMeasured);
    levels.push(...own);
    const names = [...new Set(group.map(({ call }) => shortFirm(call.firm)))];
    return [fullDate(day), names.join(', ').slice(0, 24), own.map(({ value }) => plain(Number(value))).join(', ')];
  });
  return { rows, levels };
}
