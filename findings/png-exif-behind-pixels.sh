#!/usr/bin/env bash
# sharp 0.35.5 (npm) and Pillow 13.0.0 (PyPI) turn one valid PNG differently.
#
# The PNG specification (third edition, section 5.6) lets an eXIf chunk come anywhere between IHDR and IEND, except
# between IDAT chunks. In a picture of 40 x 24 with orientation 6 in a chunk in front of IDAT both libraries give 24 x 40.
# With the same chunk behind IDAT, Pillow still turns the picture, and sharp does not see the orientation.
#
# Output seen:
#   sharp  front 6 24x40, behind undefined 40x24
#   Pillow front 6 24x40, behind 6 24x40
#
# Exits 0 while that holds, 1 if it changes, 2 if the packages cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true}' >package.json && npm install --silent --no-audit --no-fund sharp@0.35.5 &&
  python3 -m venv venv && venv/bin/pip install --quiet --disable-pip-version-check pillow==13.0.0; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >sharp.cjs <<'JS'
const sharp = require('sharp');
const { writeFileSync } = require('node:fs');
const { crc32 } = require('node:zlib');

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

async function main() {
  const png = await sharp({ create: { width: 40, height: 24, channels: 3, background: '#abc' } }).png().toBuffer();
  // A TIFF header and one entry: tag 0x0112 (orientation), type SHORT, count 1, value 6.
  const exif = chunk('eXIf', Buffer.from('4d4d002a000000080001011200030000000100060000' + '00000000', 'hex'));
  const seen = [];
  for (const [name, at] of [['front', 33], ['behind', png.length - 12]]) {
    const file = Buffer.concat([png.subarray(0, at), exif, png.subarray(at)]);
    writeFileSync(`${name}.png`, file);
    const { orientation } = await sharp(file).metadata();
    const { info } = await sharp(file).autoOrient().toBuffer({ resolveWithObject: true });
    seen.push(`${name} ${orientation} ${info.width}x${info.height}`);
  }
  console.log(`sharp  ${seen.join(', ')}`);
}
main();
JS
cat >pillow.py <<'PY'
from PIL import Image, ImageOps

seen = []
for name in ['front', 'behind']:
    image = Image.open(f'{name}.png')
    image.load()
    width, height = ImageOps.exif_transpose(image).size
    seen.append(f'{name} {image.getexif().get(0x0112)} {width}x{height}')
print('Pillow ' + ', '.join(seen))
PY

{ node sharp.cjs && venv/bin/python pillow.py; } | tee seen.txt
diff - seen.txt <<'SEEN'
sharp  front 6 24x40, behind undefined 40x24
Pillow front 6 24x40, behind 6 24x40
SEEN
