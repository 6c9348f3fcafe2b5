/** The only reader of process.env: a frozen Config, or every problem at once, by setting name and never by value. */
import { z } from 'zod';
import { CapwatchError } from './errors.ts';

const token = (prefix: string) => z.string().startsWith(prefix, `must start with ${prefix}`).optional();

const Settings = z.object({
  SLACK_BOT_TOKEN: token('xoxb-'),
  SLACK_APP_TOKEN: token('xapp-'),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  CAPWATCH_DATA_DIR: z.string().optional(),
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
    storePath: settings.CAPWATCH_STORE,
    pricesPublisher: settings.CAPWATCH_PRICES_PUBLISHER,
    theme: settings.CAPWATCH_THEME,
    logLevel: settings.CAPWATCH_LOG_LEVEL,
    ...(settings.QUICKCHART_URL && { quickChartUrl: settings.QUICKCHART_URL }),
  });
}
