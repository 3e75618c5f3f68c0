import { runGit, commitByOther } from '../support/bare-repository.ts';
import { createChaosStage, type ChaosStage } from './chaos-stage.ts';
import { matchFingerprints, type AttemptRecord, type Evidence } from './evidence.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { judgeBranch, judgeReferences } from './judge-branch.ts';
import { judgeEnds } from './judge-end.ts';
import { judgeKept } from './judge-kept.ts';
import { judgePayments } from './judge-payments.ts';
import { judgeRequests, tellEndings } from './judge-requests.ts';
import { judgeObjects, judgeSecrets } from './judge-secrets.ts';
import { NO_FAULTS } from './plan-faults.ts';
import { planCalmAttempt, planRun, type Attempt } from './plan-run.ts';
import { readRepository } from './read-repository.ts';
import { runMachine, type RunIdentity } from './run-machine.ts';

/** How a story ended. */
export interface SeedResult {
  readonly seed: number;
  /** A sentence for each fault, with the attempt after which it was found. */
  readonly faults: readonly string[];
  readonly attempts: readonly AttemptRecord[];
  readonly evidence: Evidence;
}

/** In peace, so many attempts bring anything to its end. */
const CALM_ATTEMPTS = 5;

/** Tells a whole story: attempts that meet trouble, then peace until all is made. Judges it after each attempt. */
export async function runSeed(seed: number, action?: string): Promise<SeedResult> {
  const plan = planRun(seed);
  await using chaos = await createChaosStage(plan, action);
  const { stage } = chaos;
  const directory = plan.inputs['branch-directory'] ?? '';
  const attempts: AttemptRecord[] = [];
  const faults: string[] = [];
  const hashes = new Map<string, string>();
  let evidence: Evidence = { attempts, jobs: [], submits: [], requests: [], keys: new Map() };

  const make = async (attempt: Attempt): Promise<AttemptRecord> => {
    if (attempt.othersPush)
      await commitByOther(stage.repository, { [`notes/${attempts.length}.txt`]: 'A note' });
    const before = await readRepository(stage.repository, directory);
    chaos.setFaults(attempt.faults);
    const startedAtMs = Date.now();
    const machines = await runMachines(attempt, attempts.length, chaos);
    chaos.setFaults(NO_FAULTS);
    const after = await readRepository(stage.repository, directory);
    const record = { attempt, startedAtMs, machines, before, after };
    attempts.push(record);
    evidence = await gatherEvidence(stage, attempts, hashes);
    const found = [
      ...matchFingerprints(attempts).faults,
      ...[judgePayments, judgeKept, judgeBranch, judgeReferences, judgeEnds].flatMap((judge) =>
        judge(evidence),
      ),
      ...judgeRequests(evidence, stage),
      ...judgeSecrets(record, stage),
    ];
    faults.push(...found.map((fault) => `attempt ${attempts.length} (${tellEndings(record)}): ${fault}`));
    return record;
  };
  for (const attempt of plan.attempts) if (faults.length === 0) await make(attempt);

  let isUnclear = false;
  let isDone = false;
  for (let number = 0; number < CALM_ATTEMPTS && !isDone && faults.length === 0; number += 1) {
    const { machines } = await make(planCalmAttempt(plan.lastSpec, isUnclear ? 'resubmit' : 'hold'));
    const [machine] = machines;
    isUnclear = machine?.results?.edits.some(({ state }) => state === 'unknown') ?? false;
    isDone = machine?.main.result.exitCode === 0;
  }
  if (faults.length === 0) {
    if (!isDone) faults.push(`not done after ${CALM_ATTEMPTS} attempts in peace`);
    else faults.push(...(await judgeNothingLeft(make, plan.lastSpec, () => evidence.submits.length)));
    faults.push(...(await judgeObjects(stage)));
    await runGit(stage.repository, ['fsck', '--full', '--strict']);
  }
  return { seed, faults, attempts, evidence };
}

/** One run more has nothing to do. */
async function judgeNothingLeft(
  make: (attempt: Attempt) => Promise<AttemptRecord>,
  spec: Attempt['spec'],
  countSubmits: () => number,
): Promise<readonly string[]> {
  const before = countSubmits();
  const { machines, ...states } = await make(planCalmAttempt(spec, 'hold'));
  const outcome = machines[0]?.main.result.outputs['outcome'];
  return [
    ...(outcome === 'unchanged' ? [] : [`when all is made, the outcome is ${String(outcome)}`]),
    ...(countSubmits() === before ? [] : ['when all is made, something is sent']),
    ...(states.after.tip === states.before.tip ? [] : ['when all is made, there is a new commit']),
  ];
}

async function runMachines(
  attempt: Attempt,
  number: number,
  chaos: ChaosStage,
): Promise<AttemptRecord['machines']> {
  const { stage, runs, pictures } = chaos;
  return await Promise.all(
    attempt.endings.map(async (ending, index) => {
      const identity = nextRun(attempt, number * 2 + index, runs);
      const { runId } = identity;
      runs.set(runId, { attempt: identity.attempt, isOver: false });
      const machine = await runMachine(attempt, ending, identity, pictures, stage);
      runs.set(runId, { attempt: identity.attempt, isOver: true });
      return machine;
    }),
  );
}

function nextRun(attempt: Attempt, number: number, runs: ChaosStage['runs']): RunIdentity {
  const [id, last] = [...runs].at(-1) ?? [];
  if (attempt.isRerun && id !== undefined && last !== undefined)
    return { runId: id, attempt: last.attempt + 1 };
  return { runId: String(4711 + number), attempt: 1 };
}
