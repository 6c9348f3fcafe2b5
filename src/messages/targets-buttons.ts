/** The buttons under answers about calls, with the line each carries. Pure. */
import type { Button } from '@slack/types';
import { lastSession, type PriceSeries } from '../metrics/series.ts';
import { BUTTONS, button } from './blocks.ts';

export const ADD_BUTTON = button('target_add', 'Add target', {
  label: 'Open the form to add a target',
  value: '/targets add',
});

/** Share, Receipts, Add target and Score, under a table of calls. */
export function targetButtons(command: string, series: PriceSeries): Button[] {
  const label = 'Show how past calls did';
  const value = `/targets ${indexWord(series.symbol)} score asof ${lastSession(series)}`;
  return [
    BUTTONS.share(command),
    BUTTONS.receipts(command),
    ADD_BUTTON,
    button('target_score', 'Score', { label, value }),
  ];
}

/** What a person types for an index. */
export function indexWord(symbol: string): string {
  return symbol === 'RUT' ? 'russell' : 'spx';
}
