import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

describe('createLog', () => {
  it('writes one JSON line with static message and fields, at or above its level', () => {
    const lines: string[] = [];
    const log = createLog('warn', (line) => lines.push(line));

    log.info('not this');
    log.warn('provider failed', { source: 'Yahoo Finance' });

    expect(lines).toEqual(['{"level":"warn","message":"provider failed","source":"Yahoo Finance"}\n']);
  });

  it('blanks Slack tokens wherever they stand, errors and their causes included', () => {
    const lines: string[] = [];
    const log = createLog('debug', (line) => lines.push(line));

    log.error('failed', { error: new Error('bad xoxb-123-CANARY', { cause: new Error('xapp-1-CANARY') }) });

    expect(lines.join()).toContain('bad xoxb-');
    expect(lines.join()).not.toContain('CANARY');
  });
});
