import type { LockedFile, LockedRendition, LockedRenditions } from '../lock/types.ts';
import type { Carried } from '../media/mark/types.ts';
import { currentFiles } from './apply-renditions.ts';
import { renderPictureElement } from './picture-element.ts';

/** Name of the file beside the pictures. */
export const PICTURES_NAME = 'pictures.json';
const PICTURES_VERSION = 1;

/** An edit with its pictures. */
export interface ListedPictures {
  readonly id: string;
  readonly alt?: string;
  readonly files: readonly LockedFile[];
}

/**
 * The list of pictures and renditions that pages are built from, as JSON: the same pictures give the same bytes. Paths are
 * relative to the folder of the file.
 */
export function renderPicturesFile(edits: readonly ListedPictures[], renditions: LockedRenditions): string {
  const listed = edits
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, alt, files }) => [
      id,
      { alt: alt ?? null, pictures: files.map((file) => describe(file, alt, renditions)) },
    ]);
  return `${JSON.stringify({ version: PICTURES_VERSION, edits: Object.fromEntries(listed) as object }, null, 2)}\n`;
}

/** The current renditions of one set. */
export interface CurrentSet {
  readonly record: LockedRendition;
  /** Ascending in width. */
  readonly files: readonly LockedFile[];
}

/** The renditions of a picture that are current, by the name of their set. */
export function listCurrentSets(file: LockedFile, renditions: LockedRenditions): readonly CurrentSet[] {
  return Object.values(renditions[file.sha256] ?? {})
    .map((record) => ({ record, files: currentFiles(record, file.path).toSorted(byWidth) }))
    .filter(({ files }) => files.length > 0)
    .toSorted((a, b) => (a.record.set < b.record.set ? -1 : 1));
}

function describe(file: LockedFile, alt: string | undefined, renditions: LockedRenditions): object {
  const sets = listCurrentSets(file, renditions);
  const first = Object.values(renditions[file.sha256] ?? {}).find((record) =>
    sets.some((set) => set.record === record),
  );
  return {
    ...describeFile(file),
    ...{ carries: describeCarried(file.carries) },
    ...{ color: first?.color ?? null, placeholder: first?.placeholder ?? null },
    renditions: sets.map(({ record, files }) => ({
      set: record.set,
      color: record.color ?? null,
      placeholder: record.placeholder ?? null,
      files: files.map(describeFile),
      html: renderPictureElement(files, file, { alt, color: record.color }),
    })),
  };
}

function byWidth(a: LockedFile, b: LockedFile): number {
  return (a.width ?? 0) - (b.width ?? 0) || (a.path < b.path ? -1 : 1);
}

function describeFile({ path, width, height, bytes, type, sha256 }: LockedFile): object {
  return { path, width: width ?? null, height: height ?? null, bytes, type, sha256 };
}

function describeCarried(carried: Carried | undefined): object | null {
  if (carried === undefined) return null;
  const { mark, label, c2pa } = carried;
  return { mark: mark ?? null, label: label ?? null, c2pa: c2pa ?? null };
}
