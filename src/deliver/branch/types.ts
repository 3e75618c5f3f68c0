import type { LockedPreview, LockEntry, LockFile, Recorded } from '../../lock/types.ts';
import type { RenditionChange } from '../../pictures/apply-renditions.ts';
import type { GitRepository, TreeFile } from '../../git/types.ts';
import type { Clock, Log, Random } from '../../shared/ports.ts';
import type { CommitSigner } from './commit-signer.ts';

/** The part of the assets branch that holds the pictures. */
export interface BranchPlace {
  /** Short name, e.g. `assets`. */
  readonly branch: string;
  /** Relative to the branch's root, no slash at either end; empty: the root. */
  readonly directory: string;
  /** Short name of the branch that it is to be merged into, by a pull request; absent: none. */
  readonly into?: string;
}

/**
 * How a branch is related to the one that it is to be merged into. The tree and the lock file beside this are those of
 * both.
 */
export interface JoinedTip {
  /** Newest commit of the other branch. */
  readonly base: string;
  /** Files of the other branch's whole tree, by path from the root. */
  readonly tree: ReadonlyMap<string, TreeFile>;
  /** What the other branch has. */
  readonly recorded: Recorded;
  /** What the branch itself has, if that is not what is described beside this. */
  readonly head?: Required<Pick<BranchTip, 'tip'>> & Pick<BranchTip, 'tree' | 'recorded'>;
  /** The commits that the next commit is made on. */
  readonly parents: readonly string[];
  /** Object name of a commit or a tree in the private repository that has the files of both. */
  readonly files: string;
  /** Whether the branch brings anything that the other one does not have. */
  readonly isAhead: boolean;
}

/** The branch as a run found it. */
export interface OpenedBranch {
  readonly repository: GitRepository;
  readonly place: BranchPlace;
  /** The commit that was found; absent if there is no such branch yet. */
  readonly tip?: string;
  /** Files of the tip's whole tree, by path from the root. */
  readonly tree: ReadonlyMap<string, TreeFile>;
  /** Paths in here are relative to the branch directory. */
  readonly recorded: Recorded;
  /** Present if the branch is to be merged into another one. */
  readonly joined?: JoinedTip;
}

/** What is on the branch at one moment. */
export type BranchTip = Pick<OpenedBranch, 'tip' | 'tree' | 'recorded' | 'joined'>;

/** Where the bytes of a file come from. */
export type FileSource =
  /** A file that this run made. */
  | { readonly kind: 'disk'; readonly absolutePath: string }
  /** A file of another branch, or of an older commit of this one, that was fetched to disk. */
  | { readonly kind: 'copy'; readonly absolutePath: string }
  /** A file that the branch has already, at this path relative to the branch directory. */
  | { readonly kind: 'branch'; readonly path: string };

/** An edit whose entry and files are to be on the branch as given. */
export interface BranchChange {
  readonly id: string;
  readonly entry: LockEntry;
  /** One for each of `entry.files`, in the same order. */
  readonly sources: readonly FileSource[];
}

/** What a run wants the branch to become. */
export interface BranchChanges {
  readonly set: readonly BranchChange[];
  /** Ids whose entries and files are removed: pruned, or renamed to another id. */
  readonly remove: readonly string[];
  /** The schemas of models as this run has seen them. */
  readonly models?: LockFile['models'];
  /** Absent: those of the branch stay as they are. */
  readonly renditions?: BranchRenditions;
}

/** What becomes of the renditions, and where the bytes of new ones come from, by path relative to the branch directory. */
export interface BranchRenditions extends RenditionChange {
  readonly sources: ReadonlyMap<string, FileSource>;
}

/** What a commit did, for its message. */
export interface CommitFacts {
  /** Edits whose entry was set. */
  readonly edits: number;
  /** Files that were added, changed, moved or removed, pages and lock file not counted. */
  readonly files: number;
}

/** An edit that needs no change, and the paths of its files. */
export interface UnchangedEdit {
  readonly id: string;
  readonly paths: readonly string[];
}

/** Whether the run of a spec asks for the gallery page. */
export interface GalleryWish {
  /** Path of the spec. */
  readonly spec: string;
  readonly isAsked: boolean;
}

/** What goes to the branch, and how the branch describes it. */
export interface BranchRequest {
  readonly changes: BranchChanges;
  /** Edits whose files are said to be on the branch already; paths are relative to the branch directory. */
  readonly unchanged?: readonly UnchangedEdit[];
  /** The pull request that the branch is a preview of from now on; absent: the branch is published, and no preview. */
  readonly preview?: LockedPreview | 'as-before';
  /** Absent: the gallery page is there as before. */
  readonly gallery?: GalleryWish;
  renderMessage(facts: CommitFacts): string;
  /** Gallery pages by path relative to the branch directory; called again for each tip that is built on. */
  renderPages(lock: LockFile): ReadonlyMap<string, string>;
  /**
   * `leave`: another job writes them later. `refresh`: they are written also if nothing else changes, because others left
   * them. Absent: they are written with each change.
   */
  readonly pages?: 'leave' | 'refresh';
}

/** An edit that is left out of a commit; the reason is a clause for people. */
export interface LeftEdit {
  readonly id: string;
  readonly reason: string;
  /** What it takes to bring it to the branch; absent: the next run. */
  readonly remedy?:
    /** Its pictures are gone: they are made again, which the reason says. */
    | 'make-again'
    /** A file that is not ours has its path. */
    | 'clear-path'
    /** Another edit has its path, maybe only until the next run. */
    | 'wait-for-path';
}

/** What became of the branch. Paths are from the branch's root. */
export type BranchDelivery =
  /** Not asked for. */
  | { readonly kind: 'none' }
  /** Nothing to commit. `commit` is absent if there is no such branch. */
  | ({ readonly kind: 'unchanged'; readonly commit?: string } & BranchPlace)
  | ({
      readonly kind: 'committed';
      readonly commit: string;
      /** Every path that the commit touched, sorted. */
      readonly changed: readonly string[];
      /** What a person should know: files of 50 MiB and more, edits that another run changed in the meantime. */
      readonly warnings: readonly string[];
      /** Ids of edits that were left out of the commit, with the reason; their files go to the artifact. */
      readonly left: readonly LeftEdit[];
      /** Takes that the branch does not have anymore, by id: an earlier commit that has them. Absent: there are none. */
      readonly aside?: ReadonlyMap<string, string>;
      /** Several jobs of one plan committed it; `commit` has all of it. */
      readonly isByParts?: true;
    } & BranchPlace)
  | ({
      readonly kind: 'failed';
      readonly message: string;
      /** Edits that could not be committed, if the reason lies in the edits. */
      readonly left: readonly LeftEdit[];
    } & BranchPlace);

/** What a delivery needs from outside. */
export interface DeliverDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Ends everything, at any point. */
  readonly signal: AbortSignal;
  /** Absent: commits are made here and not signed. */
  readonly signer?: CommitSigner;
}
