import { deliverBranch } from '../../deliver/branch/deliver-branch.ts';
import { GALLERY_NAME } from '../../deliver/branch/branch-paths.ts';
import { planChanges } from '../../deliver/branch/plan-changes.ts';
import type {
  BranchDelivery,
  BranchRenditions,
  BranchRequest,
  DeliverDeps,
  OpenedBranch,
  UnchangedEdit,
} from '../../deliver/branch/types.ts';
import { renderCommitMessage } from '../../inputs/commit-message.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { LockFile } from '../../lock/types.ts';
import { PICTURES_NAME, renderPicturesFile } from '../../pictures/pictures-file.ts';
import { isUntouched } from '../../plan/outputs.ts';
import type { InspectedFile } from '../../references/types.ts';
import type { ListedEdit } from '../../report/branch-page/order-entries.ts';
import { renderBranchGallery } from '../../report/branch-page/render-branch-gallery.ts';
import { renderBranchPages } from '../../report/branch-page/render-branch-pages.ts';
import type { EndedRun } from '../../report/types.ts';
import { editOfTake } from '../../shared/take-id.ts';
import { VERSION } from '../../shared/version.ts';
import { pinFiles } from '../../runner/pin-files.ts';
import { readSpecCommit } from '../../runner/spec-commit.ts';
import type { World } from '../../runner/world.ts';
import { setTakesAside } from './set-takes-aside.ts';

/** What the texts of a commit are made from. */
export type CommitInputs = Pick<
  ActionInputs,
  | 'spec'
  | 'branch'
  | 'pullInto'
  | 'branchDirectory'
  | 'gallery'
  | 'baseBranch'
  | 'commitMessage'
  | 'githubToken'
  | 'signCommits'
  | 'shard'
>;
/** What a commit to the branch uses. */
export type CommitPorts = Pick<
  World,
  'clock' | 'random' | 'log' | 'job' | 'repository' | 'readEvent' | 'commitSigner'
>;

/** What a commit depends on besides the run. */
export interface CommitRequest {
  /** Every edit of the spec, and those of other specs that still exist. */
  readonly specIds: ReadonlySet<string>;
  /** The edits of the spec in its order. */
  readonly specEdits: readonly ListedEdit[];
  /** Pictures of other branches: absolute paths by SHA-256. */
  readonly copies: ReadonlyMap<string, string>;
  /** Undefined: the renditions on the branch stay as they are. */
  readonly renditions: BranchRenditions | undefined;
}

/** Commits what the run made, moved or pruned to the assets branch. */
export async function deliverToBranch(
  run: EndedRun,
  opened: OpenedBranch,
  { specIds, specEdits, copies, renditions }: CommitRequest,
  inputs: CommitInputs & Pick<ActionInputs, 'prune' | 'takesOnBranch'>,
  world: CommitPorts & Pick<World, 'workspace' | 'temp' | 'env'>,
  signal: AbortSignal,
): Promise<BranchDelivery> {
  const specCommit = await readSpecCommit(world);
  const changes = planChanges(run.edits, {
    recorded: opened.recorded,
    ...(opened.tip !== undefined && { tip: opened.tip }),
    specIds,
    prune: inputs.prune,
    copies,
    actionVersion: VERSION,
    ...(specCommit !== undefined && { specCommit }),
    commitOf: await pinFiles(listSent(run), world, signal),
    nowMs: world.clock.now(),
  });
  const described = await describeCommits(inputs, specEdits, world);
  const deps = commitDeps(inputs, world, signal);
  const request = {
    changes: { ...changes, ...(renditions !== undefined && { renditions }) },
    unchanged: listUnchanged(run),
    ...described,
  };
  const delivery = await deliverBranch(opened, request, deps);
  const aside = new Map(
    changes.set.flatMap(({ id, entry: { heldBy } }) => (heldBy === undefined ? [] : [[id, heldBy] as const])),
  );
  const delivered = delivery.kind === 'committed' && aside.size > 0 ? { ...delivery, aside } : delivery;
  return await setTakesAside(run.edits, delivered, opened, described, inputs.takesOnBranch, deps);
}

/** What commits of this run are made with. */
export function commitDeps(
  { signCommits, githubToken }: CommitInputs,
  { clock, random, log, commitSigner }: CommitPorts,
  signal: AbortSignal,
): DeliverDeps {
  return { clock, random, log, signal, ...(signCommits && { signer: commitSigner(githubToken) }) };
}

/** The files that the new pictures were made from. */
function listSent({ edits }: Pick<EndedRun, 'edits'>): readonly InspectedFile[] {
  const made = edits.filter(({ state }) => state === 'succeeded');
  return made.flatMap(({ edit }) => edit.images.filter((image) => image.kind === 'file'));
}

/** How commits of this run describe themselves, and the branch. */
export async function describeCommits(
  inputs: CommitInputs,
  spec: readonly ListedEdit[],
  { repository, job, readEvent }: Pick<World, 'repository' | 'job' | 'readEvent'>,
): Promise<Pick<BranchRequest, 'preview' | 'gallery' | 'renderMessage' | 'renderPages' | 'pages'>> {
  const { pull } = await readEvent();
  const { shard } = inputs;
  const page = {
    title: `${repository.owner}/${repository.name}`,
    branch: inputs.pullInto ?? inputs.branch,
    directory: inputs.branchDirectory,
    repositoryUrl: repository.url,
    spec,
  };
  return {
    // Once, by the last job: so many jobs would write them over and over.
    ...(shard !== undefined && { pages: shard.kind === 'merge' ? 'refresh' : 'leave' }),
    // A run without a base branch publishes, whatever started it.
    ...(inputs.baseBranch !== undefined && {
      preview:
        pull === undefined
          ? 'as-before'
          : { pullRequest: pull.number, ...(pull.head !== undefined && { commit: pull.head }) },
    }),
    renderMessage: (facts) =>
      renderCommitMessage(inputs.commitMessage, { ...facts, spec: inputs.spec, run: job.runUrl }),
    ...(shard?.kind !== 'part' && { gallery: { spec: inputs.spec, isAsked: inputs.gallery } }),
    renderPages: (lock) =>
      new Map([
        ...renderBranchPages(lock, page),
        ...renderPicturesPage(lock),
        ...(lock.gallery === undefined ? [] : ([[GALLERY_NAME, renderBranchGallery(lock, page)]] as const)),
      ]),
  };
}

/** The list of pictures for pages, if there are renditions. */
function renderPicturesPage({ edits, renditions }: LockFile): ReadonlyMap<string, string> {
  if (renditions === undefined) return new Map();
  // The kept take is the picture of its edit.
  const listed = [...edits].filter(
    ([, { stored, take, isKept }]) => stored === undefined && (take === undefined || isKept === true),
  );
  const text = renderPicturesFile(
    listed.map(([id, { alt, files }]) => ({ id: editOfTake(id), files, ...(alt !== undefined && { alt }) })),
    renditions,
  );
  return new Map([[PICTURES_NAME, text]]);
}

/** Edits that the plan found on the run's own branch, and their files as they are after the run. */
export function listUnchanged({ edits }: Pick<EndedRun, 'edits'>): readonly UnchangedEdit[] {
  return edits
    .filter(
      ({ state, edit }) =>
        state === 'unchanged' &&
        edit.action.kind === 'unchanged' &&
        edit.action.on === undefined &&
        isUntouched(edit),
    )
    .map(({ edit, unchangedFiles }) => ({ id: edit.id, paths: unchangedFiles.map(({ path }) => path) }));
}
