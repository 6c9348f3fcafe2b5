/** The only reader of process.env: a frozen Config, or every problem at once, by setting name and never by value. */
import { z } from 'zod';
import { CapwatchError } from './errors.ts';

const token = (prefix: string) => z.string().startsWith(prefix, `must start with ${prefix}`).optional();

/** A key without blanks, which are a slip of the hand and would be sent on. */
const key = z.string().regex(/^\S+$/, 'must not contain blanks').optional();

/** "yahoo, fmp" → ids; which of them exist is checked where the sources are known. */
function idList(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((id) => id !== '');
}

const Settings = z.object({
  SLACK_BOT_TOKEN: token('xoxb-'),
  SLACK_APP_TOKEN: token('xapp-'),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  CAPWATCH_DATA_DIR: z.string().optional(),
  CAPWATCH_LIVE: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  CAPWATCH_SOURCES_OFF: z.string().default('').transform(idList),
  CAPWATCH_FRED_KEY: key,
  CAPWATCH_EODHD_KEY: key,
  CAPWATCH_FMP_KEY: key,
  CAPWATCH_TIINGO_KEY: key,
  CAPWATCH_STORE: z.string().default('.capwatch/capwatch.db'),
  CAPWATCH_PRICES_PUBLISHER: z.string().max(40, 'must be at most 40 characters').default('Yahoo Finance'),
  CAPWATCH_THEME: z.enum(['light', 'dark'], { error: 'must be light or dark' }).default('light'),
  CAPWATCH_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .default('info'),
  QUICKCHART_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
});

/** The names of every setting, for .env.example and its law. */
export const SETTING_NAMES = Object.keys(Settings.shape);

export interface Config {
  readonly slack: { readonly botToken?: string; readonly appToken?: string; readonly apiUrl?: string };
  /** A desk's own data folder; without one the bundled sample is replayed and labelled. */
  readonly dataDir?: string;
  /** Today's market from live sources; a data folder stays first choice. */
  readonly live: boolean;
  /** Ids of sources that are never asked. */
  readonly sourcesOff: readonly string[];
  /** Keys of sources that need one. */
  readonly keys: Readonly<Partial<Record<'fred' | 'eodhd' | 'fmp' | 'tiingo', string>>>;
  /** The file that keeps calls, surveys and their log; created when missing. */
  readonly storePath: string;
  readonly pricesPublisher: string;
  readonly theme: 'light' | 'dark';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly quickChartUrl?: string;
}

/**
 * Settings from `environment` (an empty value counts as unset).
 * @throws CapwatchError `not_configured` listing every bad setting by name.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, environment[name] || undefined]));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new CapwatchError('not_configured', `These settings need attention:\n${problems.join('\n')}`);
  }
  const settings = parsed.data;
  return Object.freeze({
    slack: Object.freeze({
      ...(settings.SLACK_BOT_TOKEN && { botToken: settings.SLACK_BOT_TOKEN }),
      ...(settings.SLACK_APP_TOKEN && { appToken: settings.SLACK_APP_TOKEN }),
      ...(settings.SLACK_API_URL && { apiUrl: settings.SLACK_API_URL }),
    }),
    ...(settings.CAPWATCH_DATA_DIR && { dataDir: settings.CAPWATCH_DATA_DIR }),
    live: settings.CAPWATCH_LIVE === 'on',
    sourcesOff: settings.CAPWATCH_SOURCES_OFF,
    keys: sourceKeys(settings),
    storePath: settings.CAPWATCH_STORE,
    pricesPublisher: settings.CAPWATCH_PRICES_PUBLISHER,
    theme: settings.CAPWATCH_THEME,
    logLevel: settings.CAPWATCH_LOG_LEVEL,
    ...(settings.QUICKCHART_URL && { quickChartUrl: settings.QUICKCHART_URL }),
  });
}

function sourceKeys(settings: z.infer<typeof Settings>): Config['keys'] {
  return Object.freeze({
    ...(settings.CAPWATCH_FRED_KEY && { fred: settings.CAPWATCH_FRED_KEY }),
    ...(settings.CAPWATCH_EODHD_KEY && { eodhd: settings.CAPWATCH_EODHD_KEY }),
    ...(settings.CAPWATCH_FMP_KEY && { fmp: settings.CAPWATCH_FMP_KEY }),
    ...(settings.CAPWATCH_TIINGO_KEY && { tiingo: settings.CAPWATCH_TIINGO_KEY }),
  });
}
