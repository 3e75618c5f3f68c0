import { createOtherRunWait } from './wait-for-other-runs.ts';
import { takeOverJobs, type Collected } from './take-over-jobs.ts';
import { locksOf } from '../../deliver/branch/tip-facts.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { copyFile } from '../../download/copy-file.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { withSpendingOf } from '../../lock/spending.ts';
import { listPhases } from '../../lock/recorded-phases.ts';
import { limitToApproved } from '../../jobs/budget/limit-to-approved.ts';
import { shareLimits, type Share } from '../../jobs/budget/share-limits.ts';
import { RunStopped } from '../../jobs/stop-reason.ts';
import type { JobChange } from '../../jobs/types.ts';
import type { OtherBranches } from '../adopt/other-branches.ts';
import { createClaimsUntilTurn } from './claims-until-turn.ts';
import { flushBeforeCancel } from './flush-before-cancel.ts';
import { nameDestination } from '../ledger/name-destination.ts';
import type { OpenedLedger } from '../ledger/open-ledger.ts';
import { findLimits, openBudget } from '../../jobs/budget/open-budget.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { Prices } from '../../plan/review/estimate-cost.ts';
import { listPriced } from '../../plan/review/seen-costs.ts';
import { paceOf } from '../../plan/shards/pace.ts';
import type { Plan, PlannedEdit } from '../../plan/types.ts';
import { createQueueClient } from '../../queue/create-queue-client.ts';
import type { BudgetLimits } from '../../spec/types.ts';
import type { ReferenceForms } from '../../references/types.ts';
import { makeSendable, uploadBytes } from '../../references/make-sendable.ts';
import type { RunWatch } from '../ledger/run-watch.ts';
import type { Deadline } from '../../shared/deadline.ts';
import { outlastShortage } from '../../shared/shortage.ts';
import type { Problem } from '../../shared/problem.ts';
import type { World } from '../../runner/world.ts';

interface Work {
  readonly plan: Plan;
  readonly forms: ReferenceForms;
  /** The spec's own. */
  readonly budget: BudgetLimits;
  readonly share: Share;
  /** The service's prices of models, as far as it was asked about them. */
  readonly prices: Prices;
  readonly watch: RunWatch;
  readonly inputs: ActionInputs;
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Undefined if the run delivers to no branch. */
  readonly branch: OpenedBranch | undefined;
  /** The branch beneath it, if there is one. */
  readonly base: OpenedBranch | undefined;
  readonly others: OtherBranches;
  readonly ledger: OpenedLedger;
  readonly deadline: Deadline;
  readonly onChange: (change: JobChange) => void;
}

/** How the edits ended. */
export interface MadeEdits {
  readonly edits: readonly EditOutcome[];
  /** Why the run as a whole may send nothing; undefined if it may. */
  readonly refusal: Problem | undefined;
}

/**
 * How long after the run's deadline others must not take its claims for dead: a submit that left at the last moment may
 * take 2 minutes, the post step has five, and clocks differ.
 */
const CLAIM_MARGIN_MS = 15 * 60_000;

/**
 * However many jobs run at once, no more claims than twice this are open ahead of their submits (`runEdits` asks for no
 * more than that): a lost machine leaves them unknown.
 */
const MOST_AHEAD = 8;

/** The paid part of a run: opens the connections to the service and to its outputs, and makes the planned edits. */
export async function makeEdits(
  work: Work,
  world: Pick<World, 'clock' | 'random' | 'log' | 'env' | 'resolveHost' | 'stop' | 'temp'>,
): Promise<MadeEdits> {
  const { plan, forms, inputs, folder, branch, base, others, ledger, watch, deadline } = work;
  const claimant = {
    ledger: ledger.handle,
    step: ledger.thisStep,
    destination: nameDestination(inputs),
    clock: world.clock,
    overAtMs: world.clock.now() + deadline.leftMs() + CLAIM_MARGIN_MS,
  };
  await takeOverJobs(plan.edits.flatMap(listCollected), claimant);
  await using client = createQueueClient({ apiUrl: inputs.apiUrl, token: inputs.apiToken, ...world });
  using queue = flushBeforeCancel(client, ledger.handle, world);

  const recorded = withSpendingOf(branch?.recorded, base?.recorded);
  const whole = findLimits(work.budget, inputs, recorded, world.clock.now());
  const limits = shareLimits(whole, work.share);
  const money = await openBudget(withoutOthers(plan, work.share), limits, queue, world.log, deadline.signal, {
    prices: work.prices,
    earlier: listPriced(branch?.recorded, base?.recorded),
  });
  const jobs = await loadJobs();
  await using downloader = jobs.createDownloader({ folder, outputHosts: inputs.outputHosts, ...world });
  await using unchanged = jobs.createUnchangedOutputs({ branch, others, queue, temp: world.temp });
  const stopped = AbortSignal.abort(new RunStopped('the service refused the API token'));
  const runDeadline = money.kind === 'unauthorized' ? { ...deadline, signal: stopped } : deadline;

  const { signal } = runDeadline;
  const readDelivered = jobs.createDeliveredReader(branch, world, signal);
  const earlierPhases = listPhases(locksOf(branch, base), new Set(plan.edits.map(({ model }) => model)));
  const pace = paceOf(inputs.shard);
  const turns =
    pace === undefined
      ? undefined
      : createClaimsUntilTurn(pace.everyMs, inputs.maxParallel, earlierPhases, world.clock);
  const claims = jobs.createRunClaims(plan.edits, {
    ...claimant,
    aheadOf: inputs.maxParallel === 'auto' ? MOST_AHEAD : Math.min(inputs.maxParallel, MOST_AHEAD),
    waitForOtherRun: createOtherRunWait({ ...world, ledger, watch, signal, readDelivered }),
    readDelivered,
    ...(turns !== undefined && { untilNextTurn: () => turns.count() }),
  });
  const edits = await jobs.runEdits(plan, {
    queue,
    claims,
    keepsRecord: ledger.keepsRecord(),
    budget: limitToApproved(money.budget, work.share, inputs.shard),
    unsent: inputs.shard?.kind === 'merge' ? 'pending' : 'skipped',
    onTimeout: inputs.onTimeout,
    files: {
      uploadBytes: (edit, needed) =>
        needed.reduce((sum, each) => sum + jobs.unchangedBytes(each), uploadBytes(edit, forms)),
      makeSendable: async (edit, outputUrls) =>
        await outlastShortage(async () => await makeSendable(edit, forms, outputUrls), {
          ...world,
          signal,
        }),
      unchangedOutput: async (...call) => await unchanged.open(...call),
      copy: async (file, output) => await copyFile(file, folder, output),
      download: async (...call) => await downloader.download(...call),
      takesUnknownFiles: !inputs.deliver.includes('branch'),
    },
    clock: world.clock,
    log: world.log,
    earlierPhases,
    maxParallel: inputs.maxParallel,
    deadline: runDeadline,
    onChange: (change) => {
      turns?.observe(change);
      work.onChange(change);
    },
  });
  await claims.releaseUnused();
  return { edits, refusal: money.kind === 'within' ? undefined : money.refusal };
}

/** Nothing of this is needed before the service said what it takes. The name makes the bundler load it together. */
async function loadJobs() {
  return {
    ...(await import(/* webpackChunkName: "jobs" */ '../../download/create-downloader.ts')),
    ...(await import(/* webpackChunkName: "jobs" */ './create-run-claims.ts')),
    ...(await import(/* webpackChunkName: "jobs" */ './read-delivered.ts')),
    ...(await import(/* webpackChunkName: "jobs" */ './unchanged-outputs.ts')),
    ...(await import(/* webpackChunkName: "jobs" */ '../../jobs/schedule/run-edits.ts')),
  };
}

/** The plan as far as this run pays for it: what other jobs were to send is none of its budget. */
function withoutOthers(plan: Plan, { maySend }: Share): Plan {
  if (maySend === undefined) return plan;
  return {
    ...plan,
    edits: plan.edits.filter(({ id, action }) => action.kind !== 'submit' || maySend.has(id)),
  };
}

function listCollected(edit: PlannedEdit): readonly Collected[] {
  return edit.action.kind === 'collect' ? [[edit, edit.action.entry]] : [];
}
