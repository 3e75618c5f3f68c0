import { readCommitted } from '../../git/read-committed.ts';
import type { PlanReason } from '../../inputs/decide-mode.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { BudgetLimits } from '../../jobs/budget/check-budget.ts';
import { foreseeExcess } from '../../jobs/budget/foresee-excess.ts';
import type { MonthBudget } from '../../jobs/budget/month-budget.ts';
import { findLimits } from '../../jobs/budget/open-budget.ts';
import { listToSend } from '../../plan/list-to-send.ts';
import { reviewPlan } from '../../plan/review/review-plan.ts';
import type { PlanReview, ReviewFacts } from '../../plan/review/types.ts';
import type { Plan } from '../../plan/types.ts';
import { resolveReferenceForms } from '../../references/reference-forms.ts';
import type { ReferenceForms } from '../../references/types.ts';
import { createPlanFile } from '../../report/plan/create-plan-file.ts';
import type { PlanFile, PlannedMonth } from '../../report/plan/types.ts';
import type { World } from '../../runner/world.ts';
import { MODEL } from '../../shared/model.ts';
import type { Problem } from '../../shared/problem.ts';
import { VERSION } from '../../shared/version.ts';
import { lookAtWork, skipIdleLedger } from '../ledger/look-at-work.ts';
import { nameDestination } from '../ledger/name-destination.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { lookAround, type Surroundings } from '../prepare/look-around.ts';
import { idsOf, judgePlan, planFinished, planWithFlight, type FirstPlan } from '../prepare/make-plan.ts';
import { unlessCutShort, type RefusedRun } from '../prepare/refused-run.ts';
import { askPrice } from './ask-price.ts';
import { describeUnread } from './describe-unread.ts';

/** What a run that applies would do. */
export interface ForeseenRun {
  readonly kind: 'foreseen';
  readonly plan: Plan;
  readonly forms: ReferenceForms;
  readonly file: PlanFile;
}

/** Makes the plan of a run that applies. Makes no paid call, needs no secret, and writes nothing. */
export async function foresee(
  because: PlanReason,
  inputs: ActionInputs,
  world: World,
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
  world: World,
  signal: AbortSignal,
): Promise<ForeseenRun | RefusedRun> {
  const { clock } = world;
  const startedAtMs = clock.now();
  await using made = new AsyncDisposableStack();
  const looked = await lookAround(inputs, world, signal);
  if (!looked.ok) return { kind: 'refused', problems: looked.error };
  const seen = made.use(looked.value);
  const first = await planFinished(seen, inputs, world, signal);
  const view = made.use(await readLedger(skipIdleLedger(first.plan, inputs), world, signal));
  const work = await lookAtWork(view, startedAtMs, inputs, world, signal);
  const plan = planWithFlight(seen, first, work, inputs);
  const committed = await readFiles(plan, world, signal);
  const { forms, problems: formProblems } = await resolveFreely(plan, committed, inputs, world, signal);
  const { price, problems: priceProblems } = await askPrice(plan, inputs, world, signal);
  const limits = findLimits(seen.spec.budget, inputs, seen.branch?.recorded, startedAtMs);
  const problems = [
    ...describeInstead(because),
    ...seen.problems,
    ...describeUnread(seen.branchFaults, view),
    ...first.problems,
    ...formProblems,
    ...judgePlan(plan, seen, first, work, inputs, clock.now()),
    ...priceProblems,
    ...foreseeExcess(plan, limits, price),
  ];
  const review = reviewPlan(plan, {
    ...compareWith(committed, seen, first, inputs, world),
    ...(price !== undefined && { prices: new Map([[MODEL, price]]) }),
  });
  return { kind: 'foreseen', plan, forms, file: fileOf(review, problems, limits, seen, inputs, world) };
}

/** Why the run does not do what the input `mode` asks for. */
function describeInstead(because: PlanReason): readonly Problem[] {
  if (because !== 'fork-without-token') return [];
  const message =
    'This run only plans and sends nothing, because there is no API token: pull requests of forks get no secrets.';
  return [{ severity: 'warning', message }];
}

type CommittedFiles = Awaited<ReturnType<typeof readCommitted>>;

/** What this run's commit has of the files that would be sent. */
async function readFiles(plan: Plan, world: World, signal: AbortSignal): Promise<CommittedFiles> {
  const images = listToSend(plan).flatMap((edit) => edit.images);
  const files = [...new Set(images.flatMap((image) => (image.kind === 'file' ? [image.absolutePath] : [])))];
  return await readCommitted(files, { ...world, sha: world.repository.sha }, signal);
}

/** How files would be sent, if that can be found out without a question to GitHub. */
async function resolveFreely(
  plan: Plan,
  committed: CommittedFiles,
  { references }: Pick<ActionInputs, 'references'>,
  world: World,
  signal: AbortSignal,
): ReturnType<typeof resolveReferenceForms> {
  const { isPrivate } = await world.readEvent();
  if (isPrivate === undefined) return { forms: new Map(), problems: [] };
  const visibility = async () =>
    await Promise.resolve(isPrivate ? ('private' as const) : ('public' as const));
  return await resolveReferenceForms(listToSend(plan), {
    mode: references,
    repository: { ...world.repository, visibility, committed: async () => await Promise.resolve(committed) },
    signal,
  });
}

/** What the plan is compared with. */
function compareWith(
  committed: CommittedFiles,
  { spec, branch }: Pick<Surroundings, 'spec' | 'branch'>,
  first: FirstPlan,
  { prune }: Pick<ActionInputs, 'prune'>,
  { clock, repository: { sha } }: Pick<World, 'clock' | 'repository'>,
): ReviewFacts {
  return {
    model: MODEL,
    spec: spec.path,
    forced: first.options.forced,
    specIds: idsOf(first),
    prune,
    ...(branch !== undefined && { recorded: branch.recorded }),
    ...(branch?.tip !== undefined && {
      branch: { commit: branch.tip, directory: branch.place.directory },
    }),
    commitOf: ({ absolutePath, path, gitBlob }) => {
      const found = committed.get(absolutePath);
      return found?.ok === true && found.value.blob === gitBlob && found.value.path === path
        ? sha
        : undefined;
    },
    nowMs: clock.now(),
  };
}

function fileOf(
  review: PlanReview,
  problems: readonly Problem[],
  limits: Pick<BudgetLimits, 'month'>,
  { spec, branch }: Pick<Surroundings, 'spec' | 'branch'>,
  inputs: Pick<ActionInputs, 'deliver' | 'branch' | 'branchDirectory'>,
  { clock, repository }: Pick<World, 'clock' | 'repository'>,
): PlanFile {
  const { sha, url } = repository;
  const { month } = limits;
  return createPlanFile({
    ...review,
    createdAt: new Date(clock.now()).toISOString(),
    actionVersion: VERSION,
    model: MODEL,
    repositoryUrl: url,
    spec: { path: spec.path, ...(sha !== undefined && { commit: sha }) },
    destination: nameDestination(inputs),
    ...(branch?.tip !== undefined && { branchCommit: branch.tip }),
    ...(month !== undefined && { month: planMonth(month) }),
    problems,
  });
}

function planMonth({ month: name, limitUsd, spent }: MonthBudget): PlannedMonth {
  const { costUsd: spentUsd, edits, unpriced } = spent;
  return { name, limitUsd, spentUsd, edits, unpriced };
}
