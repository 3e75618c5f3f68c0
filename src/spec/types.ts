import type { SourceType } from '../media/mark/compose-mark.ts';
import type { Options } from '../models/check-options.ts';
import type { Model } from '../models/types.ts';
import type { Position } from '../shared/problem.ts';

/** A value of a matrix or of `vars`. */
export type Scalar = string | number | boolean;

/** One of the model's output sizes. */
export interface Size {
  readonly width: number;
  readonly height: number;
  /** As the API spells it, for example `2560x1440(16:9)`. */
  readonly wire: string;
}

/** What an image is for. */
export interface ImageUse {
  readonly at: Position;
  /** The key of `options` that takes it; absent: it is a reference image. */
  readonly option?: string;
}

/** A reference image as named in the spec, before anyone looks at it. */
export type ImageSource = ImageUse &
  /** A repository file or a glob over such files, relative to the workspace. */
  (
    | { readonly kind: 'file'; readonly pattern: string }
    /** A URL as written, checked to be https and without credentials. */
    | { readonly kind: 'url'; readonly url: string }
    /** The output of another edit of this spec; `id` is an expanded id that exists. */
    | { readonly kind: 'edit'; readonly id: string }
  );

/** Which of an edit's takes a request is: candidates for the same pictures, each made and paid for on its own. */
export interface Take {
  /** Id of the edit: its own id without the number. */
  readonly edit: string;
  /** From 1. */
  readonly number: number;
  /** How many takes the edit has; at least 2. */
  readonly of: number;
  /** Whether its pictures are those of the edit, at the edit's output: exactly one take of each edit is kept. */
  readonly isKept: boolean;
  /** Whether the spec says which take is kept; otherwise the first one is. */
  readonly isChosen: boolean;
}

/** A set of renditions of one edit. */
export interface RenditionSet {
  readonly name: string;
  /** Pixels; ascending, each once. */
  readonly widths: readonly number[];
  readonly formats: readonly RenditionFormat[];
  /** 1 to 100; absent: the format's default. */
  readonly quality?: number;
  readonly maxBytes?: number;
  /** A color such as `#ffffff`. */
  readonly background?: string;
  /** Absent: as the picture. */
  readonly crop?: { readonly fit: 'cover' | 'contain'; readonly width: number; readonly height: number };
  /** Whether its files have the set's name, because another set of the edit has a format in common with it. */
  readonly isNamed: boolean;
}

export type RenditionFormat = 'avif' | 'webp' | 'jpeg' | 'png';

/** What becomes of an edit's pictures once they are made. Nothing of this is part of its fingerprint. */
export interface PictureSettings {
  /** What the picture shows, for people who do not see it. */
  readonly alt?: string;
  readonly renditions: readonly RenditionSet[];
  readonly mark: 'renditions' | 'all' | 'none';
  readonly markPrompt: boolean;
  /** Absent: by whether the picture is made from others. */
  readonly sourceType?: SourceType;
}

/** One edit, expanded from the spec and checked, with every default applied. */
export interface EditRequest {
  /** `hero`, or `hero@beach` if a matrix made it; `hero#2` for one of several takes. Unique in the spec. */
  readonly id: string;
  /** Its key under `edits`. */
  readonly key: string;
  /** Absent: the edit has one take only. */
  readonly take?: Take;
  /** Its combination of the matrix; empty without a matrix. */
  readonly matrix: Readonly<Record<string, Scalar>>;
  readonly description?: string;
  /** After interpolation. */
  readonly prompt: string;
  /** References in the order of the spec, then pictures of `options`. */
  readonly images: readonly ImageSource[];
  /** The model's id. */
  readonly model: string;
  /** The model's own keys that the spec sets, without those for pictures. */
  readonly options: Options;
  /** Those of `defaults` that the edit does not set itself, without pictures, whether its model has them by now or not. */
  readonly defaultOptions?: Options;
  /** What the model's schema says; absent if it is not known here, and for the default model as it is built in. */
  readonly published?: Model;
  /** Only the default model has it. */
  readonly size?: Size;
  /** 0 to 1. Only the default model has it. */
  readonly scale?: number;
  /** Whether no more than one picture is asked for. */
  readonly forceSingle: boolean;
  readonly timeoutMs: number;
  /** Output path without extension, relative to the output folder, forward slashes, safe on every system. */
  readonly output: string;
  readonly frozen: boolean;
  /** Absent: no renditions, no alternative text, and originals stay as they are. */
  readonly pictures?: PictureSettings;
  readonly at: Position;
}

/** What the images of an edit need to be inspected. */
export type ImageUser = Pick<EditRequest, 'id' | 'at' | 'images'> &
  Partial<Pick<EditRequest, 'model' | 'published' | 'frozen'>>;

/** Money limits of the spec. An absent one is no limit. */
export interface BudgetLimits {
  readonly maxEdits?: number;
  readonly maxCostUsd?: number;
  /** For all runs of a calendar month together. */
  readonly perMonthUsd?: number;
  /** Where each is set. */
  readonly at?: Readonly<Partial<Record<'maxEdits' | 'maxCostUsd' | 'perMonthUsd', Position>>>;
}

/** A spec, checked and expanded. */
export interface SpecFile {
  /** Path relative to the workspace, forward slashes. */
  readonly path: string;
  readonly budget: BudgetLimits;
  /** In the order of the file. */
  readonly edits: readonly EditRequest[];
}
