#!/usr/bin/env bash
# sharp 0.35.5 (npm) leaves XMP of more than 60,000 bytes out of a JPEG without an error or a warning.
#
# A JPEG segment holds up to 65,502 bytes of XMP after its name, and longer packets can be split (XMP specification part 3,
# "Extended XMP in JPEG"). sharp writes 60,000 bytes and drops the whole packet at 60,001. WebP, PNG and AVIF keep it, so a
# credit or a mark is lost only when such a picture becomes a JPEG, also with `keepXmp`.
#
# Output seen:
#   jpeg: 60000 written true, 60001 written false
#   webp: 60000 written true, 60001 written true
#   png: 60000 written true, 60001 written true
#   avif: 60000 written true, 60001 written true
#   webp to jpeg with keepXmp: XMP false
#
# Exits 0 while that holds, 1 if it changes, 2 if the packages cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund sharp@0.35.5; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >xmp.js <<'JS'
import sharp from 'sharp';

const [before, after] = [
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="',
  '"/></rdf:RDF></x:xmpmeta>',
];
const packet = (bytes) => before + 'x'.repeat(bytes - before.length - after.length) + after;
const picture = sharp({ create: { width: 40, height: 24, channels: 3, background: '#abc' } });
const hasXmp = async (file) => (await sharp(file).metadata()).xmp !== undefined;
const write = async (format, bytes) => await picture.clone().toFormat(format).withXmp(packet(bytes)).toBuffer();

for (const format of ['jpeg', 'webp', 'png', 'avif']) {
  const [fits, more] = [await write(format, 60_000), await write(format, 60_001)];
  console.log(`${format}: 60000 written ${await hasXmp(fits)}, 60001 written ${await hasXmp(more)}`);
}
const converted = await sharp(await write('webp', 60_001)).keepXmp().jpeg().toBuffer();
console.log(`webp to jpeg with keepXmp: XMP ${await hasXmp(converted)}`);
JS

node xmp.js | tee seen.txt
diff - seen.txt <<'SEEN'
jpeg: 60000 written true, 60001 written false
webp: 60000 written true, 60001 written true
png: 60000 written true, 60001 written true
avif: 60000 written true, 60001 written true
webp to jpeg with keepXmp: XMP false
SEEN
