/** `/fedodds help`: the whole grammar on one page. Pure. */
import { context, section } from './blocks.ts';
import type { Message } from './message.ts';

const LINES = [
  '*Meeting*  the next one by default · `march` · `march 2025` · `20 march` · `2024-03-20`',
  '*One meeting*  `history` · `shift` · `why` · `sensitivity` · `explain`',
  '*All meetings*  `table` · `stack` · `path` · `calibration` · `smallcaps`',
  '*Days*  `asof 2024-01-19` · `vs 2023-12-22` · `csv` for the file',
];

/** What can be typed after `/fedodds`, by example. */
export function fedOddsHelpMessage(): Message {
  return {
    text: '/fedodds [MEETING or MONTH] [VIEW] [asof DATE] [vs DATE]. Example: /fedodds march why asof 2024-01-22.',
    blocks: [
      section('*`/fedodds [MEETING|MONTH] [VIEW] [asof DATE] [vs DATE]`*, in any order'),
      section(...LINES),
      context('Example: `/fedodds march why asof 2024-01-22`'),
    ],
    charts: [],
    numbers: [],
    asOf: '',
  };
}
