import { runGit } from '../support/bare-repository.ts';
import { createChaosStage } from './chaos-stage.ts';
import { createDice } from './dice.ts';
import { isPaid, matchFingerprints, type AttemptRecord, type Evidence } from './evidence.ts';
import { gatherEvidence, type KnownOutputs } from './gather-evidence.ts';
import { judgeBranch, judgeReferences } from './judge-branch.ts';
import { judgeEnds } from './judge-end.ts';
import { judgeLostWork } from './judge-lost-work.ts';
import { judgeLost } from './judge-lost.ts';
import { judgePayments } from './judge-payments.ts';
import { judgeMessages } from './judge-messages.ts';
import { judgeRequests, tellEndings } from './judge-requests.ts';
import { judgeGitHub, judgePaidAgain } from './judge-reviewed.ts';
import { judgeObjects, judgeSecrets } from './judge-secrets.ts';
import type { Kind } from './places.ts';
import { atPlace, planReviewed } from './plan-reviewed.ts';
import { planCalmAttempt, planRun, type Attempt } from './plan-run.ts';
import type { RepositoryState } from './read-repository.ts';
import { runAttempt } from './run-attempt.ts';

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

/** Plays a whole story: attempts that meet trouble, then peace until all is made. Judges it after each attempt. */
export async function runSeed(seed: number, kind: Kind, action?: string): Promise<SeedResult> {
  const plan = kind === 'branch' ? planRun(seed) : planReviewed(seed, kind);
  const { isArtifactOnly, lastSpec, lastPlace } = plan;
  await using chaos = await createChaosStage(plan, action);
  const { stage } = chaos;
  const attempts: AttemptRecord[] = [];
  const faults: string[] = [];
  const known: KnownOutputs = { hashes: new Map(), disguises: new Map() };
  const lost = new Set<string>();
  const facts = { lost, isArtifactOnly };
  let evidence = await gatherEvidence(stage, attempts, known, facts);

  const make = async (attempt: Attempt): Promise<AttemptRecord> => {
    const dice = createDice(seed, 'lost', attempts.length);
    for (const { requestId } of evidence.jobs.filter(isPaid))
      if (dice.chance(attempt.twist.lostShare)) lost.add(requestId);
    const record = await runAttempt(attempt, attempts.length, lost, plan, chaos);
    attempts.push(record);
    evidence = await gatherEvidence(stage, attempts, known, facts);
    const found = [
      ...matchFingerprints(attempts).faults,
      ...JUDGES.flatMap((judge) => judge(evidence)),
      ...judgeRequests(evidence, stage),
      ...judgeSecrets(record, stage),
      ...judgeGitHub(chaos.github),
    ];
    faults.push(...found.map((fault) => `attempt ${attempts.length} (${tellEndings(record)}): ${fault}`));
    return record;
  };
  for (const attempt of plan.attempts) if (faults.length === 0) await make(attempt);

  const laterMs = plan.attempts.at(-1)?.twist.laterMs ?? 0;
  const makeCalmly = async (onUnknown: 'hold' | 'resubmit'): Promise<AttemptRecord> =>
    await make(atPlace(planCalmAttempt(lastSpec, onUnknown, laterMs), lastPlace));
  let isUnclear = false;
  let isDone = false;
  for (let number = 0; number < CALM_ATTEMPTS && !isDone && faults.length === 0; number += 1) {
    const { machines } = await makeCalmly(isUnclear ? 'resubmit' : 'hold');
    const [machine] = machines;
    isUnclear = machine?.results?.edits.some(({ state }) => state === 'unknown') ?? false;
    isDone = machine?.main.result.exitCode === 0;
  }
  if (faults.length === 0) {
    if (!isDone) faults.push(`not done after ${CALM_ATTEMPTS} attempts in peace`);
    else if (!isArtifactOnly)
      faults.push(...(await judgeNothingLeft(makeCalmly, () => evidence.submits.length)));
    faults.push(...(await judgeObjects(stage)));
    await runGit(stage.repository, ['fsck', '--full', '--strict']);
  }
  return { seed, faults, attempts, evidence };
}

const JUDGES = [
  judgePayments,
  judgePaidAgain,
  judgeLostWork,
  judgeLost,
  judgeBranch,
  judgeReferences,
  judgeEnds,
  judgeMessages,
];

/** One run more has nothing to do. */
async function judgeNothingLeft(
  makeCalmly: (onUnknown: 'hold') => Promise<AttemptRecord>,
  countSubmits: () => number,
): Promise<readonly string[]> {
  const before = countSubmits();
  const { machines, ...states } = await makeCalmly('hold');
  const outcome = machines[0]?.main.result.outputs['outcome'];
  return [
    ...(outcome === 'unchanged' ? [] : [`when all is made, the outcome is ${String(outcome)}`]),
    ...(countSubmits() === before ? [] : ['when all is made, something is sent']),
    ...(nameTips(states.after) === nameTips(states.before)
      ? []
      : ['when all is made, there is a new commit']),
  ];
}

/** The newest commits of all branches. */
function nameTips({ tip, others }: RepositoryState): string {
  return JSON.stringify([tip, ...[...others].map(([name, branch]) => [name, branch.tip])]);
}
