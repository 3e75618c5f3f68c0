#!/usr/bin/env bash
# An AVIF picture whose major brand is `mif1` is taken for something else by file-type 22.3.0, image-size 2.1.0 and
# sharp 0.35.5 (npm); probe-image-size 7.5.0 recognizes it.
#
# The major brand of such a file is any of its brands; what it is, its compatible brands say, and they name `avif`
# (AVIF 1.1, "brands"; ISO/IEC 23000-22). file-type calls the picture HEIC, image-size gives `mif1` as its type, and sharp
# calls the compression HEVC, although it decodes the AV1 in it. With the major brand `avif` all four agree.
#
# Output seen:
#   avif: file-type image/avif, image-size avif, probe-image-size image/avif, sharp heif av1, decodes true
#   mif1: file-type image/heif, image-size mif1, probe-image-size image/avif, sharp heif hevc, decodes true
#
# Exits 0 while that holds, 1 if it changes, 2 if the packages cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund sharp@0.35.5 file-type@22.3.0 image-size@2.1.0 probe-image-size@7.5.0; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >brands.js <<'JS'
import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import probe from 'probe-image-size/sync.js';
import sharp from 'sharp';

const picture = await sharp({ create: { width: 40, height: 24, channels: 3, background: '#abc' } })
  .avif({ lossless: true })
  .toBuffer();
for (const brand of ['avif', 'mif1']) {
  const file = Buffer.from(picture);
  file.write(brand, 8, 'latin1'); // after the size and the name of the first box
  const { format, compression } = await sharp(file).metadata();
  const [red] = await sharp(file).raw().toBuffer();
  console.log(
    `${brand}: file-type ${(await fileTypeFromBuffer(file)).mime}, image-size ${imageSize(file).type}, ` +
      `probe-image-size ${probe(file).mime}, sharp ${format} ${compression}, decodes ${Math.abs(red - 0xaa) <= 2}`,
  );
}
JS

node brands.js | tee seen.txt
diff - seen.txt <<'SEEN'
avif: file-type image/avif, image-size avif, probe-image-size image/avif, sharp heif av1, decodes true
mif1: file-type image/heif, image-size mif1, probe-image-size image/avif, sharp heif hevc, decodes true
SEEN
