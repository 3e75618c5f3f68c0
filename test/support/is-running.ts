import { readFileSync } from 'node:fs';

/**
 * Whether there is such a process that runs. One that has ended and that its parent has not waited for is gone, too, where /proc
 * shows it: in a container, no one may ever wait for it.
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return false;
    // There is no /proc, or the process has just gone: the next look says which.
    if (code === 'ENOENT' && syscall === 'open') return true;
    throw error;
  }
}
