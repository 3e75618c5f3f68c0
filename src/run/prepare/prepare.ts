import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { AcceptedEntry } from '../../ledger/life/types.ts';
import { describePlan } from '../../plan/describe-plan.ts';
import type { Share } from '../../jobs/budget/share-limits.ts';
import { listToSend } from '../../plan/list-to-send.ts';
import type { PlannedParts } from '../../plan/shards/made-by-parts.ts';
import type { Plan } from '../../plan/types.ts';
import type { ListedEdit } from '../../report/branch-page/order-entries.ts';
import { resolveReferenceForms } from '../../references/reference-forms.ts';
import type { ReferenceForms } from '../../references/types.ts';
import type { BudgetLimits } from '../../spec/types.ts';
import type { World } from '../../runner/world.ts';
import { formatProblem, type Problem, listErrors } from '../../shared/problem.ts';
import { adoptPictures } from '../adopt/adopt-pictures.ts';
import type { OtherBranches } from '../adopt/other-branches.ts';
import type { OpenedLedger } from '../ledger/open-ledger.ts';
import type { RunWatch } from '../ledger/run-watch.ts';
import { checkApproval } from './check-approval.ts';
import { checkDelivery } from './check-delivery.ts';
import { checkModels } from './check-models.ts';
import { checkOrigin } from './check-origin.ts';
import { checkRights } from './check-rights.ts';
import { describeRepository } from './describe-repository.ts';
import { lookAround, type Surroundings } from './look-around.ts';
import { idsOf, judgePlan, planFinished, planWithFlight } from './make-plan.ts';
import { meetLedger } from './meet-ledger.ts';
import { readApprovedPlan } from './read-approved-plan.ts';
import { unlessCutShort, type RefusedRun } from './refused-run.ts';
import { listStillForced, takeShard } from './take-shard.ts';
import { warnOfLostHead } from './warn-of-lost-head.ts';

/** What a run will do, and what it needs for it. Disposing of it closes the branch and the ledger. */
export interface ReadyRun extends AsyncDisposable {
  readonly kind: 'ready';
  readonly plan: Plan;
  readonly forms: ReferenceForms;
  /** Every edit of the spec, also those that this run is not about. */
  readonly specIds: ReadonlySet<string>;
  /** The edits of the spec in its order, also those that this run is not about. */
  readonly specEdits: readonly ListedEdit[];
  /** The spec's own. */
  readonly budget: BudgetLimits;
  /** What this run may send and spend of an approved plan. */
  readonly share: Share;
  /** What other jobs were to do, if this run is the last one of a divided plan. */
  readonly parts: PlannedParts | undefined;
  /** The service's prices of models, as far as it was asked about them. */
  readonly prices: Surroundings['prices'];
  readonly ledger: OpenedLedger;
  readonly watch: RunWatch;
  /** Pictures on the branch that an earlier run could not upload. */
  readonly debts: readonly AcceptedEntry[];
  /** Undefined if the run delivers to no branch. */
  readonly branch: OpenedBranch | undefined;
  /** The branch beneath it, if there is one. */
  readonly base: OpenedBranch | undefined;
  /** The other branches that the plan uses pictures of. */
  readonly others: OtherBranches;
  /** Pictures of other branches that are delivered to the branch: absolute paths by SHA-256. */
  readonly copies: ReadonlyMap<string, string>;
  /** Warnings only. */
  readonly problems: readonly Problem[];
}

/** Everything that is decided before the first paid request. */
export type PreparedRun = RefusedRun | ReadyRun;

/** Looks around, plans, meets the ledger, plans again, and checks what the run needs. Sends nothing that costs. */
export async function prepare(inputs: ActionInputs, world: World, signal: AbortSignal): Promise<PreparedRun> {
  const work = async (): Promise<PreparedRun> => await prepareInTime(inputs, world, signal);
  return await unlessCutShort('Nothing was sent', signal, work);
}

async function prepareInTime(inputs: ActionInputs, world: World, signal: AbortSignal): Promise<PreparedRun> {
  const { clock, log, state } = world;
  const startedMs = clock.monotonicMs();
  const foreign = await checkOrigin(inputs, world, signal);
  signal.throwIfAborted();
  if (foreign !== undefined) return { kind: 'refused', problems: [foreign] };
  await using made = new AsyncDisposableStack();
  const approval = await readApprovedPlan(inputs, world);
  const shard = approval.ok ? takeShard(approval.value, inputs.shard) : approval;
  const ids = shard.ok ? shard.value.ids : undefined;
  const looked = await lookAround({ ...inputs, ids }, world, signal);
  const unread = shard.ok ? [] : shard.error;
  if (!looked.ok) return { kind: 'refused', problems: [...unread, ...looked.error] };
  const seen = made.use(looked.value);
  if (!shard.ok) return { kind: 'refused', problems: [...unread, ...seen.problems] };
  // By the whole plan: what a part only uses may be made again by another one.
  const planned = { approved: approval.ok ? approval.value : undefined };
  const forced = listStillForced(seen.options.forced, planned, inputs.shard, seen.branch?.recorded);
  const asked = { ...seen, options: { ...seen.options, forced } };
  const finished = await planFinished(asked, inputs, world, signal);
  const { faults, others } = finished;
  if (faults.length > 0)
    return { kind: 'refused', problems: [...seen.problems, ...seen.branchFaults, ...faults] };
  const adopting = await adoptPictures(seen.edits, finished, world, signal);
  if (!adopting.ok) return { kind: 'refused', problems: [...seen.problems, adopting.error] };
  const { copies, ...adopted } = made.use(adopting.value);
  const first = { ...finished, ...adopted, problems: [...finished.problems, ...adopted.problems] };
  const met = made.use(await meetLedger(first.plan, startedMs, inputs, world, signal));
  const { ledger } = met;
  const { share, parts } = shard.value;
  const plan = planWithFlight(seen, first, met, sendingLimits(inputs, parts));
  const toSend = listToSend(plan);
  const { visibility } = world.github(inputs.githubToken);
  const { forms, problems: formProblems } = await resolveReferenceForms(toSend, {
    mode: inputs.references,
    repository: await describeRepository(visibility, world),
    signal,
  });
  const problems = [
    ...seen.problems,
    ...seen.branchFaults,
    ...first.problems,
    ...formProblems,
    ...(await judgePlan(plan, seen, first, met, inputs, { nowMs: clock.now(), mode: 'apply' })),
    ...(await checkApproval(shard.value, plan, seen, first, inputs)),
    ...checkModels(toSend),
    ...(await checkDelivery(toSend, inputs, world)),
  ];
  // Asked last and only if it matters: this takes requests of its own.
  if (toSend.length > 0 && !hasErrors(problems)) {
    problems.push(
      ...(await checkRights(toSend, seen.branch, ledger, inputs, world, signal)),
      ...(await warnOfLostHead(seen.branch, inputs, world, signal)),
    );
  } else if (!ledger.found.ok) log.info(ledger.found.error.message);
  if (hasErrors(problems)) return { kind: 'refused', problems };

  state.save({ ledger: ledger.keepsRecord() ? ledger.opened.kind : 'none' });
  log.info([...describePlan(plan, forms, clock.now()), ...problems.map(describeWarning)].join('\n'));
  const resources = made.move();
  return {
    kind: 'ready',
    plan,
    forms,
    specIds: idsOf(first),
    specEdits: seen.spec.edits,
    budget: seen.spec.budget,
    share,
    parts,
    prices: seen.prices,
    ledger,
    watch: met.watch,
    debts: met.debts,
    branch: seen.branch,
    base: seen.base,
    others,
    copies,
    problems,
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}

/**
 * The limits that may forbid to send anything. The last job of a divided plan sends nothing in any case: an edit that others were to
 * send is still to come then, and not left out on purpose.
 */
function sendingLimits(
  inputs: ActionInputs,
  parts: PlannedParts | undefined,
): Parameters<typeof planWithFlight>[3] {
  const hasWork = parts !== undefined && [...parts.actions.values()].includes('submit');
  return hasWork ? {} : inputs;
}

function hasErrors(problems: readonly Problem[]): boolean {
  return listErrors(problems).length > 0;
}

/** Shown before anything is paid for; as an annotation it comes with the report. */
function describeWarning(problem: Problem): string {
  return `warning: ${formatProblem(problem)}`;
}
