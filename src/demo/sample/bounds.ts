/** What the published anchors mean for the days between them: a record stays the record, a low stays the low. */
import type { Day } from '../../calendar/day.ts';

/** From `from` to `to`, the days in `except` aside, closes and ranges stay strictly inside these levels. */
export interface Bound {
  readonly from: Day;
  readonly to: Day;
  readonly except?: readonly Day[];
  readonly closeAbove?: number;
  readonly closeBelow?: number;
  readonly lowAbove?: number;
  readonly highBelow?: number;
  readonly because: string;
}

const FIRST: Day = '2018-12-31';
const LAST: Day = '2024-01-22';

export const BOUNDS = {
  RUT: [
    {
      from: FIRST,
      to: LAST,
      except: ['2021-11-08'],
      closeBelow: 2442.74,
      highBelow: 2458.86,
      because: 'the record close and the record high are those of 8 November 2021',
    },
    {
      from: FIRST,
      to: '2020-11-12',
      closeBelow: 1740.75,
      because: 'the record close of 31 August 2018 stood until 13 November 2020',
    },
    {
      from: '2020-02-21',
      to: '2020-11-06',
      closeBelow: 1692.57,
      highBelow: 1698.16,
      because: 'the fall of 2020 was not made good before November',
    },
    {
      from: FIRST,
      to: LAST,
      except: ['2020-03-18'],
      closeAbove: 991.16,
      lowAbove: 966.22,
      because: 'no close since 2018 is below that of 18 March 2020',
    },
    {
      from: '2021-01-01',
      to: '2023-10-26',
      except: ['2022-06-16'],
      closeAbove: 1649.84,
      lowAbove: 1636.94,
      because: 'the lowest close between 2021 and October 2023 is that of 16 June 2022',
    },
    {
      from: '2022-10-27',
      to: LAST,
      except: ['2023-10-27'],
      closeAbove: 1636.94,
      lowAbove: 1633.67,
      because: 'the 52-week low is that of 27 October 2023, on closes and on lows',
    },
    {
      from: '2022-12-14',
      to: '2023-12-18',
      except: ['2023-07-31', '2023-12-14', '2023-12-15'],
      closeBelow: 2003.18,
      highBelow: 2008.66,
      because: 'the recovery is complete on highs on 14 December 2023 and on closes on 19 December',
    },
    {
      from: '2023-12-19',
      to: LAST,
      except: ['2023-12-27'],
      closeBelow: 2066.21,
      highBelow: 2071.78,
      because: 'the highs of December 2023 are those of the 27th',
    },
  ],
  GSPC: [
    {
      from: FIRST,
      to: '2020-08-17',
      except: ['2020-02-19'],
      closeBelow: 3386.15,
      because: 'the record of 19 February 2020 stood until 18 August 2020',
    },
    {
      from: FIRST,
      to: LAST,
      except: ['2020-03-23'],
      closeAbove: 2237.4,
      lowAbove: 2191.86,
      because: 'the lows of 23 March 2020 were not seen again',
    },
    {
      from: '2022-01-01',
      to: LAST,
      except: ['2022-10-12'],
      closeAbove: 3577.03,
      because: 'the low of the bear market is the close of 12 October 2022',
    },
    {
      from: FIRST,
      to: '2024-01-18',
      except: ['2022-01-03', '2022-01-04'],
      closeBelow: 4796.56,
      highBelow: 4818.62,
      because: 'the records of 3 and 4 January 2022 stood until 19 January 2024',
    },
    {
      from: '2022-01-04',
      to: '2022-01-04',
      closeBelow: 4796.56,
      because: 'the record high of 4 January 2022 came without a record close',
    },
  ],
  XLK: [
    {
      from: FIRST,
      to: '2024-01-17',
      closeBelow: 97.83,
      highBelow: 97.92,
      because: 'the close of 18 January 2024 was a record',
    },
  ],
} as const satisfies Record<string, readonly Bound[]>;
