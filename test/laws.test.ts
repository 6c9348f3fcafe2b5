/** The house rules that a machine can check: which floor may import what, and that every list tells the same story. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../commands/index.ts';
import { SETTING_NAMES } from '../src/config.ts';
import { HELP_LINES } from '../src/messages/help.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('node_modules'));
}

const SOURCES = ['src', 'commands', 'jobs'].flatMap((folder) => filesBelow(folder, '.ts'));

/** The first row whose prefix fits a file is its floor; it may import itself and what the row lists, nothing else. */
const FLOORS: readonly (readonly [string, readonly string[]])[] = [
  ['src/errors.ts', []],
  ['src/log.ts', []],
  ['src/calendar/', ['src/errors.ts']],
  ['src/metrics/', ['src/calendar/', 'src/errors.ts']],
  ['src/http.ts', ['src/errors.ts']],
  ['src/messages/format.ts', ['src/calendar/']],
  ['src/messages/words.ts', ['src/calendar/', 'src/metrics/', 'src/messages/format.ts']],
  [
    'src/charts/',
    ['src/calendar/', 'src/metrics/', 'src/errors.ts', 'src/messages/format.ts', 'src/messages/words.ts'],
  ],
  ['src/messages/', ['src/calendar/', 'src/metrics/', 'src/charts/', 'src/errors.ts', '@slack/types']],
  [
    'src/slack/',
    [
      'src/calendar/',
      'src/metrics/',
      'src/charts/',
      'src/messages/',
      'src/errors.ts',
      'src/log.ts',
      'src/http.ts',
      '@',
      'node:',
      'chart.js',
      'quickchart-js',
      'undici',
    ],
  ],
  [
    'src/market/',
    ['src/calendar/', 'src/metrics/', 'src/errors.ts', 'src/log.ts', 'src/http.ts', 'node:', 'papaparse', 'zod'],
  ],
  ['src/store/', ['src/calendar/', 'src/metrics/', 'src/errors.ts', 'src/log.ts', 'node:', 'kysely', 'papaparse']],
  ['src/config.ts', ['src/errors.ts', 'zod']],
  ['src/questions/', ['src/calendar/', 'src/metrics/', 'src/charts/', 'src/messages/', 'src/market/', 'src/errors.ts']],
  ['src/publish.ts', ['src/charts/', 'src/messages/', 'src/slack/', 'src/errors.ts', 'src/log.ts']],
  [
    'src/publish-once.ts',
    [
      'src/charts/',
      'src/messages/',
      'src/slack/',
      'src/store/',
      'src/publish.ts',
      'src/errors.ts',
      'src/log.ts',
      '@slack/types',
    ],
  ],
  ['src/capwatch.ts', ['src/']],
  ['commands/', ['src/', 'node:crypto', '@slack/bolt', '@slack/types']],
  ['jobs/', ['src/', 'node-cron']],
  [
    'src/demo/',
    ['src/', 'commands/', 'jobs/', 'node:', 'react', 'slack-blocks-to-jsx', 'ws', 'yaml', '@slack/', 'zod'],
  ],
  ['src/', ['src/', 'commands/', 'jobs/', 'node:', '@slack/']],
];
/** Entries: they may import everything, and nobody imports them. */
const ENTRIES = [
  'src/main.ts',
  'src/show.ts',
  'src/export.ts',
  'src/backup.ts',
  'src/restore.ts',
  'src/doctor.ts',
  'src/bring.ts',
  'src/demo/',
];

function importsOf(path: string): string[] {
  const found = [
    ...read(path).matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gms),
  ];
  const specifiers = found.map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return specifiers.map((specifier) =>
    specifier.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), specifier)) : specifier,
  );
}

describe('floors', () => {
  it.each(SOURCES)('%s imports only what its floor allows', (path) => {
    const [prefix = '', allowed = []] = FLOORS.find(([start]) => path.startsWith(start)) ?? [];

    const forbidden = importsOf(path).filter(
      (imported) => !imported.startsWith(prefix) && !allowed.some((start) => imported.startsWith(start)),
    );

    expect(forbidden).toEqual([]);
  });

  it('nobody imports an entry', () => {
    const importers = SOURCES.filter((path) => !path.startsWith('src/demo/'));

    const broken = importers.filter((path) =>
      importsOf(path).some((imported) => ENTRIES.some((entry) => imported.startsWith(entry))),
    );

    expect(broken).toEqual([]);
  });

  it('commands and jobs never import each other', () => {
    const crossing = SOURCES.filter((path) =>
      importsOf(path).some(
        (imported) =>
          (path.startsWith('jobs/') && imported.startsWith('commands/')) ||
          (path.startsWith('commands/') && imported.startsWith('jobs/')),
      ),
    );

    expect(crossing).toEqual([]);
  });
});

describe('what may be used where', () => {
  const using = (pattern: RegExp) =>
    SOURCES.filter((path) => pattern.test(read(path).replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, '')));

  it('fetch is called in http.ts only', () => {
    expect(using(/(?<![\w.])fetch\(/)).toEqual(['src/http.ts']);
  });

  it('the environment is read in config.ts only', () => {
    expect(using(/process\.env/)).toEqual(['src/config.ts']);
  });

  it('the clock is read where the parts are put together and at entries, and Date nowhere', () => {
    expect(
      using(/Temporal\.Now/).filter(
        (path) => path !== 'src/capwatch.ts' && !ENTRIES.some((entry) => path.startsWith(entry)),
      ),
    ).toEqual([]);
    expect(using(/\bDate\.now|new Date\b/)).toEqual([]);
  });

  it('fractions become percentages in format.ts only', () => {
    const multiplying = SOURCES.filter((path) => path.startsWith('src/messages/') && /\* 100\b/.test(read(path)));

    expect(multiplying).toEqual(['src/messages/format.ts']);
  });

  it('no test replaces a module', () => {
    const mocking = filesBelow('test', '.ts').filter(
      (path) => path !== 'test/laws.test.ts' && /vi\.mock\(/.test(read(path)),
    );

    expect(mocking).toEqual([]);
  });

  it('no file is longer than 250 lines', () => {
    const long = SOURCES.filter((path) => read(path).split('\n').length > 251);

    expect(long).toEqual([]);
  });
});

describe('lists that must agree', () => {
  const names = Object.keys(COMMANDS).sort();

  it('manifest, help and README list exactly the registered commands', () => {
    const manifest = parse(read('manifest.yml')) as { features: { slash_commands: { command: string }[] } };
    const inReadme = [...new Set([...read('README.md').matchAll(/^\| `(\/[a-z]+)/gm)].map((match) => match[1] ?? ''))];

    expect(manifest.features.slash_commands.map(({ command }) => command).sort()).toEqual(names);
    expect([...new Set(HELP_LINES.map(({ command }) => command))].sort()).toEqual(names);
    expect(inReadme.sort()).toEqual(names);
  });

  it('.env.example has exactly the settings of config.ts', () => {
    const inExample = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1] ?? '');

    expect(inExample.sort()).toEqual([...SETTING_NAMES].sort());
  });

  it('every script the README names exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('README.md').matchAll(/npm (?:run (?:--silent )?)?([a-z]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'ci');

    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
