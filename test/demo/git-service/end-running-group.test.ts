import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

import { endRunningGroup } from '../../../demo/git-service/end-running-group.ts';
import { isRunning } from '../../support/is-running.ts';

/** For `true` to end. */
const LONG_MS = 10_000;

const options = { detached: true, stdio: 'ignore' } as const;

test('a process and what it started are asked to end', async () => {
  const shell = spawn('sh', ['-c', 'sleep 60 & echo; wait'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // The pipe closes when the last of the group has ended.
  const closed = once(shell, 'close');
  await once(shell.stdout, 'data');

  endRunningGroup(shell);

  expect(await closed).toEqual([null, 'SIGTERM']);
});

test('one that has ended and is not reported yet is left alone', async () => {
  const first = spawn('true', options);
  const second = spawn('true', options);
  // No end is reported before this test awaits something, so both are reported together.
  const endMs = performance.now() + LONG_MS;
  while ([first, second].some(({ pid = 0 }) => isRunning(pid))) expect(performance.now()).toBeLessThan(endMs);
  const reported = Promise.withResolvers<{ exitCode: number | null; thrown: unknown }>();
  first.once('exit', () => {
    let thrown: unknown;
    try {
      endRunningGroup(second);
    } catch (error) {
      thrown = error;
    }
    reported.resolve({ exitCode: second.exitCode, thrown });
  });
  const ended = once(second, 'exit');

  expect(await reported.promise).toEqual({ exitCode: null, thrown: undefined });
  expect(await ended).toEqual([0, null]);
});
