import { foldPath } from '../shared/fold-path.ts';
import type { LockedFile, LockedRenditions } from '../lock/types.ts';
import { withoutExtension } from '../shared/without-extension.ts';
import { stemsOf } from './rendition-files.ts';
import type { WantedRendition, WantedSet } from './types.ts';

/** What is to be done for one set of one original. */
export interface SetWork {
  readonly wanted: WantedSet;
  /** Files that have to be made. */
  readonly make: readonly WantedRendition[];
  /** Files that the branch has at another path: they are copied there. */
  readonly copy: readonly { readonly to: LockedFile; readonly from: string }[];
}

/** How what is wanted differs from what is there. */
export interface RenditionWork {
  readonly sets: readonly SetWork[];
  /** Paths of files that no setting of these edits asks for anymore. */
  readonly stale: readonly string[];
}

/** Paths of pictures. */
export interface OriginalPaths {
  /** Of these edits, also of those without renditions. */
  readonly own: readonly string[];
  /** Of all other edits on the branch, whose renditions are none of their business. */
  readonly others: readonly string[];
}

/**
 * Compares what the edits' pictures are to have with what is recorded and on the branch; pure. `paths`: every file of the branch.
 */
export function compareRenditions(
  wanted: readonly WantedSet[],
  originals: OriginalPaths,
  recorded: LockedRenditions,
  paths: ReadonlySet<string>,
): RenditionWork {
  const keep = new Set(wanted.flatMap(({ files }) => files.map(({ path }) => foldPath(path))));
  const own = new Set(originals.own.map(withoutExtension));
  const others = new Set(originals.others.map(withoutExtension));
  const stale = Object.values(recorded)
    .flatMap((bySettings) => Object.values(bySettings))
    .flatMap((record) =>
      record.files
        .map(({ path }) => path)
        .filter((path) => record.stale?.includes(path) !== true && !keep.has(foldPath(path)))
        .filter((path) => {
          const stems = stemsOf(path, record.set);
          return stems.some((stem) => own.has(stem)) && !stems.some((stem) => others.has(stem));
        }),
    );
  return { sets: compareSets(wanted, recorded, paths), stale: [...new Set(stale)] };
}

/** What is to be done for the sets that are not there as they are wanted; pure. */
export function compareSets(
  wanted: readonly WantedSet[],
  recorded: LockedRenditions,
  paths: ReadonlySet<string>,
): readonly SetWork[] {
  return wanted.flatMap((each): readonly SetWork[] => {
    const record = recorded[each.original.sha256]?.[each.key];
    const there = (record?.files ?? []).filter(({ path }) => paths.has(path));
    const current = new Set(
      there.map(({ path }) => path).filter((path) => record?.stale?.includes(path) !== true),
    );
    const missing = each.files.filter(({ path }) => !current.has(path));
    if (missing.length === 0) return [];
    const copies = missing.map((file) => ({ file, twin: there.find((other) => isSame(file, other)) }));
    return [
      {
        wanted: each,
        make: copies.flatMap(({ file, twin }) => (twin === undefined ? [file] : [])),
        copy: copies.flatMap(({ file, twin }) =>
          twin === undefined ? [] : [{ to: { ...twin, path: file.path }, from: twin.path }],
        ),
      },
    ];
  });
}

function isSame(one: WantedRendition, other: LockedFile): boolean {
  return one.type === other.type && one.width === other.width && one.height === other.height;
}
