import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { fetchFiles, type WantedFile } from '../../../deliver/branch/fetch-files.ts';
import type { BranchRenditions, FileSource, OpenedBranch } from '../../../deliver/branch/types.ts';
import type { LockedRenditions } from '../../../lock/types.ts';
import { applyRenditions } from '../../../pictures/apply-renditions.ts';
import type { RenditionWork } from '../../../pictures/compare-renditions.ts';
import {
  findRenditionWork,
  type BlockedRendition,
  type FoundWork,
} from '../../../pictures/find-rendition-work.ts';
import { makeRenditions, type MadeRenditions } from '../../../pictures/make-renditions.ts';
import { madeBy } from '../../../plan/made-by.ts';
import type { EditOutcome } from '../../../plan/outcome.ts';
import type { EndedRun } from '../../../report/types.ts';
import type { World } from '../../../runner/world.ts';
import { startDeadline } from '../../../shared/deadline.ts';
import { describeError } from '../../../shared/describe-error.ts';
import { toSentence } from '../../../shared/sentence.ts';
import { markOriginals } from './mark-originals.ts';
import { listShown, type ShownPicture } from './shown-pictures.ts';

/** Pictures that were paid for wait for it. What is not made by then is made by the next run. */
const LIMIT_MS = 15 * 60_000;

/** What renditions depend on besides the run. */
export interface PictureRequest {
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Undefined if the run delivers to no branch. */
  readonly branch: OpenedBranch | undefined;
  /** Pictures of other branches: absolute paths by SHA-256. */
  readonly copies: ReadonlyMap<string, string>;
  readonly prune: boolean;
}

export type PicturePorts = Pick<World, 'clock' | 'log' | 'temp' | 'stop' | 'engineFolder'>;

/** A run whose pictures are as they are delivered. */
export interface PreparedPictures {
  readonly run: EndedRun;
  /** What becomes of the renditions on the branch; absent if nothing does. */
  readonly renditions?: BranchRenditions;
  /** Absolute paths of the renditions that were made. */
  readonly files: readonly string[];
  /** What was made, by the originals' SHA-256. */
  readonly made: LockedRenditions;
}

/**
 * Looks into the new pictures, marks them if the spec asks for it, and makes the renditions that are missing. A rendition that
 * cannot be made is a warning of its edit: the pictures are delivered all the same.
 */
export async function preparePictures(
  ended: EndedRun,
  request: PictureRequest,
  world: PicturePorts,
): Promise<PreparedPictures> {
  const run = { ...ended, edits: await markOriginals(ended.edits) };
  try {
    using limit = startDeadline(world.clock, LIMIT_MS, 'the renditions', world.stop);
    const { signal } = limit;
    const { branch } = request;
    const shown = run.edits.flatMap((outcome) => listShown(outcome, request.copies));
    const work = findWork(shown, branch);
    const made = await make(work, shown, request, world, signal);
    const warnings = [...work.blocked.map(describeBlocked), ...made.warnings];
    const renditions = describeChange(work, made, request, shown);
    return {
      run: { ...run, edits: run.edits.map((outcome) => withWarnings(outcome, shown, warnings)) },
      ...(renditions !== undefined && { renditions }),
      files: [...made.onDisk.values()],
      made: applyRenditions({}, { set: made.sets, stale: [], own: [], prune: false }, entriesOf(shown)),
    };
  } catch (error) {
    const warning = toSentence(`its renditions were not made: ${describeError(error)}`);
    const edits = run.edits.map((outcome) =>
      (outcome.edit.pictures?.renditions.length ?? 0) === 0
        ? outcome
        : { ...outcome, warnings: [...outcome.warnings, warning] },
    );
    return { run: { ...run, edits }, files: [], made: {} };
  }
}

function findWork(shown: readonly ShownPicture[], branch: OpenedBranch | undefined): FoundWork {
  const byEdit = Map.groupBy(shown, ({ outcome }) => outcome);
  const users = [...byEdit].map(([{ edit }, pictures]) => ({
    ...{ id: edit.id, ...madeBy(edit), settings: edit.pictures },
    shown: pictures.map(({ file }) => file),
  }));
  return findRenditionWork(users, branch?.recorded);
}

async function make(
  { sets }: RenditionWork,
  shown: readonly ShownPicture[],
  { folder, branch }: PictureRequest,
  world: PicturePorts,
  signal: AbortSignal,
): Promise<MadeRenditions> {
  // As in most runs: no folder is made for nothing.
  if (sets.length === 0) return { sets: [], onDisk: new Map(), warnings: [] };
  const needed = new Set(sets.flatMap((set) => (set.make.length > 0 ? [set.wanted.original.sha256] : [])));
  const onDisk = new Map(
    shown.flatMap(({ file, absolutePath }) =>
      absolutePath === undefined ? [] : [[file.sha256, absolutePath] as const],
    ),
  );
  const missing = shown.filter(({ file }) => needed.has(file.sha256) && !onDisk.has(file.sha256));
  const temp = await mkdtemp(path.join(world.temp, 'dreamina-originals-'));
  try {
    const wanted = missing.flatMap(({ file, from }): readonly WantedFile[] =>
      from === undefined ? [] : [{ from, to: file }],
    );
    if (branch !== undefined && wanted.length > 0) {
      const fetched = await fetchFiles(branch, wanted, temp, signal);
      if (!fetched.ok) world.log.info(fetched.error.message);
      else for (const { sha256, absolutePath } of fetched.value) onDisk.set(sha256, absolutePath);
    }
    return await makeRenditions(sets, folder, (sha256) => onDisk.get(sha256), { ...world, signal });
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

/** Whether a picture leaves its path on the branch. */
function isMoving({ from, file }: ShownPicture): boolean {
  return from !== undefined && from !== file.path;
}

/** What the branch's renditions become; undefined if nothing changes. */
function describeChange(
  { sets, stale, own }: RenditionWork,
  { sets: made, onDisk }: MadeRenditions,
  { branch, prune }: PictureRequest,
  shown: readonly ShownPicture[],
): BranchRenditions | undefined {
  if (branch === undefined) return undefined;
  const copied = sets.flatMap(({ copy }) =>
    copy.map(({ to, from }) => [to.path, { kind: 'branch', path: from }] as const),
  );
  const sources = new Map<string, FileSource>([
    ...copied,
    ...[...onDisk].map(([name, absolutePath]) => [name, { kind: 'disk', absolutePath }] as const),
  ]);
  const change = { set: made, stale, own, prune, sources };
  const { edits, renditions = {} } = branch.recorded.lock;
  // With entries that are removed or that move, more may go or be stale; those are known only on the tip.
  if (made.length > 0 || (prune && Object.keys(renditions).length > 0 && edits.size > 0)) return change;
  if (stale.length > 0 && shown.some(isMoving)) return change;
  const ids = new Set(shown.map(({ outcome }) => outcome.edit.id));
  const others = new Map([...edits].filter(([id]) => !ids.has(id)));
  return isDeepStrictEqual(applyRenditions(renditions, change, others), renditions) ? undefined : change;
}

function describeBlocked({
  original,
  path: taken,
  owner,
}: BlockedRendition): MadeRenditions['warnings'][number] {
  const why =
    owner === undefined
      ? 'the branch has a file there that this action did not make: remove or rename that file'
      : `the branch has a picture of \`${owner}\` there: choose another \`output\`, or run with \`prune: true\` if no spec has that edit anymore`;
  return { original, text: `its rendition \`${taken}\` is left out, because ${why}` };
}

function withWarnings(
  outcome: EditOutcome,
  shown: readonly ShownPicture[],
  warnings: MadeRenditions['warnings'],
): EditOutcome {
  const own = new Set(shown.filter((each) => each.outcome === outcome).map(({ file }) => file.path));
  const texts = warnings
    .filter(({ original }) => own.has(original))
    .map(({ original, text }) => toSentence(`\`${original}\`: ${text}`));
  return texts.length === 0 ? outcome : { ...outcome, warnings: [...outcome.warnings, ...texts] };
}

function entriesOf(shown: readonly ShownPicture[]): Parameters<typeof applyRenditions>[2] {
  return new Map(shown.map(({ file }) => [file.path, { files: [{ ...file }] }]));
}
