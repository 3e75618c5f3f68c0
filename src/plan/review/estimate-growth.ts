import { renditionRecords } from '../../lock/rendition-records.ts';
import type { LockedFile, LockFile } from '../../lock/types.ts';
import { formatBytes } from '../../shared/format.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Clause } from '../../shared/sentence.ts';
import type { PlannedEdit } from '../types.ts';
import type { RenditionCount } from './count-renditions.ts';

/** How much a branch has, and how much a plan adds to it. Every version of a picture stays in its history. */
export interface BranchGrowth {
  /** Bytes of all pictures that the lock file names. */
  readonly branchBytes: number;
  /** Bytes that are added, new pictures at the average size of those that are there; absent if there is nothing to go by. */
  readonly addedBytes?: number;
}

/** What GitHub recommends as the most for a repository on its disks (docs.github.com, "Repository limits"). */
const RECOMMENDED_BYTES = 10 * 1000 ** 3;
/** From here on a person should know. */
const WARNED_BYTES = 0.8 * RECOMMENDED_BYTES;

/**
 * How much a plan adds to the branch, its renditions of so many pixels included; pure. Pictures of its own history cost no room.
 */
export function estimateGrowth(
  edits: readonly Pick<PlannedEdit, 'action'>[],
  { edits: entries, renditions }: Pick<LockFile, 'edits' | 'renditions'>,
  { pixels }: Pick<RenditionCount, 'pixels'> = { pixels: 0 },
): BranchGrowth {
  const derived = renditionRecords(renditions).flatMap(({ files: made }) => made);
  const originals = [...entries.values()].flatMap((entry) => entry.files);
  const files = [...originals, ...derived];
  const branchBytes = sum(new Map(files.map(({ sha256, bytes }) => [sha256, bytes])).values());
  const brought = edits.flatMap(({ action }) =>
    action.kind === 'adopt' && action.on.kind !== 'history' ? action.files.map(({ bytes }) => bytes) : [],
  );
  const made = edits.filter(({ action }) => action.kind === 'submit' || action.kind === 'collect').length;
  const each = [...entries.values()].map((entry) => sum(entry.files.map(({ bytes }) => bytes)));
  if (made > 0 && each.length === 0) return { branchBytes };
  const average = each.length === 0 ? 0 : sum(each) / each.length;
  const density = densityOf(derived) ?? densityOf(originals);
  if (pixels > 0 && density === undefined) return { branchBytes };
  const smaller = pixels * (density ?? 0);
  return { branchBytes, addedBytes: Math.round(sum(brought) + made * average + smaller) };
}

/** Bytes for each pixel; undefined if no file has a size. */
function densityOf(files: readonly LockedFile[]): number | undefined {
  const sized = files.filter(({ width, height }) => width !== undefined && height !== undefined);
  const pixels = sum(sized.map(({ width = 0, height = 0 }) => width * height));
  return pixels === 0 ? undefined : sum(sized.map(({ bytes }) => bytes)) / pixels;
}

/** Whether there is anything to say: nothing is known of an empty branch, and nothing may be added. */
export function isWorthSaying({ branchBytes, addedBytes }: BranchGrowth): boolean {
  return addedBytes === undefined ? branchBytes > 0 : addedBytes !== 0;
}

/** The growth in a few words. */
export function describeGrowth({ branchBytes, addedBytes }: BranchGrowth): Clause {
  const added =
    addedBytes === undefined
      ? 'it is not known how much is added'
      : `about ${formatBytes(addedBytes)} are added`;
  return `${formatBytes(branchBytes)} of pictures, ${added}`;
}

/** A warning if the pictures of a branch come near what GitHub recommends for a repository; pure. */
export function warnOfSize(
  { branchBytes, addedBytes = 0 }: BranchGrowth,
  branch: string,
): readonly Problem[] {
  if (branchBytes + addedBytes < WARNED_BYTES) return [];
  const message = `The pictures of branch \`${branch}\` come to ${formatBytes(branchBytes + addedBytes)}, older versions not counted, and GitHub recommends at most 10 GB for a whole repository. docs/assets-branch.md describes how to shorten the history of the branch.`;
  return [{ severity: 'warning', message }];
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
