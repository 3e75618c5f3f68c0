/** Everything a picture follows from, apart from the emulator's seed. */
export interface PictureRequest {
  readonly width: number;
  readonly height: number;
  readonly prompt: string;
  readonly scale: number;
  /** JPEG or PNG files. */
  readonly references: readonly Buffer[];
  /** Which picture of the job, from 0. */
  readonly index: number;
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
