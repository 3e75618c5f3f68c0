import type { EditState } from '../../plan/outcome.ts';
import type { MediaFile } from '../../media/types.ts';

/** Which of an edit's takes a card shows. */
export interface GalleryTake {
  /** Id of the edit: the same for all its takes. */
  readonly edit: string;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly isKept: boolean;
}

/** A picture that a card shows beside the edit's own: a reference, or what was there before. */
export interface GalleryReference {
  /** For people: a path, an address, or where it comes from. */
  readonly name: string;
  /** A relative path or an https URL; undefined if it cannot be shown, so that its name is. */
  readonly address: string | undefined;
}

/** A picture or video of a card. */
export interface GalleryFile extends MediaFile {
  /** A smaller picture of the same, relative to the page; absent: the file itself is shown. */
  readonly thumbnail?: string | undefined;
  /** What was in its place before; undefined if nothing was, or it is not known. */
  readonly before?: string | undefined;
}

/** One card of the gallery, wherever it comes from: an edit's end, or an entry of the lock file. */
export interface GalleryEdit {
  readonly id: string;
  /** Its key in the spec. */
  readonly key: string;
  readonly take?: GalleryTake;
  /** What cards are filtered and grouped by: the matrix and the model. */
  readonly matrix: Readonly<Record<string, string>>;
  readonly description?: string | undefined;
  readonly prompt: string;
  /** Undefined if no run says: an entry of the lock file. */
  readonly state: EditState | undefined;
  /** Why it has no pictures, and what to do next; sentences. */
  readonly reason?: string | undefined;
  readonly next?: string | undefined;
  readonly warnings: readonly string[];
  /** Beside the page. */
  readonly files: readonly GalleryFile[];
  /** Files that are not beside the page, with their URL if it is known, and where they are. */
  readonly linked?: {
    readonly where: string;
    readonly files: readonly { readonly name: string; readonly address: string | undefined }[];
  };
  readonly references: readonly GalleryReference[];
  /** The most important facts in one line. */
  readonly glance: string;
  /** Name and value of each fact; `code` for what is copied rather than read. */
  readonly facts: readonly (readonly [name: string, value: string, code?: 'code'])[];
  /** What cards are sorted by; absent if unknown. */
  readonly costUsd?: number | undefined;
  readonly totalMs?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly madeAtMs?: number | undefined;
}
