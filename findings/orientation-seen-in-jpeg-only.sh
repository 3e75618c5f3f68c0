#!/usr/bin/env bash
# image-size 2.1.0 and probe-image-size 7.5.0 (npm) see the EXIF orientation of a JPEG, and not that of a PNG or a WebP.
#
# All three pictures are 40 x 24 with the orientation 6, which browsers and sharp show as 24 x 40. Code that swaps width and
# height by the orientation that these packages give gets a portrait for the JPEG and a landscape for the others.
# ExifReader 4.46.0 reads the orientation of all three. jimp 1.6.1 turns the pixels of the JPEG only; it does not read WebP.
#
# Output seen:
#   jpeg: sharp 24x40, image-size 40x24 orientation 6, probe-image-size 40x24 orientation 6, ExifReader 6, jimp 24x40
#   png: sharp 24x40, image-size 40x24 orientation none, probe-image-size 40x24 orientation none, ExifReader 6, jimp 40x24
#   webp: sharp 24x40, image-size 40x24 orientation none, probe-image-size 40x24 orientation none, ExifReader 6, jimp none
#
# Exits 0 while that holds, 1 if it changes, 2 if the packages cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund sharp@0.35.5 image-size@2.1.0 probe-image-size@7.5.0 exifreader@4.46.0 jimp@1.6.1; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >orientation.js <<'JS'
import ExifReader from 'exifreader';
import { imageSize } from 'image-size';
import { Jimp } from 'jimp';
import probe from 'probe-image-size/sync.js';
import sharp from 'sharp';

const show = ({ width, height }) => `${width}x${height}`;
const withOrientation = (size) => `${show(size)} orientation ${size.orientation ?? 'none'}`;

for (const format of ['jpeg', 'png', 'webp']) {
  const file = await sharp({ create: { width: 40, height: 24, channels: 3, background: '#abc' } })
    .toFormat(format)
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const { autoOrient } = await sharp(file).metadata();
  const turned = format === 'webp' ? 'none' : show((await Jimp.read(file)).bitmap);
  console.log(
    `${format}: sharp ${show(autoOrient)}, image-size ${withOrientation(imageSize(file))}, ` +
      `probe-image-size ${withOrientation(probe(file))}, ` +
      `ExifReader ${ExifReader.load(file, { expanded: true }).exif.Orientation.value}, jimp ${turned}`,
  );
}
JS

node orientation.js | tee seen.txt
diff - seen.txt <<'SEEN'
jpeg: sharp 24x40, image-size 40x24 orientation 6, probe-image-size 40x24 orientation 6, ExifReader 6, jimp 24x40
png: sharp 24x40, image-size 40x24 orientation none, probe-image-size 40x24 orientation none, ExifReader 6, jimp 40x24
webp: sharp 24x40, image-size 40x24 orientation none, probe-image-size 40x24 orientation none, ExifReader 6, jimp none
SEEN
