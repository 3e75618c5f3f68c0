import type { ActionInputs } from './inputs/types.ts';
import { MODEL } from './model.ts';
import { checkNeeds } from './plan/check-needs.ts';
import { describePlan } from './plan/describe-plan.ts';
import { planEdits } from './plan/plan-edits.ts';
import { selectEdits } from './plan/select-edits.ts';
import type { Plan } from './plan/types.ts';
import { inspectReferences } from './references/inspect-references.ts';
import { resolveReferenceForms } from './references/reference-forms.ts';
import type { ReferenceForms } from './references/types.ts';
import { describeError } from './shared/describe-error.ts';
import { formatProblem, type Problem } from './shared/problem.ts';
import { readSpec } from './spec/read-spec.ts';
import type { World } from './world.ts';

/** Everything that is decided before the first request. Without `ready`, a problem is an error: nothing may be sent. */
export type Prepared = { readonly problems: readonly Problem[] } & (
  { readonly ready: true; readonly plan: Plan; readonly forms: ReferenceForms } | { readonly ready: false }
);

/** Reads the spec, looks at every reference and plans the run. Sends nothing that costs. */
export async function prepare(inputs: ActionInputs, world: World, signal: AbortSignal): Promise<Prepared> {
  try {
    return await prepareInTime(inputs, world, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    const message = `Nothing was sent: ${describeError(signal.reason)}.`;
    return { ready: false, problems: [{ severity: 'error', message }] };
  }
}

async function prepareInTime(inputs: ActionInputs, world: World, signal: AbortSignal): Promise<Prepared> {
  const { workspace, resolveHost, repository, clock, log } = world;
  const spec = await readSpec(inputs.spec, workspace);
  if (!spec.ok) {
    // Its sound edits are looked at all the same: who mends the spec mends the pictures in one go.
    const { problems } = await inspectReferences(spec.soundEdits, { workspace, resolveHost, clock, signal });
    return { ready: false, problems: [...spec.error, ...problems] };
  }

  const selection = selectEdits(spec.value.spec.edits, inputs.only);
  if (selection.takenAlong.length > 0)
    log.info(`Also run, as others need them: ${selection.takenAlong.join(', ')}`);
  const inspected = await inspectReferences(selection.edits, { workspace, resolveHost, clock, signal });
  const { forms, problems: formProblems } = await resolveReferenceForms(inspected.edits, {
    mode: inputs.references,
    repository,
    signal,
  });
  const problems = [
    ...spec.value.warnings,
    ...selection.problems,
    ...checkNeeds(selection.edits),
    ...inspected.problems,
    ...formProblems,
  ];
  if (problems.some(({ severity }) => severity === 'error')) return { ready: false, problems };
  const plan = planEdits(inspected.edits, { model: MODEL, forced: new Set(), spec: spec.value.spec.edits });
  log.info([...describePlan(plan, forms), ...problems.map(describeWarning)].join('\n'));
  return { ready: true, problems, plan, forms };
}

/** Told before anything is paid for; as an annotation it comes with the report. */
function describeWarning(problem: Problem): string {
  return `warning: ${formatProblem(problem)}`;
}
