import { tmpdir } from 'node:os';
import process from 'node:process';

import { neutraliseLogText } from '../shared/log-line.ts';
import type { Clock, Env, Random } from '../shared/ports.ts';
import { systemClock } from './clock.ts';
import { listenForStop } from './stop-signal.ts';

/** The outside of the command line, as ports. */
export interface Terminal {
  readonly args: readonly string[];
  readonly env: Env;
  /** Absolute path of the current directory. */
  readonly directory: string;
  /** Absolute path of the system's folder for temporary files. */
  readonly temp: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Whether the standard output shows colors. */
  readonly isColored: boolean;
  /** Aborted by Ctrl+C. */
  readonly stop: AbortSignal;
  /** Prints lines to the standard output. */
  readonly print: (text: string) => void;
  /** Prints lines to the standard error. */
  readonly complain: (text: string) => void;
}

export function createTerminal(): Terminal {
  const { env, stdout, stderr } = process;
  return {
    args: process.argv.slice(2),
    env,
    directory: process.cwd(),
    temp: tmpdir(),
    clock: systemClock,
    random: Math.random,
    isColored: decideColors(env, stdout.isTTY),
    stop: listenForStop(process),
    print: (text) => {
      stdout.write(`${text}\n`);
    },
    complain: (text) => {
      stderr.write(`${neutraliseLogText(text)}\n`);
    },
  };
}

/** `NO_COLOR` (https://no-color.org) wins over `FORCE_COLOR`; otherwise only a terminal gets colors. Pure. */
export function decideColors(env: Env, isTerminal: boolean): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'] ?? '';
  if (forced !== '') return forced !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}
