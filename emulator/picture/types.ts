/** Everything a picture follows from, apart from the emulator's seed. */
export interface PictureRequest {
  readonly width: number;
  readonly height: number;
  readonly prompt: string;
  /** Undefined for models that have none. */
  readonly scale?: number | undefined;
  /** Which model made it, for models other than the default one: it is named in the picture, and changes its colors. */
  readonly maker?: string | undefined;
  /** Whether its corners are cut off, if the format can leave out pixels. */
  readonly transparent?: boolean;
  /** JPEG, PNG or WebP files. */
  readonly references: readonly Buffer[];
  /** Which picture of the job, from 0. */
  readonly index: number;
  /** How often the same was asked for before: a model never makes the same picture twice. */
  readonly again?: number;
  /** How many pictures the job makes. */
  readonly count: number;
}

/** Pixels, from the top left corner. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
