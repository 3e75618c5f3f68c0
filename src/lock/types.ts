import type { MediaFile } from '../media/types.ts';

/**
 * The model's input as the lock file records it: as on the wire, but with references by content. An image is
 * `sha256:<hex>` (a file's bytes), `edit:<fingerprint>` (another edit's output) or a hosted picture's address.
 */
export interface LockedInput {
  readonly image_urls: readonly string[];
  readonly prompt: string;
  readonly 'width×height': string;
  readonly scale: number;
  readonly force_single: boolean;
}

/** A finished edit: what was asked, and the files that came. */
export interface LockEntry {
  /** Hex SHA-256 over model and input. */
  readonly fingerprint: string;
  readonly model: string;
  readonly input: LockedInput;
  readonly requestId: string;
  /** USD; absent where the service named none. */
  readonly costUsd?: number;
  /** ISO 8601, UTC: when the submit began, and when the files were there. */
  readonly submittedAt: string;
  readonly finishedAt: string;
  /** At least one. Paths are relative to the branch directory. */
  readonly files: readonly MediaFile[];
  readonly actionVersion: string;
  /** Commit of the spec; absent where the runner named none. */
  readonly specCommit?: string;
}

/** What the assets branch records of finished work. */
export interface LockFile {
  /** By edit id. */
  readonly edits: ReadonlyMap<string, LockEntry>;
  /** Gallery pages that we wrote, relative to the branch directory. */
  readonly pages: readonly string[];
}

/** The finished work that a run finds. */
export interface Recorded {
  readonly lock: LockFile;
  /** Every file below the branch directory in the branch's tip, relative to that directory. */
  readonly paths: ReadonlySet<string>;
}
