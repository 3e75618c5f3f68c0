import type { Dimensions, MediaType } from '../media/types.ts';
import type { Position } from '../shared/problem.ts';
import type { EditRequest } from '../spec/types.ts';

/** A reference image that passed every rule that can be checked before something is sent. */
export type InspectedImage = InspectedFile | InspectedUrl | InspectedEditOutput;

/** A repository file: read and hashed once, however many edits use it. */
export interface InspectedFile extends Dimensions {
  readonly kind: 'file';
  /** Relative to the workspace, forward slashes. */
  readonly path: string;
  readonly absolutePath: string;
  /** Hex. */
  readonly sha256: string;
  /** Hex SHA-1 of the git blob that these bytes make (`git hash-object --no-filters`). */
  readonly gitBlob: string;
  readonly bytes: number;
  readonly type: Extract<MediaType, 'image/jpeg' | 'image/png'>;
  readonly at: Position;
}

export interface InspectedUrl {
  readonly kind: 'url';
  readonly url: string;
  readonly at: Position;
}

export interface InspectedEditOutput {
  readonly kind: 'edit';
  /** Expanded id of the edit whose first output is used. */
  readonly id: string;
  readonly at: Position;
}

/** An edit whose images were looked at: globs expanded and sorted, 1 to 10 images. */
export interface InspectedEdit extends Omit<EditRequest, 'images'> {
  readonly images: readonly InspectedImage[];
}

/** How repository files reach the service: by URL where they can, always, or never. */
export type ReferenceMode = 'auto' | 'url' | 'data-uri';

/** What the run knows of the repository whose files it sends. */
export interface RepositoryFacts {
  readonly owner: string;
  readonly name: string;
  /** The commit of this run, known to be on the server; undefined where the runner names none. */
  readonly sha: string | undefined;
  /** E.g. `https://github.com`. */
  readonly serverUrl: string;
  /** May ask the server; called at most once, and only if a file could be published. */
  visibility(signal: AbortSignal): Promise<'public' | 'private'>;
}

/** How one repository file reaches the service. */
export type ReferenceForm =
  | { readonly kind: 'url'; readonly url: string }
  /** A `data:` URI, made just before the submit. */
  | { readonly kind: 'data' };

/** The form of every file, by `InspectedFile.path`. */
export type ReferenceForms = ReadonlyMap<string, ReferenceForm>;
