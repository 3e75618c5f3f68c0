import type { MediaFile } from '../media/types.ts';

/** A value as JSON has it. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The model's input as the lock file records it: its own keys, as on the wire, but with references by content. An image
 * is `sha256:<hex>` (a file's bytes), `edit:<fingerprint>` (another edit's output) or a hosted picture's address.
 */
export type LockedInput = Readonly<Record<string, Json>>;

/** What a reference was called, for people: nothing is decided by it. */
export interface LockedReference {
  /** As it is in the input. */
  readonly content: string;
  /** Of a file of the repository. */
  readonly path?: string;
  /** A commit that has the file with these bytes. */
  readonly commit?: string;
  /** Of another edit's output: its id. */
  readonly edit?: string;
}

/** An older picture of an edit: what it was made from, and where its files and its entry still are. */
export interface PastFingerprint {
  readonly fingerprint: string;
  /** A commit of the branch whose lock file has an entry with that fingerprint. */
  readonly commit: string;
}

/** The most that one edit can have cost; a service that names more is mistaken, and the cost counts as unknown. */
export const MOST_USD = 1_000_000;

/** The most that the spending of a month can be: any more edits than there can be, at the highest cost. */
export const MOST_SPENT_USD = 1e12;

/** How many fingerprints of an edit are remembered. */
export const MOST_PAST = 20;

/** A file of an entry. */
export type LockedFile = MediaFile;

/** A finished edit: what was asked, and the files that came. */
export interface LockEntry {
  /** Path of the spec that owns it; absent: no one does, so any spec may take it over. */
  readonly spec?: string;
  /** Number of the take; absent: the edit has one only. */
  readonly take?: number;
  /** Whether this take is the picture of its edit; only with `take`. */
  readonly isKept?: true;
  /**
   * What became of pictures that are not on the branch: they were set aside because another take is kept or another edit has
   * their place, or removed by `prune`. Absent: the files are on the branch. `files` says where they were.
   */
  readonly stored?: 'aside' | 'discarded';
  /** A commit of the branch that has the files and the entry of pictures that are not on the branch; absent: none is known. */
  readonly heldBy?: string;
  /** Hex SHA-256 over model and input. */
  readonly fingerprint: string;
  readonly model: string;
  /** Hex SHA-256 of the model's published schema that the input was checked with. */
  readonly modelSchema?: string;
  readonly input: LockedInput;
  /** Absent: none has a name of its own. */
  readonly references?: readonly LockedReference[];
  /** What the picture shows, for people who do not see it. */
  readonly alt?: string;
  readonly requestId: string;
  /** USD; absent if the service named none. */
  readonly costUsd?: number;
  /** ISO 8601, UTC: when the submit began, and when the files were there. */
  readonly submittedAt: string;
  readonly finishedAt: string;
  /**
   * In the service's queue and at work; absent unless one run followed the edit from its submit to its end. A job that was
   * never seen in the queue ran all the time.
   */
  readonly queuedMs?: number;
  readonly runningMs?: number;
  readonly actionVersion: string;
  /** Commit of the spec; absent if the runner named none. */
  readonly specCommit?: string;
  /** At least one. Paths are relative to the branch directory. */
  readonly files: readonly LockedFile[];
  /** The newest first, at most `MOST_PAST`, none twice. */
  readonly history?: readonly PastFingerprint[];
}

/** What was spent in a month. */
export interface MonthSpending {
  /** USD, as far as the service named a cost. */
  readonly costUsd: number;
  /** How many requests were paid for. */
  readonly edits: number;
  /** How many of them have no known cost. */
  readonly unpriced: number;
  /**
   * USD by request id, undefined if the cost is not known: what two branches both recorded has the same id. Absent for a
   * month long ago, of which only the sums are kept.
   */
  readonly requests?: ReadonlyMap<string, number | undefined>;
}

/** One rendition set's files of one original. */
export interface LockedRendition {
  /** Name of the set in the spec. */
  readonly set: string;
  readonly settings: LockedInput;
  /** The dominant color, such as `#aabbcc`, and a tiny blurred copy of it as a `data:` URI; absent if they could not be made. */
  readonly color?: string;
  readonly placeholder?: string;
  readonly files: readonly LockedFile[];
  /** Paths of those that no setting asks for anymore; they stay until they are pruned. */
  readonly stale?: readonly string[];
}

/** By the original's SHA-256, then by the SHA-256 of the set's name and settings. */
export type LockedRenditions = Readonly<Record<string, Readonly<Record<string, LockedRendition>>>>;

/** The pull request whose pictures a branch shows before they are published. */
export interface LockedPreview {
  readonly pullRequest: number;
  /** Head commit of the pull request when the branch was last written; absent if the event did not say. */
  readonly commit?: string;
}

/** The published schema of a model as it was last seen, as far as it decides what is valid. */
export interface LockedModel {
  /** Hex SHA-256 of the schema. */
  readonly digest: string;
  readonly schema: Json;
}

/** What the assets branch records of finished work. */
export interface LockFile {
  /** By edit id. */
  readonly edits: ReadonlyMap<string, LockEntry>;
  /** Gallery pages that we wrote, relative to the branch directory. */
  readonly pages: readonly string[];
  /** Specs whose runs ask for the gallery page of the branch; absent: none does. */
  readonly gallery?: readonly string[];
  /** Absent: the branch is not a preview. */
  readonly preview?: LockedPreview;
  /** By month, e.g. `2026-11`. */
  readonly spending?: Readonly<Record<string, MonthSpending>>;
  /** By id of the model; the default one is there only if edits of it have `options`, which are checked by its published schema. */
  readonly models?: Readonly<Record<string, LockedModel>>;
  /** By the original's SHA-256, then by the SHA-256 of the set's name and settings. */
  readonly renditions?: LockedRenditions;
}

/** The finished work that a run finds. */
export interface Recorded {
  readonly lock: LockFile;
  /** Every file below the branch directory in the branch's tip, relative to that directory. */
  readonly paths: ReadonlySet<string>;
}
