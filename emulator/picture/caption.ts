import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** A text as pixels with transparency. */
export interface TextPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** There may be no fonts on the machine; without one all text would be boxes. */
const FONT_FILE = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

/** Text in lines of at most `width` pixels, letters of `fontPx` pixels, in a color like `#ffffff`. */
export async function drawText(
  text: string,
  width: number,
  fontPx: number,
  color: string,
): Promise<TextPicture> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${color}">${escapeMarkup(text)}</span>`,
      // At 72 dpi a point is a pixel.
      font: `DejaVu Sans ${Math.max(1, Math.round(fontPx))}`,
      fontfile: FONT_FILE,
      dpi: 72,
      width: Math.max(1, Math.round(width)),
      spacing: Math.round(fontPx * 0.25),
      wrap: 'word-char',
      rgba: true,
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

/** The text in the largest of the sizes (in pixels, descending) in which it is at most `maxHeight` high. */
export async function drawFitted(
  text: string,
  width: number,
  maxHeight: number,
  sizesPx: readonly number[],
  color: string,
): Promise<TextPicture> {
  let drawn = await drawText(text, width, sizesPx[0] ?? 1, color);
  for (const size of sizesPx.slice(1)) {
    if (drawn.height <= maxHeight) return drawn;
    drawn = await drawText(text, width, size, color);
  }
  return drawn;
}

/** Pango refuses markup that is not XML, control characters and half surrogates included. */
function escapeMarkup(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
  const escaped = clean.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.trim() === '' ? '…' : escaped;
}
