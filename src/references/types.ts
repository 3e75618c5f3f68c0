import type { CommittedFile } from '../git/read-committed.ts';
import type { Dimensions } from '../media/types.ts';
import type { EditRequest, ImageUse, ImageUser } from '../spec/types.ts';
import type { SendableType } from './image-rules.ts';

/** A reference image that obeys every rule that can be checked before sending. */
export type InspectedImage = InspectedFile | InspectedUrl | InspectedEditOutput;

/** A repository file, read and hashed once however many edits use it. */
export interface InspectedFile extends Dimensions, ImageUse {
  readonly kind: 'file';
  /** Relative to the workspace, forward slashes. */
  readonly path: string;
  readonly absolutePath: string;
  /** Hex. */
  readonly sha256: string;
  /** Hex SHA-1 of the git blob with these bytes (`git hash-object --no-filters`). */
  readonly gitBlob: string;
  readonly bytes: number;
  readonly type: SendableType;
}

export interface InspectedUrl extends ImageUse {
  readonly kind: 'url';
  readonly url: string;
}

export interface InspectedEditOutput extends ImageUse {
  readonly kind: 'edit';
  /** Expanded id of the edit whose first output is used. */
  readonly id: string;
}

/** With inspected images: globs expanded and sorted. */
export type Inspected<Request extends ImageUser> = Omit<Request, 'images'> & {
  readonly images: readonly InspectedImage[];
};

export type InspectedEdit = Inspected<EditRequest>;

/** How repository files reach the service: by URL if possible, always by URL, or never by URL. */
export type ReferenceMode = 'auto' | 'url' | 'data-uri';

/** What the run knows about the repository whose files it sends. */
export interface RepositoryFacts {
  readonly owner: string;
  readonly name: string;
  /** The commit of this run, known to be on the server; undefined if the runner names none. */
  readonly sha: string | undefined;
  /** For example `https://github.com`. */
  readonly serverUrl: string;
  /** What the commit of this run has at these paths (absolute, links resolved); throws only the signal's reason. */
  committed(files: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, CommittedFile>>;
  /** May send a request; called at most once, and only if a file could be published. */
  visibility(signal: AbortSignal): Promise<'public' | 'private'>;
}

/** How one repository file reaches the service. */
export type ReferenceForm =
  | { readonly kind: 'url'; readonly url: string }
  /** A `data:` URI, created just before the submit. */
  | { readonly kind: 'data' };

/** The form of every file, by `InspectedFile.path`. */
export type ReferenceForms = ReadonlyMap<string, ReferenceForm>;
