import type { ChildProcess } from 'node:child_process';

/**
 * Asks a running process, started with `detached` where there are groups, to end, and with it all processes that it
 * started. Does nothing if it has ended.
 */
export function endRunningGroup(leader: ChildProcess): void {
  const { pid, exitCode, signalCode } = leader;
  // After its end the system may have given its id to another process.
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  if (process.platform === 'win32') {
    leader.kill();
    return;
  }
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    // Of children that end at the same time, Node collects all before it reports the first: this one may be gone though
    // it has no exit code yet. (macOS says EPERM.)
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
