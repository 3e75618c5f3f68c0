import type { Recorded } from '../../lock/types.ts';
import type { MediaFile } from '../../media/types.ts';
import { compareSets } from '../../pictures/compare-renditions.ts';
import { listWantedOf, splitBlocked, type PictureUser } from '../../pictures/find-rendition-work.ts';
import type { WantedRendition } from '../../pictures/types.ts';
import { formatDuration } from '../../shared/duration.ts';
import { plural } from '../../shared/format.ts';
import type { Clause } from '../../shared/sentence.ts';
import { madeBy } from '../made-by.ts';
import type { PlannedEdit } from '../types.ts';

/** The renditions that a plan makes, at no cost. */
export interface PlannedRenditions {
  readonly files: number;
  /** Whether there may be more: an edit can return several pictures. */
  readonly isLeast: boolean;
  /** How many of them are AVIF, and how long these take; absent: there are none. */
  readonly avif?: { readonly files: number; readonly ms: number };
}

/** What a plan's renditions come to, also in pixels, by which their bytes are estimated. */
export interface RenditionCount extends PlannedRenditions {
  readonly pixels: number;
}

/** Measured on a runner with two processors: 15 s for 1280 x 720. */
const AVIF_MS_PER_PIXEL = 15_000 / (1280 * 720);

/** An edit as it is counted. */
type CountedEdit = Pick<
  PlannedEdit,
  | 'id'
  | 'action'
  | 'pictures'
  | 'model'
  | 'prompt'
  | 'images'
  | 'size'
  | 'output'
  | 'take'
  | 'forceSingle'
  | 'fingerprint'
>;

/** Counts the renditions that a plan makes; pure. Pictures that are not there yet count as of the size that is asked for. */
export function countRenditions(
  edits: readonly CountedEdit[],
  recorded: Recorded | undefined,
): RenditionCount {
  // Only the kept take is the picture of its edit.
  const shown = edits.filter(
    ({ pictures, take }) => (pictures?.renditions.length ?? 0) > 0 && take?.isKept !== false,
  );
  const users = shown.map((edit): PictureUser => ({
    ...{ id: edit.id, ...madeBy(edit) },
    shown: listShown(edit),
    settings: edit.pictures,
  }));
  const work = compareSets(
    splitBlocked(listWantedOf(users), recorded, new Set(edits.map(({ id }) => id))).free,
    recorded?.lock.renditions ?? {},
    recorded?.paths ?? new Set(),
  );
  const files = work.flatMap(({ make }) => make);
  const avif = files.filter(({ type }) => type === 'image/avif');
  return {
    files: files.length,
    isLeast: shown.some((edit) => isMade(edit) && !edit.forceSingle),
    pixels: sumPixels(files),
    ...(avif.length > 0 && {
      avif: { files: avif.length, ms: Math.round(sumPixels(avif) * AVIF_MS_PER_PIXEL) },
    }),
  };
}

/** What a plan makes of renditions, in a few words. */
export function describeRenditions({ files, isLeast, avif }: PlannedRenditions): Clause {
  const count = `${isLeast ? 'at least ' : ''}${plural(files, 'file')} to make, at no cost`;
  return avif === undefined
    ? count
    : `${count}; ${avif.files} of them ${avif.files === 1 ? 'is' : 'are'} AVIF, which takes about ${formatDuration(avif.ms)}`;
}

function isMade({ action }: Pick<CountedEdit, 'action'>): boolean {
  return action.kind === 'submit' || action.kind === 'collect' || action.kind === 'share';
}

/** The pictures of an edit after the run, as far as they are known. */
function listShown(edit: CountedEdit): readonly MediaFile[] {
  const { action, size, output, fingerprint } = edit;
  // What stays on another branch is left to the runs of that branch.
  if (action.kind === 'unchanged') return action.on === undefined ? action.files : [];
  if (action.kind === 'adopt') return action.files;
  if (!isMade(edit)) return [];
  // Of an unknown size: larger than any width that is asked for.
  const { width, height } = size ?? { width: LARGE, height: LARGE };
  const path = `${output}.jpg`;
  return [{ path, sha256: fingerprint, bytes: 0, type: 'image/jpeg', width, height }];
}

const LARGE = 8192;

function sumPixels(files: readonly WantedRendition[]): number {
  return files.reduce((sum, { width, height }) => sum + width * height, 0);
}
