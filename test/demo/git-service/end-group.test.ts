import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { endGroup } from '../../../demo/git-service/end-group.ts';

const options = { detached: true, stdio: 'ignore' } as const;

test('a process and what it started are asked to end', async () => {
  const shell = spawn('sh', ['-c', 'sleep 60 & echo; wait'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // The pipe closes when the last of the group has ended.
  const closed = once(shell, 'close');
  await once(shell.stdout, 'data');

  endGroup(shell);

  expect(await closed).toEqual([null, 'SIGTERM']);
});

test('one that has ended and is not reported yet is left alone', async () => {
  const first = spawn('true', options);
  const second = spawn('true', options);
  // No end is reported before this test awaits something, so both are reported together.
  while (![first, second].every(({ pid }) => hasEnded(pid))) continue;
  const reported = Promise.withResolvers<{ exitCode: number | null; thrown: unknown }>();
  first.once('exit', () => {
    let thrown: unknown;
    try {
      endGroup(second);
    } catch (error) {
      thrown = error;
    }
    reported.resolve({ exitCode: second.exitCode, thrown });
  });
  const ended = once(second, 'exit');

  expect(await reported.promise).toEqual({ exitCode: null, thrown: undefined });
  expect(await ended).toEqual([0, null]);
});

/** Whether a child has ended, reported or not. */
function hasEnded(pid = 0): boolean {
  return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
