import type { OverlayOptions } from 'sharp';
import type { Rect } from './types.ts';

/** A rounded rectangle, to cut a picture with. */
export function roundedMask(width: number, height: number, radius: number): Buffer {
  return svg(width, height, rounded(0, 0, width, height, radius, 'fill="#fff"'));
}

/** The white frame of a card and the soft shadow under it. */
export function cardFrame(card: Rect, unit: number, radius: number): OverlayOptions {
  const border = 0.7 * unit;
  const spread = Math.round(4 * unit);
  const [width, height] = [card.width + 2 * spread, card.height + 2 * spread];
  // Rings instead of a blur filter, which takes seconds on large pictures.
  const rings = Array.from({ length: 12 }, (_, ring) => {
    const grow = (2.4 * unit * (12 - ring)) / 12 + border;
    return rounded(
      spread - grow,
      spread - grow + 0.8 * unit,
      card.width + 2 * grow,
      card.height + 2 * grow,
      radius + grow,
      'fill="#000" fill-opacity="0.028"',
    );
  });
  const frame = rounded(
    spread - border,
    spread - border,
    card.width + 2 * border,
    card.height + 2 * border,
    radius + border,
    'fill="#fff"',
  );
  return {
    input: svg(width, height, rings.join('') + frame),
    left: card.left - spread,
    top: card.top - spread,
  };
}

/** The dark panel behind the caption, with a bar in the picture's hue. */
export function panelShape(panel: Rect, unit: number, hue: number): Buffer {
  const shape = rounded(0, 0, panel.width, panel.height, 2 * unit, 'fill="#0b0e14" fill-opacity="0.72"');
  const bar = rounded(
    2 * unit,
    3 * unit,
    0.8 * unit,
    panel.height - 6 * unit,
    0.4 * unit,
    `fill="hsl(${hue.toFixed()},90%,66%)"`,
  );
  return svg(panel.width, panel.height, shape + bar);
}

function rounded(x: number, y: number, width: number, height: number, radius: number, paint: string): string {
  const [left, top, w, h, r] = [x, y, width, height, radius].map((value) => value.toFixed(2));
  return `<rect x="${left ?? ''}" y="${top ?? ''}" width="${w ?? ''}" height="${h ?? ''}" rx="${r ?? ''}" ${paint}/>`;
}

function svg(width: number, height: number, content: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`,
  );
}
