import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { createCommittedLookup } from '../../git/look-up-committed.ts';
import type { PlanOptions } from '../../plan/plan-edits.ts';
import { inspectReferences, type InspectionDeps } from '../../references/inspect-references.ts';
import type { InspectedEdit } from '../../references/types.ts';
import type { World } from '../../runner/world.ts';
import { MODEL } from '../../shared/model.ts';
import { createGarbageCollector } from '../../shared/collect-garbage.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { SpecFile } from '../../spec/types.ts';
import { chooseWork, type WorkInputs } from './choose-work.ts';
import { openAssetsBranch, type BranchInputs, type BranchPorts } from './open-assets-branch.ts';
import { asEdits, checkOwners, findOtherEntries } from './other-specs.ts';

/** What a plan is made from. Disposing of it closes the branch. */
export interface Surroundings extends AsyncDisposable {
  readonly spec: SpecFile;
  /** The edits that this run is about, without those that have an error. */
  readonly edits: readonly InspectedEdit[];
  readonly options: PlanOptions;
  /** Undefined if the run delivers to no branch, or if it could not be opened. */
  readonly branch: OpenedBranch | undefined;
  /** Undefined without a base branch. */
  readonly base: OpenedBranch | undefined;
  /** Why the branch could not be opened: then nothing is known of what is on it. */
  readonly branchFaults: readonly Problem[];
  /** All others. */
  readonly problems: readonly Problem[];
}

/**
 * From so many edits on, what reading the spec leaves behind is worth a collection: a plan of 5,000 edits beside 5,000 on the
 * branch peaks at 230 MiB with it and at 300 MiB without (`npm run bench -- plan`).
 */
const MANY = 500;

/**
 * Reads the spec, and looks at every reference image and at the branch. The error is what is wrong, if the spec cannot be
 * used. Throws the signal's reason; then nothing is left open.
 */
export async function lookAround(
  inputs: BranchInputs & WorkInputs,
  world: BranchPorts & Pick<World, 'workspace'> & Pick<InspectionDeps, 'resolveHost'>,
  signal: AbortSignal,
): Promise<Result<Surroundings, readonly Problem[]>> {
  const { workspace, resolveHost, clock, log } = world;
  const lookUpCommitted = createCommittedLookup(world);
  const ports = { workspace, resolveHost, clock, signal, lookUpCommitted };
  const chosen = await chooseWork(inputs, ports, log);
  if (!chosen.ok) return chosen;
  const { spec, edits, forced, problems } = chosen.value;
  if (spec.edits.length > MANY) createGarbageCollector().shrink();

  await using made = new AsyncDisposableStack();
  const opening = openAssetsBranch(inputs, world, signal);
  // Registered before it is open: the inspection beside it may fail first.
  made.defer(async () => {
    const branch = await opening.catch(() => undefined);
    await branch?.[Symbol.asyncDispose]();
  });
  const [inspected, { opened }] = await Promise.all([inspectReferences(edits, ports), opening]);
  const { own: branch, base, problems: branchProblems = [] } = (opened.ok ? opened.value : undefined) ?? {};
  const others = await findOtherEntries([base, branch], spec.path, lookUpCommitted, workspace, signal);
  const resources = made.move();
  const value: Surroundings = {
    spec,
    edits: inspected.edits,
    options: {
      model: MODEL,
      forced,
      spec: [...spec.edits, ...asEdits(others)],
      ...(branch !== undefined && { recorded: branch.recorded }),
      ...(base?.tip !== undefined && {
        base: { on: { kind: 'base', branch: base.place.branch, commit: base.tip }, recorded: base.recorded },
      }),
    },
    branch,
    base,
    branchFaults: opened.ok ? [] : opened.error,
    problems: [...problems, ...branchProblems, ...inspected.problems, ...checkOwners(edits, others)],
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
  return { ok: true, value };
}
