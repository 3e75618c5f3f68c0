import type { AskedSize } from './asked-output.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Models make pictures whose sides are whole steps. */
const STEP_PX = 16;

/** The pixels of an output; `reference` gives the ratio if none was asked for. */
export function resolveSize(size: AskedSize, reference: Size | undefined): Size {
  if (size.kind === 'exact') return { width: size.width, height: size.height };
  const ratio = size.ratio ?? (reference === undefined ? 1 : reference.width / reference.height);
  const width = Math.sqrt(size.pixels * ratio);
  return { width: toStep(width), height: toStep(width / ratio) };
}

function toStep(pixels: number): number {
  return Math.max(STEP_PX, Math.round(pixels / STEP_PX) * STEP_PX);
}
