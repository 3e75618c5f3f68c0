import { hasFiles } from '../lock/has-files.ts';
import type { LockEntry, Recorded } from '../lock/types.ts';
import { otherNameOf } from '../shared/take-id.ts';
import type { BaseWork, OfferedEntry, OtherBranch, PlannedEdit } from './types.ts';

type Undecided = Pick<PlannedEdit, 'id' | 'fingerprint' | 'frozen'>;

/** The finished work that a plan may use. */
export interface FinishedWork {
  /** Of the run's own branch; absent if nothing is recorded. */
  readonly recorded?: Recorded;
  /** Of the branch beneath it; absent if there is none. */
  readonly base?: BaseWork;
  /** Of preview branches, by fingerprint; the first one is taken. */
  readonly offers?: ReadonlyMap<string, readonly OfferedEntry[]>;
  /** Every id of the spec, including edits that are not part of this run. */
  readonly specIds: ReadonlySet<string>;
}

/** A finished edit whose files are all there; `on` is absent on the run's own branch. */
export interface Finished {
  /** Id of the entry. */
  readonly id: string;
  readonly entry: LockEntry;
  readonly on?: OtherBranch;
}

/** Finds finished pictures for the edits of one plan. */
export interface Finder {
  /** What is there under the edit's id, whatever it was made from: on the own branch, otherwise on the base. */
  findById(edit: Undecided): Finished | undefined;
  /** A take with exactly the pictures that the edit asks for that was set aside or discarded: on the own branch, otherwise on the base. */
  findAside(edit: Undecided): Finished | undefined;
  /**
   * Its own take with exactly these pictures, which was set aside or discarded on the own branch: recorded under its id, or,
   * if nothing is, under one that left the spec.
   */
  findOwnAside(edit: Undecided): Finished | undefined;
  /** Exactly the pictures that the edit asks for. The nearest come first: own branch, base branch, preview branches. */
  find(edit: Undecided): Finished | undefined;
  /** Notes that an edit uses these pictures: the files of a renamed edit move only once. */
  take(finished: Finished): void;
}

/** Creates the finder of one plan. */
export function createFinder({ recorded, base, offers, specIds }: FinishedWork): Finder {
  const own = createShelf(recorded, specIds);
  const beneath = createShelf(base?.recorded, specIds);
  /** Ids of entries whose files move to a renamed edit. */
  const taken = new Set<string>();
  const onBase = (id: string, entry: LockEntry): Finished => ({ id, entry, ...(base && { on: base.on }) });
  const findOwnAside = (edit: Undecided): Finished | undefined => {
    const found = own.findAside(edit);
    if (found === undefined || namesOf(edit.id, specIds).includes(found.id)) return found;
    // A renamed edit whose pictures are on the branch comes before one whose are not.
    const same = own.findSame(edit, taken);
    const isMoved = same !== undefined && (same.id === edit.id || !specIds.has(same.id));
    return isMoved || specIds.has(found.id) ? undefined : found;
  };

  return {
    findById: ({ id }) => {
      for (const name of namesOf(id, specIds)) {
        const entry = own.get(name);
        if (entry !== undefined) return { id: name, entry };
        const below = beneath.get(name);
        if (below !== undefined) return onBase(name, below);
      }
      return undefined;
    },
    findAside: (edit) => {
      const here = own.findAside(edit);
      if (here !== undefined) return here;
      const below = beneath.findAside(edit);
      return below && onBase(below.id, below.entry);
    },
    findOwnAside,
    find: (edit) => {
      const { id, fingerprint } = edit;
      const here = own.get(id);
      if (here?.fingerprint === fingerprint) return { id, entry: here };
      const below = beneath.get(id);
      if (below?.fingerprint === fingerprint) return onBase(id, below);
      // An older commit may have an older picture of the same request, and another edit may have a newer one.
      const offered = offers?.get(fingerprint) ?? [];
      const ownAside = findOwnAside(edit)?.entry.requestId;
      const restored = offered.find(({ entry }) => entry.requestId === ownAside);
      if (restored !== undefined) return restored;
      const same = own.findSame(edit, taken);
      if (same !== undefined) return same;
      const copy = beneath.findSame(edit, NONE, base?.uncopyable);
      if (copy !== undefined) return onBase(copy.id, copy.entry);
      const aside = own.findAside(edit)?.entry.requestId;
      return offered.find(({ entry }) => entry.requestId === aside) ?? offered[0];
    },
    take: ({ id, on }) => {
      if (on === undefined) taken.add(id);
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

/** The ids under which an edit's pictures may be recorded: its own, and the one it had before its takes were counted otherwise. */
export function namesOf(id: string, specIds: ReadonlySet<string>): readonly string[] {
  const other = otherNameOf(id);
  return other === undefined || specIds.has(other) ? [id] : [id, other];
}

/** The entries of one branch whose files are all there. */
interface Shelf {
  get(id: string): LockEntry | undefined;
  /** An entry of another edit that has this edit's pictures, and is not among those to leave out. */
  findSame(edit: Undecided, taken: ReadonlySet<string>, without?: ReadonlySet<string>): Finished | undefined;
  /** An entry with this edit's pictures that needs no files on the branch; its own first, then one that left the spec. */
  findAside(edit: Undecided): Finished | undefined;
}

function createShelf(recorded: Recorded | undefined, specIds: ReadonlySet<string>): Shelf {
  const byFingerprint = Map.groupBy(recorded?.lock.edits ?? [], ([, entry]) => entry.fingerprint);
  const isThere = (entry: LockEntry): boolean => recorded !== undefined && hasFiles(entry, recorded.paths);
  return {
    get: (id) => {
      const entry = recorded?.lock.edits.get(id);
      return entry !== undefined && isThere(entry) ? entry : undefined;
    },
    findAside: ({ id: own, fingerprint }) => {
      const all = (byFingerprint.get(fingerprint) ?? []).filter(([, { stored }]) => stored !== undefined);
      const names = namesOf(own, specIds);
      const found =
        all.find(([id]) => id === own) ??
        all.find(([id]) => names.includes(id)) ??
        all.find(([id]) => !specIds.has(id)) ??
        all[0];
      return found && { id: found[0], entry: found[1] };
    },
    findSame: ({ fingerprint, frozen }, taken, without = NONE) => {
      const same = (byFingerprint.get(fingerprint) ?? []).filter(
        ([id, entry]) => isThere(entry) && !without.has(id),
      );
      const isLeft = ([id]: readonly [string, LockEntry]): boolean => !specIds.has(id);
      // A renamed edit comes first: its files move. The files of an edit that is still in the spec are copied, unless
      // this edit is frozen: a frozen edit stays as it is, even without pictures.
      const found =
        same.find((each) => isLeft(each) && !taken.has(each[0])) ??
        same.find(isLeft) ??
        (frozen ? undefined : same[0]);
      return found && { id: found[0], entry: found[1] };
    },
  };
}
