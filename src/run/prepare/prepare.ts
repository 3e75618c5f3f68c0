import { readCommitted } from '../../git/read-committed.ts';
import { checkPaths } from '../../deliver/branch/check-paths.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { AcceptedEntry } from '../../ledger/life/types.ts';
import type { BudgetLimits } from '../../jobs/budget/check-budget.ts';
import { checkNeeds } from '../../plan/check-needs.ts';
import { checkClashes } from '../../plan/check-clashes.ts';
import { describePlan } from '../../plan/describe-plan.ts';
import { planEdits } from '../../plan/plan-edits.ts';
import type { Plan } from '../../plan/types.ts';
import { resolveReferenceForms } from '../../references/reference-forms.ts';
import type { ReferenceForms } from '../../references/types.ts';
import type { World } from '../../runner/world.ts';
import { describeError } from '../../shared/describe-error.ts';
import { formatProblem, type Problem } from '../../shared/problem.ts';
import type { Clause } from '../../shared/sentence.ts';
import { nameDestination } from '../ledger/name-destination.ts';
import type { OpenedLedger } from '../ledger/open-ledger.ts';
import type { RunWatch } from '../ledger/run-watch.ts';
import { checkDelivery } from './check-delivery.ts';
import { checkOrigin } from './check-origin.ts';
import { checkRights } from './check-rights.ts';
import { keepNewer } from './keep-newer.ts';
import { lookAround, type Surroundings } from './look-around.ts';
import { meetLedger, type MetLedger } from './meet-ledger.ts';
import { findStrays, describePruned } from './warn-of-strays.ts';

/** A run that may not begin: nothing was sent, and nothing of it is left open. */
export interface RefusedRun {
  readonly kind: 'refused';
  readonly problems: readonly Problem[];
  /** Why the preparation was interrupted: it ran out of time, or the step was stopped. */
  readonly cutShortBy?: Clause;
}

/** What a run will do, and what it needs for it. Disposing of it closes the branch and the ledger. */
export interface ReadyRun extends AsyncDisposable {
  readonly kind: 'ready';
  readonly plan: Plan;
  readonly forms: ReferenceForms;
  /** Every edit of the spec, also those that this run is not about. */
  readonly specIds: ReadonlySet<string>;
  /** The spec's own. */
  readonly budget: BudgetLimits;
  readonly ledger: OpenedLedger;
  readonly watch: RunWatch;
  /** Pictures on the branch that an earlier run could not upload. */
  readonly debts: readonly AcceptedEntry[];
  /** Undefined if the run delivers to no branch. */
  readonly branch: OpenedBranch | undefined;
  /** Warnings only. */
  readonly problems: readonly Problem[];
}

/** Everything that is decided before the first paid request. */
export type PreparedRun = RefusedRun | ReadyRun;

/** Looks around, plans, meets the ledger, plans again, and checks what the run needs. Sends nothing that costs. */
export async function prepare(inputs: ActionInputs, world: World, signal: AbortSignal): Promise<PreparedRun> {
  try {
    return await prepareInTime(inputs, world, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    const cutShortBy = describeError(signal.reason);
    const message = `Nothing was sent: ${cutShortBy}.`;
    return { kind: 'refused', problems: [{ severity: 'error', message }], cutShortBy };
  }
}

async function prepareInTime(inputs: ActionInputs, world: World, signal: AbortSignal): Promise<PreparedRun> {
  const { clock, log, repository, state } = world;
  const startedAtMs = clock.now();
  const foreign = await checkOrigin(inputs, world, signal);
  signal.throwIfAborted();
  if (foreign !== undefined) return { kind: 'refused', problems: [foreign] };
  await using made = new AsyncDisposableStack();
  const looked = await lookAround(inputs, world, signal);
  if (!looked.ok) return { kind: 'refused', problems: looked.error };
  const seen = made.use(looked.value);
  const newer = await keepNewer(seen.edits, seen.options, inputs, world, signal);
  signal.throwIfAborted();
  const first = planEdits(seen.edits, newer.options);
  const met = made.use(await meetLedger(first, startedAtMs, inputs, world, signal));
  const { ledger, inFlight } = met;
  const plan = inFlight === undefined ? first : planEdits(seen.edits, { ...newer.options, inFlight });
  // An edit that another run is working on may become ours to send.
  const toSend = plan.edits.filter(({ action }) => action.kind === 'submit' || action.kind === 'other-run');
  const { visibility } = world.github(inputs.githubToken);
  const { forms, problems: formProblems } = await resolveReferenceForms(toSend, {
    mode: inputs.references,
    repository: {
      ...repository,
      visibility,
      committed: async (files, until) => await readCommitted(files, { ...world, sha: repository.sha }, until),
    },
    signal,
  });
  const problems = [
    ...seen.problems,
    ...newer.problems,
    ...formProblems,
    ...judgePlan(plan, { ...seen, options: newer.options }, met, inputs, clock.now()),
    ...(await checkDelivery(toSend, inputs, world)),
  ];
  // Asked last and only if it matters: this takes requests of its own.
  if (toSend.length > 0 && !hasErrors(problems)) {
    problems.push(...(await checkRights(toSend, seen.branch, ledger, inputs.ledger, world, signal)));
  } else if (!ledger.found.ok) log.info(ledger.found.error.message);
  if (hasErrors(problems)) return { kind: 'refused', problems };

  state.save({ ledger: ledger.keepsRecord() ? ledger.opened.kind : 'none' });
  log.info([...describePlan(plan, forms, clock.now()), ...problems.map(describeWarning)].join('\n'));
  const resources = made.move();
  return {
    kind: 'ready',
    plan,
    forms,
    specIds: idsOf(newer),
    budget: seen.spec.budget,
    ledger,
    watch: met.watch,
    debts: met.debts,
    branch: seen.branch,
    problems,
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}

/** What is wrong with a plan, or should be known about it; pure. */
function judgePlan(
  plan: Plan,
  seen: Pick<Surroundings, 'branch' | 'options'>,
  { judged, pruned }: Pick<MetLedger, 'judged' | 'pruned'>,
  inputs: Pick<ActionInputs, 'deliver' | 'branch' | 'branchDirectory' | 'apiUrl'>,
  nowMs: number,
): readonly Problem[] {
  const { branch } = seen;
  const specIds = idsOf(seen);
  const facts = { plan, specIds, destination: nameDestination(inputs), nowMs, apiUrl: inputs.apiUrl };
  return [
    ...checkNeeds(plan.edits),
    ...(branch === undefined ? [] : checkPaths(plan.edits, branch)),
    ...findStrays(judged, facts),
    ...describePruned(pruned, facts),
    ...(branch === undefined ? [] : checkClashes(plan.edits, branch.recorded, specIds)),
  ];
}

/** Ids of the spec, and those that other specs have on the branch. */
function idsOf({ options }: Pick<Surroundings, 'options'>): ReadonlySet<string> {
  return new Set(options.spec.map(({ id }) => id));
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Shown before anything is paid for; as an annotation it comes with the report. */
function describeWarning(problem: Problem): string {
  return `warning: ${formatProblem(problem)}`;
}
