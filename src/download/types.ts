import type { MediaFile } from '../media/types.ts';
import type { EditError } from '../shared/edit-error.ts';
import type { Result } from '../shared/result.ts';
import type { Clause } from '../shared/sentence.ts';

/** A host that outputs may come from besides the service's own. */
export interface OutputHost {
  /** Lower-case host name or address, no brackets. */
  readonly host: string;
  /** Absent: the scheme's default port. */
  readonly port?: number;
}

/** An output on disk, hashed while it was written. */
export interface DownloadedFile extends MediaFile {
  readonly absolutePath: string;
  /**
   * Why this is not certainly a whole picture or video: `the PNG is cut off after 300 bytes`. It came whole, and twice the same, so
   * it is what the service made. Absent for a file that is complete by its own format.
   */
  readonly oddity?: Clause;
}

/** Why an output could not be had. */
export interface DownloadError extends EditError {
  /**
   * - `passing`: a later run may succeed, with nothing changed.
   * - `vanished`: the address does not work anymore; the service may name a fresh one.
   * - `permanent`: the address must not be read, or what it gives is never an output. No later run does better, unless
   *   someone changes the settings that the message names.
   */
  readonly kind: 'passing' | 'vanished' | 'permanent';
}

/** Brings outputs to disk. */
export interface Downloader extends AsyncDisposable {
  /**
   * Downloads `url` to `output`, a safe path relative to the output folder, without extension. Continues until it has a
   * whole picture or video, or gives up; never throws for what the network, the server or the disk does. Nothing
   * half-written stays. A file of unknown type is named by its hash instead, in the same folder. Error codes:
   * `output-vanished`, `output-refused` (an address that must not be read), `output-unusable` (never an output, whatever the settings),
   * `download-failed` (everything else, the signal included).
   */
  download(url: string, output: string, signal: AbortSignal): Promise<Result<DownloadedFile, DownloadError>>;
}

/** How long and how far a download goes. */
export interface DownloadLimits {
  /** Largest output that is accepted. */
  readonly maxBytes: number;
  /** Tries while the server says that the output is gone, the first included. */
  readonly vanishedTries: number;
  /** Tries while what comes is not a whole picture and differs each time, the first included. */
  readonly damagedTries: number;
  /** Longest silence of a connection. */
  readonly silenceMs: number;
  /** How many tries of all downloads may be under way at once. */
  readonly atOnce: number;
}

/** Why one try brought no file. */
export type DownloadFailure = {
  /** The host that was spoken to last; empty if the address has none. */
  readonly host: string;
  readonly reason: Clause;
} &
  /** `refused`: an address that the settings do not allow; `unusable`: under no settings. */
  (
    | { readonly kind: 'refused' | 'unusable' | 'vanished' | 'disk' }
    /** `bytes` identifies what came, if it came whole: the same again is what the service made. */
    | { readonly kind: 'damaged'; readonly bytes?: string }
    /** `retryAfterMs`: what the server asked for, clamped. */
    | { readonly kind: 'outage'; readonly retryAfterMs?: number }
  );

/** A failure before it is known whose it is. Distributes over the kinds. */
export type WithoutHost<T> = T extends unknown ? Omit<T, 'host'> : never;
