/** Reads the app manifest as Slack would: commands for the composer, scopes and events for the checks. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const ManifestFile = z.object({
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean().default(false) }).default({ home_tab_enabled: false }),
    slash_commands: z
      .array(
        z.object({
          command: z.string(),
          description: z.string(),
          usage_hint: z.string().optional(),
          should_escape: z.boolean().optional(),
        }),
      )
      .default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).default([]) }) }),
  settings: z
    .object({ event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).optional() })
    .optional(),
});

interface SlashCommand {
  /** With its slash. */
  readonly name: string;
  readonly description: string;
  readonly usage: string;
}

export interface Manifest {
  readonly commands: readonly SlashCommand[];
  readonly scopes: readonly string[];
  readonly events: readonly string[];
  readonly homeTab: boolean;
}

/** Commands, bot scopes and subscribed events of a manifest in YAML. @throws when a part Slack needs is missing. */
export function parseManifest(source: string): Manifest {
  const file = ManifestFile.parse(parse(source));
  return {
    commands: file.features.slash_commands.map(({ command, description, usage_hint }) => ({
      name: command,
      description,
      usage: usage_hint ?? '',
    })),
    scopes: file.oauth_config.scopes.bot,
    events: file.settings?.event_subscriptions?.bot_events ?? [],
    homeTab: file.features.app_home.home_tab_enabled,
  };
}

/** The manifest at `path`. */
export function readManifest(path: string): Manifest {
  return parseManifest(readFileSync(path, 'utf8'));
}
