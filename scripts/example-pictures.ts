/**
 * Draws the reference pictures of `examples/` from the SVG files in `scripts/pictures/`. The results are committed; run it
 * only after a drawing changed: `node scripts/example-pictures.ts`.
 */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const root = path.dirname(import.meta.dirname);

/** Drawing and picture; the picture's extension decides its format. */
const pictures: readonly (readonly [drawing: string, picture: string])[] = [
  ['mug.svg', 'shots/mug.png'],
  ['bottle.svg', 'shots/bottle.jpg'],
  ['candle.svg', 'shots/candle.jpg'],
  ['beach.svg', 'scenes/beach.jpg'],
  ['mountain.svg', 'scenes/mountain.jpg'],
  ['studio.svg', 'scenes/studio.jpg'],
];

for (const [drawing, picture] of pictures) {
  const file = path.join(root, 'examples', picture);
  await mkdir(path.dirname(file), { recursive: true });
  const image = sharp(path.join(root, 'scripts', 'pictures', drawing)).flatten({ background: '#fff' });
  // A palette keeps the PNG small; its dithering hides the steps of the gradients.
  await (
    picture.endsWith('.png')
      ? image.png({ palette: true, quality: 90, effort: 10 })
      : image.jpeg({ quality: 86, mozjpeg: true })
  ).toFile(file);
  const { size } = await stat(file);
  console.log(`${picture}  ${(size / 1000).toFixed(0)} kB`);
}
