import type { Part } from './part.ts';

/** Where a part is in its file. */
export interface PlacedPart extends Omit<Part, 'data'> {
  readonly dataStart: number;
  readonly dataEnd: number;
}

/**
 * Follows the parts of a file by their headers: yields an offset and a length, and gets the bytes there, fewer at the file's
 * end. Returns undefined if the parts cannot be followed to where they end.
 */
export type PartWalk = Generator<
  { readonly at: number; readonly length: number },
  readonly PlacedPart[] | undefined,
  Buffer
>;

/** Gives bytes of a file from an offset on, fewer at its end; they stay valid until the next call. */
export type ReadAt = (at: number, length: number) => Promise<Buffer>;

/** The parts of a file in memory. */
export function listParts(walk: PartWalk, bytes: Buffer): readonly Part[] | undefined {
  let step = walk.next();
  while (step.done !== true) {
    const { at, length } = step.value;
    step = walk.next(bytes.subarray(at, at + length));
  }
  return step.value?.map(({ dataStart, dataEnd, ...part }) => ({
    ...part,
    data: bytes.subarray(dataStart, dataEnd),
  }));
}

/** Where the parts of a file are that is read piece by piece. */
export async function findParts(walk: PartWalk, readAt: ReadAt): Promise<readonly PlacedPart[] | undefined> {
  let step = walk.next();
  while (step.done !== true) step = walk.next(await readAt(step.value.at, step.value.length));
  return step.value;
}
