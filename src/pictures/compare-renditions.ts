import { isDeepStrictEqual } from 'node:util';

import { foldPath } from '../shared/fold-path.ts';
import type { LockedFile, LockedRendition, LockedRenditions } from '../lock/types.ts';
import { renditionRecords } from '../lock/rendition-records.ts';
import { withoutExtension } from '../shared/without-extension.ts';
import { stemsOf } from './rendition-files.ts';
import type { Preview, WantedRendition, WantedSet } from './types.ts';

/** What is to be done for one set of one original. */
export interface SetWork {
  readonly wanted: WantedSet;
  /** Files that have to be made. */
  readonly make: readonly WantedRendition[];
  /** Files that the branch has at another path: they are copied there. */
  readonly copy: readonly { readonly to: LockedFile; readonly from: string }[];
  /** What is known of the picture from the files that are copied. */
  readonly preview?: Partial<Preview>;
}

/** How what is wanted differs from what is there. */
export interface RenditionWork {
  readonly sets: readonly SetWork[];
  /** Paths of files that no setting of these edits asks for anymore; some may be of pictures of other edits. */
  readonly stale: readonly string[];
  /** Paths of the pictures of these edits, also of those without renditions. */
  readonly own: readonly string[];
}

/**
 * Compares what the edits' pictures (at `own`) are to have with what is recorded and on the branch; pure. `paths`: every file of
 * the branch.
 */
export function compareRenditions(
  wanted: readonly WantedSet[],
  own: readonly string[],
  recorded: LockedRenditions,
  paths: ReadonlySet<string>,
): RenditionWork {
  const keep = new Set(wanted.flatMap(({ files }) => files.map(({ path }) => foldPath(path))));
  const stems = new Set(own.map(withoutExtension));
  const stale = renditionRecords(recorded).flatMap((record) =>
    record.files
      .map(({ path }) => path)
      .filter((path) => record.stale?.includes(path) !== true && !keep.has(foldPath(path)))
      .filter((path) => stemsOf(path, record.set).some((stem) => stems.has(stem))),
  );
  return { sets: compareSets(wanted, recorded, paths), stale: [...new Set(stale)], own };
}

/** What is to be done for the sets that are not there as they are wanted; pure. */
export function compareSets(
  wanted: readonly WantedSet[],
  recorded: LockedRenditions,
  paths: ReadonlySet<string>,
): readonly SetWork[] {
  return wanted.flatMap((each): readonly SetWork[] => {
    const records = recorded[each.original.sha256] ?? {};
    const record = records[each.key];
    const isThere = ({ path }: LockedFile): boolean => paths.has(path);
    const current = new Set(
      (record?.files ?? [])
        .filter(isThere)
        .map(({ path }) => path)
        .filter((path) => record?.stale?.includes(path) !== true),
    );
    const missing = each.files.filter(({ path }) => !current.has(path));
    if (missing.length === 0) return [];
    const donors = listDonors(each, records);
    const there = donors.flatMap(({ files }) => files).filter(isThere);
    const copies = missing.map((file) => ({ file, twin: there.find((other) => isSame(file, other)) }));
    const known = donors.find(({ placeholder }) => placeholder !== undefined);
    return [
      {
        wanted: each,
        make: copies.flatMap(({ file, twin }) => (twin === undefined ? [file] : [])),
        copy: copies.flatMap(({ file, twin }) =>
          twin === undefined ? [] : [{ to: { ...twin, path: file.path }, from: twin.path }],
        ),
        ...(known !== undefined && { preview: previewOf(known) }),
      },
    ];
  });
}

/**
 * The records whose files have the bytes that a set wants, its own first. A set that got another name, or that has the settings
 * of another one, takes its files from there: none is made twice.
 */
function listDonors(
  { key, settings }: WantedSet,
  records: LockedRenditions[string],
): readonly LockedRendition[] {
  const equal = Object.entries(records).filter(
    ([other, record]) => other === key || isDeepStrictEqual(record.settings, settings),
  );
  return equal.toSorted(([a], [b]) => Number(b === key) - Number(a === key)).map(([, record]) => record);
}

function previewOf({ color, placeholder }: LockedRendition): Partial<Preview> {
  return { ...(color !== undefined && { color }), ...(placeholder !== undefined && { placeholder }) };
}

function isSame(one: WantedRendition, other: LockedFile): boolean {
  return one.type === other.type && one.width === other.width && one.height === other.height;
}
