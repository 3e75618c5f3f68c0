import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';

import type { ProcessName } from '../ledger/life/types.ts';

/** This process as others on the same machine know it. */
export interface OwnProcess {
  /** Undefined if the system has no way to tell machines apart. */
  readonly name: ProcessName | undefined;
  /** Whether a process certainly has ended; false for one of another machine, of which nothing is known. */
  isOver(other: ProcessName): boolean;
}

export function findOwnProcess(): OwnProcess {
  const machine = nameMachine();
  return {
    name: machine === undefined ? undefined : { machine, pid: process.pid },
    isOver: (other) => other.machine === machine && !isAlive(other.pid),
  };
}

/** The same only for processes that see each other: of one start of one machine, and of one container. */
function nameMachine(): string | undefined {
  try {
    const start = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    const space = readlinkSync('/proc/self/ns/pid');
    return createHash('sha256').update(`${start} ${space}`).digest('hex').slice(0, 16);
  } catch {
    // No Linux.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
