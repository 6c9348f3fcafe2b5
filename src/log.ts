/** Line logger: one JSON object a line on stderr, static message plus fields. Never interpolated, never a secret. */

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];
const SECRET = /\b(xox[a-z]-|xapp-)[A-Za-z0-9-]+/g;

/** A logger that drops lines below `level` and hands the rest, tokens blanked, to `write`. */
export function createLog(level: LogLevel, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const lowest = LEVELS.indexOf(level);
  const at =
    (name: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (LEVELS.indexOf(name) < lowest) return;
      const line = JSON.stringify({ level: name, message, ...fields }, printable);
      write(`${line.replaceAll(SECRET, '$1…')}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function printable(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
}
