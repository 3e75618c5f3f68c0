import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

import type { BranchStage } from '../support/branch-stage.ts';
import { submitsOf } from '../support/stage.ts';
import type { Instant } from './plan-instant.ts';

const LOOK_MS = 3;

/** Waits for an instant in the life of a process; false if that ended before. Counts from the call on. */
export async function waitForInstant(
  { after, count, plusMs }: Instant,
  child: ChildProcess,
  stage: BranchStage,
): Promise<boolean> {
  const measure = createMeasure(after, stage);
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  while (isAlive() && measure() < count) await delay(LOOK_MS);
  if (isAlive() && plusMs > 0) await delay(plusMs);
  return isAlive();
}

function createMeasure(after: Instant['after'], { emulator, git }: BranchStage): () => number {
  const measure = (): number => {
    switch (after) {
      case 'start':
        return 0;
      case 'submits':
        return submitsOf(emulator.requests).length;
      case 'requests':
        return emulator.requests.length;
      case 'git':
        return git.requests.length;
    }
  };
  const before = measure();
  return () => measure() - before;
}
