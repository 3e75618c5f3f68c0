import type { MediaFile } from '../media/types.ts';
import type { EditError } from '../shared/edit-error.ts';
import type { Result } from '../shared/result.ts';

/** A host that outputs may come from besides the service's own. */
export interface OutputHost {
  /** Lower-case host name or address, no brackets. */
  readonly host: string;
  /** Absent: the scheme's default port. */
  readonly port?: number;
}

/** An output on disk: complete by its own format, hashed while it was written. */
export interface DownloadedFile extends MediaFile {
  readonly absolutePath: string;
}

/** Brings outputs to disk. */
export interface Downloader extends AsyncDisposable {
  /**
   * Downloads `url` to `output`, a safe path relative to the output folder, without extension. Goes on until it
   * has a whole picture or video, or gives up; never throws for what the network, the server or the disk does.
   * Nothing half-written stays. Error codes: `output-vanished` (the address no longer works),
   * `output-refused` (an address that must not be read), `download-failed` (everything else, the signal included).
   */
  download(url: string, output: string, signal: AbortSignal): Promise<Result<DownloadedFile, EditError>>;
}

/** How long and how far a download goes. */
export interface DownloadLimits {
  /** Largest output that is taken. */
  readonly maxBytes: number;
  /** Tries while the server says that the output is gone, the first included. */
  readonly vanishedTries: number;
  /** Tries while what comes is no whole picture, the first included. */
  readonly damagedTries: number;
  /** Longest silence of a connection. */
  readonly silenceMs: number;
}

/** Why one try brought no file. */
export interface DownloadFailure {
  readonly kind: 'refused' | 'vanished' | 'damaged' | 'outage' | 'disk';
  /** The host that was spoken to last. */
  readonly host: string;
  /** A clause for people, to stand after `HOST: `. */
  readonly reason: string;
  /** What the server asked for, clamped. */
  readonly retryAfterMs?: number;
}
