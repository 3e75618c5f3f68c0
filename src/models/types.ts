import type { Json } from '../lock/types.ts';
import type { Clause } from '../shared/sentence.ts';

/** A limit for a number. */
export interface Bound {
  readonly value: number;
  /** Whether the limit itself is out of range. */
  readonly isOpen: boolean;
}

/** The numbers that are allowed; without a bound, there is no limit on that side. */
export interface Range {
  readonly least?: Bound;
  readonly most?: Bound;
}

/** The rules of a model for each picture that it is given. */
export interface ImageLimits {
  readonly fileBytes: Range;
  /** Pixels. */
  readonly width: Range;
  readonly height: Range;
  /** Width divided by height. */
  readonly ratio: Range;
}

/** A key that takes pictures. */
export interface ImageRule {
  readonly type: 'image';
  /** Whether it takes a list of pictures, and not a single one. */
  readonly isList: boolean;
  /** How many pictures it takes. */
  readonly least: number;
  readonly most: number;
  readonly limits: ImageLimits;
}

/** What a value of an input must be. `choices`: the only values that are allowed. */
export type ValueRule =
  | ImageRule
  | {
      readonly type: 'text';
      readonly choices?: readonly Json[];
      /** In Unicode code points. */
      readonly leastLength?: number;
      readonly mostLength?: number;
    }
  | {
      readonly type: 'number';
      readonly isWhole: boolean;
      readonly choices?: readonly Json[];
      readonly range: Range;
    }
  | { readonly type: 'boolean'; readonly choices?: readonly Json[] }
  | {
      readonly type: 'list';
      readonly choices?: readonly Json[];
      readonly items: ValueRule;
      readonly least: number;
      readonly most: number;
    }
  /** `keys` absent: any. */
  | {
      readonly type: 'map';
      readonly choices?: readonly Json[];
      readonly keys?: ReadonlyMap<string, ValueRule>;
      readonly required: readonly string[];
    }
  /** The schema says nothing that this version understands: the service decides. */
  | { readonly type: 'any'; readonly choices?: readonly Json[] };

/** What a model's published schema says about its input. */
export interface Model {
  readonly id: string;
  /** In Unicode code points; absent: no limit is published. */
  readonly mostPromptLength?: number;
  readonly leastPromptLength?: number;
  /** The key for the reference images. */
  readonly references: ImageRule & { readonly key: string };
  /** Other keys for pictures that might as well be the references'. */
  readonly rivals: readonly string[];
  /** Its other keys: those that `options` may have. */
  readonly options: ReadonlyMap<string, ValueRule>;
  /** Keys of `options` that every request must have. */
  readonly required: readonly string[];
  /** Rules for pictures that this version does not understand, as published. */
  readonly unknownRules: readonly string[];
  /** Hex SHA-256 of `schema`. */
  readonly digest: string;
  /** The parts of the published schema that decide what is valid: without texts, samples and defaults. */
  readonly schema: Json;
}

/** What is wrong with a value of `options`. `path` begins with its key. */
export type OptionFault = { readonly path: readonly (string | number)[] } & (
  | { readonly kind: 'unknown-key'; readonly known: readonly string[] }
  | { readonly kind: 'missing'; readonly rule: ValueRule | undefined }
  | { readonly kind: 'type'; readonly rule: ValueRule; readonly value: Json }
  | { readonly kind: 'choice'; readonly choices: readonly Json[]; readonly value: Json }
  | { readonly kind: 'range'; readonly range: Range; readonly value: number }
  /** `amount`: of code points of a text, or of entries of a list. */
  | {
      readonly kind: 'length';
      readonly of: 'text' | 'list';
      readonly amount: number;
      readonly least: number;
      readonly most: number;
    }
);

/** What is known about a model that a spec names. */
export type ModelAnswer =
  | {
      readonly kind: 'known';
      readonly model: Model;
      /** Worth knowing, as a sentence. */ readonly note?: string;
    }
  /** There is no such model, or it cannot edit pictures. */
  | {
      readonly kind: 'refused';
      readonly why: Clause;
      /** As a lock file last saw it: for edits that are never sent. */ readonly last?: Model;
    }
  /** Its schema is not known here, so nothing can be checked by it. */
  | { readonly kind: 'unknown'; readonly why: Clause };

/** Finds out about models by their ids; the answer has an entry for each. Throws only a signal's reason. */
export type LookUpModels = (ids: readonly string[]) => Promise<ReadonlyMap<string, ModelAnswer>>;
