import type { ActionInputs } from './inputs/types.ts';
import { planEdits } from './plan/plan-edits.ts';
import { selectEdits } from './plan/select-edits.ts';
import type { Plan } from './plan/types.ts';
import { inspectReferences } from './references/inspect-references.ts';
import { resolveReferenceForms, type ReferenceForms } from './references/reference-forms.ts';
import type { Problem } from './shared/problem.ts';
import { readSpec } from './spec/read-spec.ts';
import type { World } from './world.ts';

/** Everything that is decided before the first request: free, and complete in its complaints. */
export interface Prepared {
  /** Undefined where a problem is an error: then nothing may be sent. */
  readonly work: { readonly plan: Plan; readonly forms: ReferenceForms } | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the spec, looks at every reference and plans the run. Sends nothing that costs. */
export async function prepare(inputs: ActionInputs, world: World, signal: AbortSignal): Promise<Prepared> {
  const { workspace, resolveHost, repository, log } = world;
  const spec = await readSpec(inputs.spec, workspace);
  if (!spec.ok) return { work: undefined, problems: spec.error };

  const selection = selectEdits(spec.value.spec.edits, inputs.only);
  if (selection.takenAlong.length > 0) log.info(`Also run, as others need them: ${selection.takenAlong.join(', ')}`);
  const inspected = await inspectReferences(selection.edits, { workspace, resolveHost, signal });
  const { forms, problems } = await resolveReferenceForms(inspected.edits, {
    mode: inputs.references,
    workspace,
    repository,
  });
  const all = [...spec.value.warnings, ...selection.problems, ...inspected.problems, ...problems];
  const work = all.some(({ severity }) => severity === 'error') ? undefined : { plan: planEdits(inspected.edits), forms };
  return { work, problems: all };
}
