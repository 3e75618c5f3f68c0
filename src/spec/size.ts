import type { Size } from './types.ts';

/** The sizes that the model offers, spelled as in its input schema (the vendor's schema of `width×height`). */
export const WIRE_SIZES = [
  '1024x1024(1:1)',
  '2048x2048(1:1)',
  '2304x1728(4:3)',
  '2496x1664(3:2)',
  '2560x1440(16:9)',
  '3024x1296(21:9)',
  '4096x4096(1:1)',
  '4694x3520(4:3)',
  '4992x3328(3:2)',
  '5404x3040(16:9)',
  '6198x2656(21:9)',
] as const;

/** The same sizes as `2560x1440`. */
export const SHORT_SIZES: readonly string[] = WIRE_SIZES.map((wire) => wire.slice(0, wire.indexOf('(')));

const SIZES: ReadonlyMap<string, Size> = new Map(
  WIRE_SIZES.flatMap((wire) => {
    const short = wire.slice(0, wire.indexOf('('));
    const [width = 0, height = 0] = short.split('x').map(Number);
    const size: Size = { width, height, wire };
    return [
      [short, size],
      [wire, size],
    ];
  }),
);

/** Every spelling allowed in a spec: for each size, `2560x1440` and the model's own `2560x1440(16:9)`. */
export const SIZE_SPELLINGS: readonly string[] = [...SIZES.keys()];

/** The size meant by one of `SIZE_SPELLINGS`; undefined for any other text. */
export function parseSize(text: string): Size | undefined {
  return SIZES.get(text);
}
