import { filesOnBranch } from '../lock/has-files.ts';
import type { LockedFile, LockedRendition, LockedRenditions, LockEntry } from '../lock/types.ts';
import { mapValues } from '../shared/map-values.ts';
import { withoutExtension } from '../shared/without-extension.ts';
import { isRenditionOf, stemsOf } from './rendition-files.ts';
import type { MadeSet } from './types.ts';

/** What a commit does to the renditions that are recorded. */
export interface RenditionChange {
  readonly set: readonly MadeSet[];
  /** Paths of files that no setting of this run's edits asks for. */
  readonly stale: readonly string[];
  /** Paths of the pictures of this run's edits, also of those without renditions. */
  readonly own: readonly string[];
  /** Whether files that are not current are removed. */
  readonly prune: boolean;
}

type Entries = ReadonlyMap<string, Pick<LockEntry, 'files' | 'stored'>>;

/**
 * The renditions that are recorded after a commit; pure. `edits` are the entries after it: what was made of pictures that are not among
 * them is left out, as another run has replaced them. A path that is written belongs to its new record only. What may have been made of
 * the picture of an edit of other runs is none of this run's business.
 */
export function applyRenditions(
  before: LockedRenditions,
  { set, stale, own, prune }: RenditionChange,
  edits: Entries,
): LockedRenditions {
  const originals = pathsOfOriginals(edits);
  const made = set.filter(({ original }) => originals.has(original));
  const written = new Set(made.flatMap(({ files }) => files.map(({ path }) => path)));
  const rest = withoutFiles(before, (path) => written.has(path));
  const outdated = new Set(stale.filter((path) => !written.has(path)));
  const others = stemsOfOthers(edits, own);
  const marked = mapRecords(rest, (record) =>
    withStale(
      record,
      (path) => outdated.has(path) && !stemsOf(path, record.set).some((stem) => others.has(stem)),
    ),
  );
  const merged = made.reduce(addSet, marked);
  if (!prune) return merged;
  return mapRecords(merged, (record, original) =>
    without(record, (path) => !isCurrent(path, record, originals.get(original) ?? [])),
  );
}

/** Where the pictures of edits are that this run knows nothing of, without extensions. */
function stemsOfOthers(edits: Entries, own: readonly string[]): ReadonlySet<string> {
  const ours = new Set(own.map(withoutExtension));
  const all = [...edits.values()].flatMap(filesOnBranch);
  return new Set(all.map(({ path }) => withoutExtension(path)).filter((stem) => !ours.has(stem)));
}

/** Whether a recorded file is what the settings ask for of a picture that the lock file has. */
function isCurrent(path: string, record: LockedRendition, originals: readonly string[]): boolean {
  return (
    record.stale?.includes(path) !== true &&
    originals.some((original) => isRenditionOf(path, original, record.set))
  );
}

/** The files of a record that pages use for a picture at `original`. */
export function currentFiles(record: LockedRendition, original: string): readonly LockedFile[] {
  return record.files.filter(({ path }) => isCurrent(path, record, [original]));
}

/** The paths of each picture on the branch, by its SHA-256. */
export function pathsOfOriginals(edits: Entries): ReadonlyMap<string, readonly string[]> {
  const files = [...edits.values()].flatMap(filesOnBranch);
  return mapGroups(
    Map.groupBy(files, ({ sha256 }) => sha256),
    ({ path }) => path,
  );
}

function mapGroups<T, U>(
  groups: ReadonlyMap<string, readonly T[]>,
  change: (item: T) => U,
): ReadonlyMap<string, readonly U[]> {
  return new Map([...groups].map(([key, items]) => [key, items.map(change)]));
}

function addSet(records: LockedRenditions, made: MadeSet): LockedRenditions {
  const { original, key, set, settings, files, color, placeholder } = made;
  const old = records[original]?.[key];
  const paths = new Set(files.map(({ path }) => path));
  const record: LockedRendition = {
    ...(old?.color !== undefined && { color: old.color }),
    ...(old?.placeholder !== undefined && { placeholder: old.placeholder }),
    ...(color !== undefined && { color }),
    ...(placeholder !== undefined && { placeholder }),
    ...{ set, settings, files: [...(old?.files ?? []).filter(({ path }) => !paths.has(path)), ...files] },
  };
  const stale = (old?.stale ?? []).filter((path) => !paths.has(path));
  const whole = stale.length === 0 ? record : { ...record, stale };
  return { ...records, [original]: { ...records[original], [key]: whole } };
}

/** The records without some of their files, by path. */
export function withoutFiles(records: LockedRenditions, isGone: (path: string) => boolean): LockedRenditions {
  return mapRecords(records, (record) => without(record, isGone));
}

/** The record without some of its files; undefined if none is left. */
function without(record: LockedRendition, isGone: (path: string) => boolean): LockedRendition | undefined {
  const files = record.files.filter(({ path }) => !isGone(path));
  if (files.length === record.files.length) return record;
  return files.length === 0 ? undefined : withoutStale({ ...record, files }, isGone);
}

function withStale(record: LockedRendition, isOutdated: (path: string) => boolean): LockedRendition {
  const added = record.files.map(({ path }) => path).filter(isOutdated);
  return added.length === 0
    ? record
    : { ...record, stale: [...new Set([...(record.stale ?? []), ...added])].toSorted() };
}

function withoutStale(record: LockedRendition, isGone: (path: string) => boolean): LockedRendition {
  const { stale = [], ...rest } = record;
  const left = stale.filter((path) => !isGone(path));
  return left.length === 0 ? rest : { ...rest, stale: left };
}

function mapRecords(
  records: LockedRenditions,
  change: (record: LockedRendition, original: string) => LockedRendition | undefined,
): LockedRenditions {
  const mapped = Object.entries(records).map(([original, bySettings]) => {
    const changed = mapValues(bySettings, (record) => change(record, original));
    const kept = Object.entries(changed).filter(
      (entry): entry is [string, LockedRendition] => entry[1] !== undefined,
    );
    return [original, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(mapped.filter(([, bySettings]) => Object.keys(bySettings).length > 0));
}
