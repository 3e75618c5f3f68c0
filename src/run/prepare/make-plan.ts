import type { ActionInputs } from '../../inputs/types.ts';
import { checkMonthBudget } from '../../jobs/budget/month-budget.ts';
import { stricterLimits } from '../../jobs/budget/open-budget.ts';
import { listWanted } from '../../plan/adopt/list-wanted.ts';
import { checkNeeds } from '../../plan/check-needs.ts';
import { planEdits, type PlanOptions } from '../../plan/plan-edits.ts';
import type { Plan } from '../../plan/types.ts';
import { findSendingBan, withoutSending } from '../../plan/without-sending.ts';
import type { AncestryPorts } from '../../runner/is-older.ts';
import type { World } from '../../runner/world.ts';
import type { Desk } from '../../shared/desk.ts';
import type { Problem } from '../../shared/problem.ts';
import type { WorkInFlight } from '../ledger/look-at-work.ts';
import type { PreviewInputs } from '../adopt/find-offers.ts';
import { NOTHING_OFFERED } from '../adopt/found-offers.ts';
import { byTip, type OtherBranches } from '../adopt/other-branches.ts';
import { nameDestination } from '../ledger/name-destination.ts';
import { keepNewer } from './keep-newer.ts';
import type { Surroundings } from './look-around.ts';
import { describePruned, findStrays } from './warn-of-strays.ts';

/** A plan by finished work only: nothing is known yet of what is in flight. */
export interface FirstPlan {
  readonly plan: Plan;
  /** What it was made with. */
  readonly options: PlanOptions;
  /** The other branches that it uses pictures of. */
  readonly others: OtherBranches;
  /** Why nothing is known of preview branches; empty if they were read or are not needed. */
  readonly faults: readonly Problem[];
  /** Warnings only. */
  readonly problems: readonly Problem[];
}

/**
 * Plans by what is on the branches. Asks about newer commits, and reads preview branches, if that matters. Throws the
 * signal's reason.
 */
export async function planFinished(
  seen: Pick<Surroundings, 'edits' | 'options' | 'branch' | 'base'>,
  inputs: Pick<ActionInputs, 'prune'> & PreviewInputs,
  world: AncestryPorts & Desk & Pick<World, 'clock' | 'random' | 'log'>,
  signal: AbortSignal,
): Promise<FirstPlan> {
  const { edits, branch, base } = seen;
  const { options, plan, problems } = await keepNewer(edits, seen.options, inputs, world, signal);
  signal.throwIfAborted();
  const wanted = listWanted(plan, {
    forced: options.forced,
    specIds: new Set(options.spec.map(({ id }) => id)),
    ...(options.recorded !== undefined && { recorded: options.recorded }),
  });
  const found =
    branch === undefined || wanted.size === 0
      ? NOTHING_OFFERED
      : await (await loadOffers()).gatherOffers(wanted, { branch, base }, inputs, world, signal);
  const { offers, branches } = found;
  const others = byTip([...(base?.tip === undefined ? [] : [base]), ...branches]);
  const first = {
    plan,
    options,
    others,
    faults: found.faults,
    problems: [...problems, ...found.problems],
  };
  if (offers.size === 0) return first;
  const offered = { ...options, offers };
  return { ...first, plan: planEdits(edits, offered), options: offered };
}

/** Loaded only if there is a branch, and a picture that may be copied. */
async function loadOffers() {
  return await import(/* webpackChunkName: "branch" */ '../adopt/gather-offers.ts');
}

/** The plan with what is in flight, as the limits allow it; pure. */
export function planWithFlight(
  { edits, spec }: Pick<Surroundings, 'edits' | 'spec'>,
  first: FirstPlan,
  { inFlight }: Pick<WorkInFlight, 'inFlight'>,
  inputs: Pick<ActionInputs, 'maxEdits' | 'maxCostUsd'>,
): Plan {
  const plan = inFlight === undefined ? first.plan : planEdits(edits, { ...first.options, inFlight });
  const ban = findSendingBan(stricterLimits(spec.budget, inputs));
  return ban === undefined ? plan : withoutSending(plan, ban);
}

/** Ids of the spec, and those that other specs have on the branch. */
export function idsOf({ options }: Pick<FirstPlan, 'options'>): ReadonlySet<string> {
  return new Set(options.spec.map(({ id }) => id));
}

/** What is wrong with a plan, or should be known about it. */
export async function judgePlan(
  plan: Plan,
  { branch, spec }: Pick<Surroundings, 'branch' | 'spec'>,
  first: Pick<FirstPlan, 'options'>,
  { judged, pruned }: Pick<WorkInFlight, 'judged' | 'pruned'>,
  inputs: Pick<ActionInputs, 'deliver' | 'branch' | 'branchDirectory' | 'apiUrl'>,
  { nowMs, mode }: { readonly nowMs: number; readonly mode: 'apply' | 'plan' },
): Promise<readonly Problem[]> {
  const specIds = idsOf(first);
  const facts = { plan, specIds, destination: nameDestination(inputs), nowMs, apiUrl: inputs.apiUrl };
  const onBranch: Problem[] = [];
  if (branch !== undefined) {
    // Loaded only when it is needed.
    const { judgeOnBranch } = await import(/* webpackChunkName: "branch" */ './judge-on-branch.ts');
    onBranch.push(...judgeOnBranch(plan, branch, { specIds, forced: first.options.forced, mode }));
  }
  return [
    ...checkMonthBudget(spec.budget, inputs.deliver),
    ...checkNeeds(plan.edits),
    ...onBranch,
    ...findStrays(judged, facts),
    ...describePruned(pruned, facts),
  ];
}
