import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { paintBackdrop } from './backdrop.ts';
import { drawFitted, drawText } from './caption.ts';
import { fitInside, planLayout, type Layout } from './layout.ts';
import { hueOf, nameOf } from './hue.ts';
import { cardFrame, panelShape, roundedMask } from './shapes.ts';
import type { PictureRequest, Rect } from './types.ts';

/** Sizes of the caption's letters, in units of the layout. */
const CAPTION_SIZES = [5, 4.2, 3.5, 3, 2.6, 2.2, 1.9, 1.6];

/**
 * A picture in which one sees what it was made from: the first reference blurred as the backdrop, every
 * reference as a card, the prompt in a panel, and the facts in a footnote.
 */
export async function paintCollage(request: PictureRequest, seed: number): Promise<Sharp> {
  const { width, height, references, prompt, index, again = 0, count, scale, maker } = request;
  const hue = hueOf(seed, nameOf(request), index + again);
  const unit = Math.min(width, height) / 100;
  const textWidth = width - 18 * unit;
  const caption = await drawFitted(
    prompt,
    textWidth,
    24 * unit,
    CAPTION_SIZES.map((size) => size * unit),
    '#ffffff',
  );
  const which = count > 1 ? ` · ${index + 1} of ${count}` : '';
  const facts = `${width} × ${height} · ${maker ?? `scale ${scale ?? ''}`} · seed ${seed}${which} · emulated, not generated`;
  const footnote = await drawText(facts, textWidth, 1.7 * unit, '#c9ced6');
  const layout = planLayout(width, height, references.length, caption.height);
  const cards = await Promise.all(references.map(async (file, at) => await paintCard(file, layout, at)));
  const { panel } = layout;
  const textLeft = Math.round(panel.left + 4.5 * unit);
  const overlays: OverlayOptions[] = [
    ...cards.flat(),
    { input: panelShape(panel, unit, hue), left: panel.left, top: panel.top },
    { input: caption.png, left: textLeft, top: Math.round(panel.top + 3 * unit) },
    {
      input: footnote.png,
      left: textLeft,
      top: Math.round(panel.top + panel.height - 2.6 * unit - footnote.height),
    },
  ];
  return (await paintBackdrop(references[0], width, height, hue)).composite(overlays);
}

/** A reference with round corners on a white frame with a shadow. */
async function paintCard(file: Buffer, layout: Layout, at: number): Promise<OverlayOptions[]> {
  const { unit } = layout;
  const { autoOrient } = await sharp(file).metadata();
  const card = cardRect(layout, at, autoOrient.width, autoOrient.height);
  const radius = 1.2 * unit;
  const { data, info } = await sharp(file)
    .autoOrient()
    .resize(card.width, card.height, { fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .composite([{ input: roundedMask(card.width, card.height, radius), blend: 'dest-in' }])
    .raw()
    .toBuffer({ resolveWithObject: true });
  const frame = cardFrame(card, unit, radius);
  return [
    frame,
    {
      input: data,
      raw: { width: info.width, height: info.height, channels: info.channels },
      left: card.left,
      top: card.top,
    },
  ];
}

/** Where in the picture a reference of these proportions is seen. */
export function cardRect(layout: Layout, at: number, width: number, height: number): Rect {
  const cell = layout.cells[at];
  if (cell === undefined) throw new Error(`There is no cell ${at} in the layout`);
  return fitInside(cell, width, height, 1.5 * layout.unit);
}
