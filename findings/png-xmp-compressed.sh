#!/usr/bin/env bash
# sharp 0.35.5 (npm) writes the XMP of a PNG where Pillow 13.0.0 (PyPI) does not look for it.
#
# `withXmp` puts the packet into a compressed zTXt chunk. The XMP specification (part 3, PNG) names an iTXt chunk. sharp
# reads its own form back; Pillow lists the chunk as plain text and has no `xmp`, so a mark or a credit in it is not seen.
# The same packet in an uncompressed iTXt chunk is read by both.
#
# Output seen:
#   by sharp: zTXt, sharp reads it true
#   by hand: iTXt, sharp reads it true
#   Pillow: by sharp False, by hand True
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

const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="by hand"/></rdf:RDF></x:xmpmeta>';

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

async function show(name, file) {
  writeFileSync(`${name}.png`, file);
  const kind = /(.Txt|.TXt)XML:com\.adobe\.xmp/.exec(file.toString('latin1'))?.[1];
  const { xmp } = await sharp(file).metadata();
  console.log(`by ${name}: ${kind}, sharp reads it ${xmp?.includes('by hand') === true}`);
}

async function main() {
  const picture = sharp({ create: { width: 40, height: 24, channels: 3, background: '#abc' } }).png();
  await show('sharp', await picture.clone().withXmp(XMP).toBuffer());
  const plain = await picture.clone().toBuffer();
  const text = chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`));
  await show('hand', Buffer.concat([plain.subarray(0, 33), text, plain.subarray(33)]));
}
main();
JS
cat >pillow.py <<'PY'
from PIL import Image

seen = []
for name in ['sharp', 'hand']:
    image = Image.open(f'{name}.png')
    image.load()
    seen.append(f"by {name} {'xmp' in image.info}")
print('Pillow: ' + ', '.join(seen))
PY

{ node sharp.cjs && venv/bin/python pillow.py; } | tee seen.txt
diff - seen.txt <<'SEEN'
by sharp: zTXt, sharp reads it true
by hand: iTXt, sharp reads it true
Pillow: by sharp False, by hand True
SEEN
