import type { ChildProcess } from 'node:child_process';

import { commitByOther } from '../support/bare-repository.ts';
import type { ChaosStage } from './chaos-stage.ts';
import { waitForInstant } from './end-process.ts';
import type { AttemptRecord } from './evidence.ts';
import { NO_FAULTS } from './plan-faults.ts';
import type { Attempt, ChaosPlan } from './plan-run.ts';
import { ASSETS } from './places.ts';
import { readArtifact } from './read-artifacts.ts';
import { readBranchAt } from './read-branch.ts';
import { readRepository } from './read-repository.ts';
import { reviewBranches } from './review-branches.ts';
import { runMachine, type MachineRun, type RunIdentity } from './run-machine.ts';
import { twistEnvironment } from './step-environment.ts';
import { tamperBranch, type Tampered } from './tamper-branch.ts';

/** Runs one attempt, and looks at what is there before and after it. `number` counts the attempts before. */
export async function runAttempt(
  attempt: Attempt,
  number: number,
  lost: ReadonlySet<string>,
  plan: ChaosPlan,
  chaos: ChaosStage,
): Promise<AttemptRecord> {
  const { repository, artifacts } = chaos.stage;
  const directory = plan.inputs['branch-directory'] ?? '';
  const { own, ofOthers } = attempt.place ?? ASSETS;
  if (attempt.review !== undefined) await reviewBranches(repository, attempt.review, chaos.github);
  if (attempt.othersPush) await commitByOther(repository, { [`notes/${number}.txt`]: 'A note' }, ofOthers);
  const before = await readRepository(repository, directory, own);
  const stored = artifacts.artifacts.length;
  chaos.setLater(attempt.twist.laterMs);
  chaos.setFaults(attempt.faults, lost);
  const startedAtMs = Date.now();
  const { machines, tampered } = await runMachines(attempt, number, directory, chaos);
  chaos.setFaults(NO_FAULTS);
  const after = await readRepository(repository, directory, own);
  const delivered = await Promise.all(artifacts.artifacts.slice(stored).map(readArtifact));
  const reported = machines.map(async ({ main }) => {
    const commit = main.result.outputs['commit-sha'] ?? '';
    return commit === '' ? undefined : await readBranchAt(repository, directory, commit);
  });
  return {
    ...{ attempt, startedAtMs, machines, before, after },
    reported: await Promise.all(reported),
    artifacts: delivered.flat(),
    ...(tampered !== undefined && { tampered }),
  };
}

async function runMachines(
  attempt: Attempt,
  number: number,
  directory: string,
  { stage, runs, pictures }: ChaosStage,
): Promise<{ readonly machines: readonly MachineRun[]; readonly tampered: Tampered | undefined }> {
  const { twist } = attempt;
  const { tampering } = twist;
  let tampered: Promise<Tampered | undefined> = Promise.resolve(undefined);
  const tamperWith = async (child: ChildProcess): Promise<Tampered | undefined> => {
    if (tampering === undefined || !(await waitForInstant(tampering.at, child, stage))) return undefined;
    return await tamperBranch(stage.repository, directory, tampering.how);
  };
  const machines = await Promise.all(
    attempt.endings.map(async (ending, index) => {
      const identity = nextRun(attempt, number * 2 + index, runs);
      const { runId } = identity;
      runs.set(runId, { attempt: identity.attempt, isOver: false });
      const machine = await runMachine(attempt, ending, identity, pictures, stage, {
        env: twistEnvironment(twist, index),
        onSpawn: (child) => {
          if (index !== 0) return;
          tampered = tamperWith(child);
          tampered.catch(() => undefined); // awaited below
        },
      });
      runs.set(runId, { attempt: identity.attempt, isOver: true });
      return machine;
    }),
  );
  return { machines, tampered: await tampered };
}

function nextRun(attempt: Attempt, number: number, runs: ChaosStage['runs']): RunIdentity {
  const [id, last] = [...runs].at(-1) ?? [];
  if (attempt.isRerun && id !== undefined && last !== undefined)
    return { runId: id, attempt: last.attempt + 1 };
  return { runId: String(4711 + number), attempt: 1 };
}
