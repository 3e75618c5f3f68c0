import type { LockFile } from '../../lock/types.ts';
import { createQueueClient } from '../../queue/create-queue-client.ts';
import { locksOf } from '../../deliver/branch/tip-facts.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { createCommittedLookup } from '../../git/look-up-committed.ts';
import type { PlanOptions } from '../../plan/plan-edits.ts';
import { inspectReferences, type InspectionDeps } from '../../references/inspect-references.ts';
import type { InspectedEdit } from '../../references/types.ts';
import type { World } from '../../runner/world.ts';
import type { Desk } from '../../shared/desk.ts';
import { keepYoungSpaceSmall } from '../../shared/v8-flags.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import { sortProblems } from '../../spec/locate-issues.ts';
import type { SpecFile } from '../../spec/types.ts';
import { chooseWork, type WorkInputs } from './choose-work.ts';
import { createModelBook, type ModelBook } from './look-up-models.ts';
import { openAssetsBranch } from './open-assets-branch.ts';
import type { BranchInputs, BranchPorts, OpenedAssets } from './opened-assets.ts';
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
  /** The service's prices of models, as far as it was asked about them. */
  readonly prices: ModelBook['prices'];
  /** All others. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the spec, and looks at every reference image and at the branch. The error is what is wrong, if the spec cannot be
 * used. Throws the signal's reason; then nothing is left open.
 */
export async function lookAround(
  inputs: BranchInputs & WorkInputs & Pick<ActionInputs, 'takesOnBranch' | 'deliver' | 'apiToken' | 'apiUrl'>,
  world: BranchPorts & Pick<World, 'workspace' | 'stop'> & Pick<InspectionDeps, 'resolveHost' | 'isAtDesk'>,
  signal: AbortSignal,
): Promise<Result<Surroundings, readonly Problem[]>> {
  keepYoungSpaceSmall();
  const { workspace, resolveHost, clock, log } = world;
  const lookUpCommitted = createCommittedLookup(world);
  const desk: Desk = world.isAtDesk === true ? { isAtDesk: true } : {};
  const ports = { workspace, resolveHost, clock, signal, lookUpCommitted, ...desk };

  await using made = new AsyncDisposableStack();
  const over = new AbortController();
  // Git works on another processor while a large spec is read.
  const opening = openAssetsBranch(inputs, world, AbortSignal.any([signal, over.signal]));
  // Registered, and its failure handled, before it is open: what is read beside it may fail first.
  const opened = opening.catch(() => undefined);
  made.defer(async () => {
    over.abort();
    await (await opened)?.[Symbol.asyncDispose]();
  });
  const { apiToken: token, apiUrl } = inputs;
  const connect = () => made.use(createQueueClient({ ...world, apiUrl, token }));
  const models = createModelBook({
    connect: token === '' ? undefined : connect,
    locks: async () => listLocks(await opening),
    signal,
  });
  const chosen = await chooseWork(inputs, { ...ports, lookUpModels: models.lookUp }, log);
  if (!chosen.ok) return chosen;
  const { spec, edits, forced, warnings, problems } = chosen.value;
  const [inspected, { opened: found }] = await Promise.all([inspectReferences(edits, ports), opening]);
  const { own: branch, base, problems: branchProblems = [] } = (found.ok ? found.value : undefined) ?? {};
  const others = await findOtherEntries([base, branch], spec.path, ports);
  const resources = made.move();
  const value: Surroundings = {
    spec,
    edits: inspected.edits,
    options: {
      forced,
      takesOnBranch: inputs.takesOnBranch || !inputs.deliver.includes('branch'),
      spec: [...spec.edits, ...asEdits(others)],
      ...(branch !== undefined && { recorded: branch.recorded }),
      ...(base?.tip !== undefined && {
        base: { on: { kind: 'base', branch: base.place.branch, commit: base.tip }, recorded: base.recorded },
      }),
    },
    branch,
    base,
    branchFaults: found.ok ? [] : found.error,
    prices: models.prices,
    problems: sortProblems([
      ...problems,
      ...branchProblems,
      ...warnings,
      ...inspected.problems,
      ...checkOwners(edits, others),
    ]),
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
  return { ok: true, value };
}

/** The lock files of the branches, the own one first. */
function listLocks({ opened }: OpenedAssets): readonly LockFile[] {
  const { own, base } = (opened.ok ? opened.value : undefined) ?? {};
  return locksOf(own, base);
}
