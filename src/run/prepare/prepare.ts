import { checkBranchWritable } from '../../deliver/branch/open-branch.ts';
import { checkPaths } from '../../deliver/branch/check-paths.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { checkStore } from '../ledger/check-store.ts';
import type { BudgetLimits } from '../../jobs/budget/check-budget.ts';
import { judgeLedger } from '../ledger/judge-entries.ts';
import type { Ledger, LedgerEntry } from '../../ledger/life/types.ts';
import { MODEL } from '../../shared/model.ts';
import { nameTarget } from '../ledger/name-target.ts';
import { openLedger, type OpenedLedger } from '../ledger/open-ledger.ts';
import { openTarget } from './open-assets-branch.ts';
import { checkNeeds } from '../../plan/check-needs.ts';
import { checkClashes } from '../../plan/check-clashes.ts';
import { describePlan } from '../../plan/describe-plan.ts';
import { matchForced } from '../../plan/match-forced.ts';
import { planEdits } from '../../plan/plan-edits.ts';
import { selectEdits } from '../../plan/select-edits.ts';
import type { Plan } from '../../plan/types.ts';
import { inspectReferences } from '../../references/inspect-references.ts';
import { resolveReferenceForms } from '../../references/reference-forms.ts';
import type { ReferenceForms } from '../../references/types.ts';
import { createRunWatch, type RunWatch } from '../ledger/run-watch.ts';
import { describeError } from '../../shared/describe-error.ts';
import { formatProblem, type Problem } from '../../shared/problem.ts';
import { readSpec } from '../../spec/read-spec.ts';
import { findStrays, tellPruned } from './warn-of-strays.ts';
import type { World } from '../../runner/world.ts';

/** What a run will do, and what it needs for it. */
export interface Work {
  readonly plan: Plan;
  readonly forms: ReferenceForms;
  /** Every edit of the spec, also those that this run is not about. */
  readonly specIds: ReadonlySet<string>;
  /** The spec's own. */
  readonly budget: BudgetLimits;
  readonly ledger: OpenedLedger;
  readonly watch: RunWatch;
}

/** Everything that is decided before the first paid request. Without `work`, a problem is an error: nothing may be sent. */
export interface Prepared {
  readonly problems: readonly Problem[];
  readonly work?: Work;
  /** The assets branch as it was found, to be closed in the end; absent where nothing goes to a branch. */
  readonly opened?: OpenedBranch;
  /** Work in flight as it was found, to be closed in the end; absent where the spec could not be read. */
  readonly ledger?: OpenedLedger;
}

/** Reads the spec, looks at every reference and at the branch, and plans the run. Sends nothing that costs. */
export async function prepare(inputs: ActionInputs, world: World, signal: AbortSignal): Promise<Prepared> {
  try {
    return await prepareInTime(inputs, world, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    const message = `Nothing was sent: ${describeError(signal.reason)}.`;
    return { problems: [{ severity: 'error', message }] };
  }
}

async function prepareInTime(inputs: ActionInputs, world: World, signal: AbortSignal): Promise<Prepared> {
  const { workspace, resolveHost, repository, clock, log, actions } = world;
  const ports = { workspace, resolveHost, clock, signal };
  const reading = await readSpec(inputs.spec, workspace);
  if (!reading.ok) {
    // Its sound edits are looked at all the same: who mends the spec mends the pictures in one go.
    const { problems } = await inspectReferences(reading.soundEdits, ports);
    return { problems: [...reading.error, ...problems] };
  }
  const { spec, warnings } = reading.value;
  const selection = selectEdits(spec.edits, inputs.only);
  if (selection.takenAlong.length > 0)
    log.info(`Also run, as others need them: ${selection.takenAlong.join(', ')}`);
  const forced = matchForced(inputs.force, spec.edits, selection.edits);
  const [inspected, branch] = await Promise.all([
    inspectReferences(selection.edits, ports),
    openTarget(inputs, world, signal),
  ]);
  const opened = branch.ok ? branch.value : undefined;
  const specIds = new Set(spec.edits.map(({ id }) => id));
  const options = {
    model: MODEL,
    forced: forced.forced,
    spec: spec.edits,
    ...(opened !== undefined && { recorded: opened.recorded }),
  };
  const alone = planEdits(inspected.edits, options);
  // Nothing is in flight of what was delivered: a run that has nothing to do asks no more than that.
  const isAllThere = alone.edits.every(({ action }) => action.kind === 'unchanged');
  const ledger = await openLedger(isAllThere ? { ...inputs, ledger: 'none' } : inputs, world, signal);
  const watch = createRunWatch(ledger.self, world);
  const readAgain = async (): Promise<Ledger | undefined> => {
    const read = await ledger.handle.open();
    return read.ok ? read.value.ledger : undefined;
  };
  const judged = await judgeLedger(ledger.found, readAgain, watch, signal);
  const inFlight = {
    ledger: new Map([...judged].map(([fingerprint, { entry }]) => [fingerprint, entry])),
    verdict: ({ fingerprint }: LedgerEntry) => judged.get(fingerprint)?.verdict ?? 'ours',
    onUnknown: inputs.onUnknown,
  };
  const plan = judged.size === 0 ? alone : planEdits(inspected.edits, { ...options, inFlight });
  // What another run is at may become ours to send.
  const toSend = plan.edits.filter(({ action }) => action.kind === 'submit' || action.kind === 'other-run');
  const target = nameTarget(inputs);
  const facts = { plan, specIds, target, nowMs: clock.now(), apiUrl: inputs.apiUrl };
  const { forms, problems: formProblems } = await resolveReferenceForms(toSend, {
    mode: inputs.references,
    repository,
    signal,
  });
  const problems = [
    ...warnings,
    ...selection.problems,
    ...forced.problems,
    ...checkNeeds(plan.edits),
    ...inspected.problems,
    ...formProblems,
    ...(branch.ok ? [] : branch.error),
    ...(opened === undefined ? [] : checkPaths(plan.edits, opened)),
    ...findStrays(judged, facts),
    ...tellPruned(ledger.pruned, facts),
    ...(opened === undefined ? [] : checkClashes(plan.edits, opened.recorded, specIds)),
  ];
  // Asked last and only where it matters: these are requests of their own.
  if (opened !== undefined && toSend.length > 0 && !hasErrors(problems)) {
    const refusal = await checkBranchWritable(opened, { ...world, signal });
    if (refusal !== undefined) problems.push(refusal);
  }
  if (toSend.length > 0 && !hasErrors(problems)) {
    const known = { mode: inputs.ledger, isWritable: opened !== undefined };
    const refusal = await checkStore(ledger, known, world, signal);
    if (refusal !== undefined) problems.push(refusal);
  } else if (ledger.fault !== undefined) log.info(ledger.fault.message);
  actions.saveState('ledger', ledger.keepsRecord() ? ledger.opened.kind : 'none');
  const found = { problems, ledger, ...(opened !== undefined && { opened }) };
  if (hasErrors(problems)) return found;
  log.info([...describePlan(plan, forms, clock.now()), ...problems.map(describeWarning)].join('\n'));
  return { ...found, work: { plan, forms, specIds, budget: spec.budget, ledger, watch } };
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Told before anything is paid for; as an annotation it comes with the report. */
function describeWarning(problem: Problem): string {
  return `warning: ${formatProblem(problem)}`;
}
