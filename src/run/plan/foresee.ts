import { pictureCommit } from '../../deliver/branch/tip-facts.ts';
import type { PlanReason } from '../../inputs/decide-mode.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { withSpendingOf } from '../../lock/spending.ts';
import type { BudgetLimits } from '../../jobs/budget/check-budget.ts';
import { foreseeExcess } from '../../jobs/budget/foresee-excess.ts';
import type { MonthBudget } from '../../jobs/budget/month-budget.ts';
import { findLimits } from '../../jobs/budget/open-budget.ts';
import { listToSend } from '../../plan/list-to-send.ts';
import { reviewPlan } from '../../plan/review/review-plan.ts';
import { listPriced } from '../../plan/review/seen-costs.ts';
import type { PlanReview, ReviewFacts } from '../../plan/review/types.ts';
import type { Shards } from '../../plan/shards/split-shards.ts';
import type { Plan } from '../../plan/types.ts';
import type { InspectedFile, ReferenceForms } from '../../references/types.ts';
import { createPlanFile } from '../../report/plan/create-plan-file.ts';
import type { PlanFile, PlannedMonth } from '../../report/plan/types.ts';
import { pinFiles, type CommitOf } from '../../runner/pin-files.ts';
import { readLastingCommit } from '../../runner/spec-commit.ts';
import type { World } from '../../runner/world.ts';
import type { Desk } from '../../shared/desk.ts';
import type { ResolveHost } from '../../shared/ports.ts';
import type { Problem } from '../../shared/problem.ts';
import { VERSION } from '../../shared/version.ts';
import { lookAtWork, skipIdleLedger } from '../ledger/look-at-work.ts';
import { nameDestination } from '../ledger/name-destination.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { lookAround, type Surroundings } from '../prepare/look-around.ts';
import { idsOf, judgePlan, planFinished, planWithFlight, type FirstPlan } from '../prepare/make-plan.ts';
import { unlessCutShort, type RefusedRun } from '../prepare/refused-run.ts';
import { askPrices } from './ask-prices.ts';
import { describeUnread } from './describe-unread.ts';
import { divide } from './divide.ts';
import { resolveFreely } from './resolve-freely.ts';

/** What a run that applies would do. */
export interface ForeseenRun {
  readonly kind: 'foreseen';
  readonly plan: Plan;
  readonly forms: ReferenceForms;
  readonly file: PlanFile;
}

type NotForPlans = 'actions' | 'state' | 'freeBytes' | 'engineFolder';

/** What a plan is made with. Without a network, host names are not resolved. */
export type PlanPorts = Omit<
  World,
  NotForPlans | 'pullComments' | 'pullRequests' | 'commitSigner' | 'resolveHost'
> &
  Desk & {
    readonly resolveHost: ResolveHost | undefined;
  };

/** Makes the plan of a run that applies. Makes no paid call, needs no secret, and writes nothing. */
export async function foresee(
  because: PlanReason,
  inputs: ActionInputs,
  world: PlanPorts,
  signal: AbortSignal,
): Promise<ForeseenRun | RefusedRun> {
  return await unlessCutShort(
    'There is no plan',
    signal,
    async () => await foreseeInTime(because, inputs, world, signal),
  );
}

async function foreseeInTime(
  because: PlanReason,
  inputs: ActionInputs,
  world: PlanPorts,
  signal: AbortSignal,
): Promise<ForeseenRun | RefusedRun> {
  const { clock } = world;
  const startedAtMs = clock.now();
  const startedMs = clock.monotonicMs();
  await using made = new AsyncDisposableStack();
  const looked = await lookAround(inputs, world, signal);
  if (!looked.ok) return { kind: 'refused', problems: looked.error };
  const seen = made.use(looked.value);
  const first = await planFinished(seen, inputs, world, signal);
  const view = made.use(await readLedger(skipIdleLedger(first.plan, inputs), world, signal));
  const work = await lookAtWork(view, startedMs, inputs, world, signal);
  const plan = planWithFlight(seen, first, work, inputs);
  const { forms, problems: formProblems } = await resolveFreely(plan, inputs, world, signal);
  const { prices, problems: priceProblems } = await askPrices(plan, seen.prices, inputs, world, signal);
  const limits = findLimits(
    seen.spec.budget,
    inputs,
    withSpendingOf(seen.branch?.recorded, seen.base?.recorded),
    startedAtMs,
  );
  const problems = [
    ...describeInstead(because),
    ...seen.problems,
    ...describeUnread(seen.branchFaults, first.faults, view),
    ...first.problems,
    ...formProblems,
    ...(await judgePlan(plan, seen, first, work, inputs, { nowMs: clock.now(), mode: 'plan' })),
    ...priceProblems,
    ...foreseeExcess(plan, limits, {
      prices,
      earlier: listPriced(seen.branch?.recorded, seen.base?.recorded),
    }),
  ];
  const review = reviewPlan(plan, {
    ...compareWith(await pinFiles(listFiles(plan), world, signal), seen, first, inputs, world),
    prices,
  });
  const commit = (await readLastingCommit(world)) ?? world.repository.sha;
  const shards = divide(plan, seen, inputs);
  const file = fileOf(review, problems, { ...limits, shards }, { ...seen, commit }, inputs, world);
  return { kind: 'foreseen', plan, forms, file };
}

/** Why the run does not do what the input `mode` asks for. */
function describeInstead(because: PlanReason): readonly Problem[] {
  if (because !== 'fork-without-token') return [];
  const message =
    'This run only plans and sends nothing, because there is no API token: pull requests of forks get no secrets.';
  return [{ severity: 'warning', message }];
}

/** The files that would be sent. */
function listFiles(plan: Plan): readonly InspectedFile[] {
  const images = listToSend(plan).flatMap((edit) => edit.images);
  return images.filter((image) => image.kind === 'file');
}

/** What the plan is compared with. */
function compareWith(
  commitOf: CommitOf,
  { spec, branch, base }: Pick<Surroundings, 'spec' | 'branch' | 'base'>,
  first: FirstPlan,
  { prune }: Pick<ActionInputs, 'prune'>,
  { clock }: Pick<World, 'clock'>,
): ReviewFacts {
  const there = branch && pictureCommit(branch);
  return {
    spec: spec.path,
    forced: first.options.forced,
    specIds: idsOf(first),
    prune,
    ...(branch !== undefined && { recorded: branch.recorded }),
    ...(branch !== undefined &&
      there !== undefined && {
        branch: { commit: there, directory: branch.place.directory },
      }),
    ...(base?.tip !== undefined && {
      live: { recorded: base.recorded, folder: { commit: base.tip, directory: base.place.directory } },
    }),
    commitOf,
    nowMs: clock.now(),
  };
}

function fileOf(
  review: PlanReview,
  problems: readonly Problem[],
  { month, shards }: Pick<BudgetLimits, 'month'> & { readonly shards: Shards | undefined },
  { spec, branch, commit }: Pick<Surroundings, 'spec' | 'branch'> & { readonly commit: string | undefined },
  inputs: Pick<ActionInputs, 'deliver' | 'branch' | 'branchDirectory'>,
  { clock, repository }: Pick<World, 'clock' | 'repository'>,
): PlanFile {
  const { url } = repository;
  const there = branch && pictureCommit(branch);
  return createPlanFile({
    ...review,
    createdAt: new Date(clock.now()).toISOString(),
    actionVersion: VERSION,
    repositoryUrl: url,
    spec: { path: spec.path, ...(commit !== undefined && { commit }) },
    destination: nameDestination(inputs),
    ...(there !== undefined && { branchCommit: there }),
    ...(month !== undefined && { month: planMonth(month) }),
    ...(shards !== undefined && { shards }),
    problems,
  });
}

function planMonth({ month: name, limitUsd, spent }: MonthBudget): PlannedMonth {
  const { costUsd: spentUsd, edits, unpriced } = spent;
  return { name, limitUsd, spentUsd, edits, unpriced };
}
