import type { MediaType } from '../media/types.ts';

/** A host that outputs may come from besides the service's own. */
export interface OutputHost {
  /** Lower-case host name or address, no brackets. */
  readonly host: string;
  /** Absent: the scheme's default port. */
  readonly port?: number;
}

/** An output on disk: complete by its own format, hashed while it was written. */
export interface DownloadedFile {
  /** Relative to the output folder, forward slashes, with the extension of its true type. */
  readonly path: string;
  readonly absolutePath: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly type: MediaType;
  /** Pixels; absent for videos. */
  readonly width?: number;
  readonly height?: number;
}
