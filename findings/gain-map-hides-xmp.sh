#!/usr/bin/env bash
# sharp 0.35.5 (npm) sees and keeps no XMP in a JPEG with a gain map (Ultra HDR), whatever it is asked to keep.
#
# Phones write such pictures: a JPEG whose XMP announces a gain map, which is a second JPEG behind the first one, listed in
# an MPF segment. Without the gain map, sharp gives the XMP and `keepXmp` and `keepMetadata` keep it. With it, `metadata()`
# has no XMP, and credits, rights or a mark in the same packet are lost, also with `keepGainMap`. exiftool (exiftool-vendored 35.21.0) sees the packet.
#
# Output seen:
#   without gain map: gain map false, XMP seen true; kept by keepXmp true, keepMetadata true, keepGainMap false
#   with gain map: gain map true, XMP seen false; kept by keepXmp false, keepMetadata false, keepGainMap false
#   exiftool: Rights A
#
# Exits 0 while that holds, 1 if it changes, 2 if the packages cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund sharp@0.35.5 exiftool-vendored@35.21.0; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >gain.js <<'JS'
import { writeFileSync } from 'node:fs';
import { exiftool } from 'exiftool-vendored';
import sharp from 'sharp';

function packet(attributes, inner = '') {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

/** CIPA DC-007, 5.2: an index of the two pictures; offsets count from the start of its own TIFF header. */
function multiPicture(firstBytes, secondBytes, secondAt) {
  const index = Buffer.alloc(82);
  index.write('II*\0', 'latin1');
  index.writeUInt32LE(8, 4);
  index.writeUInt16LE(3, 8);
  [[0xb000, 7, 4, 0x30303130], [0xb001, 4, 1, 2], [0xb002, 7, 32, 50]].forEach(([tag, type, count, value], entry) => {
    const at = 10 + entry * 12;
    index.writeUInt16LE(tag, at);
    index.writeUInt16LE(type, at + 2);
    index.writeUInt32LE(count, at + 4);
    index.writeUInt32LE(value, at + 8);
  });
  index.writeUInt32LE(0x00030000, 50);
  index.writeUInt32LE(firstBytes, 54);
  index.writeUInt32LE(secondBytes, 70);
  index.writeUInt32LE(secondAt, 74);
  const head = Buffer.from('\xff\xe2\0\0MPF\0', 'latin1');
  head.writeUInt16BE(head.length - 2 + index.length, 2);
  return Buffer.concat([head, index]);
}

const gray = sharp({ create: { width: 16, height: 16, channels: 3, background: '#888' } }).grayscale();
const gain = await gray.withXmp(packet('hdrgm:Version="1.0" hdrgm:GainMapMax="2" hdrgm:HDRCapacityMax="2"')).jpeg().toBuffer();
const item = (semantic, length = '') =>
  `<rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="${semantic}" Item:Mime="image/jpeg"${length}/></rdf:li>`;
const xmp = packet(
  'hdrgm:Version="1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Container="http://ns.google.com/photos/1.0/container/" xmlns:Item="http://ns.google.com/photos/1.0/container/item/"',
  `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">A</rdf:li></rdf:Alt></dc:rights><Container:Directory><rdf:Seq>${item('Primary')}${item('GainMap', ` Item:Length="${gain.length}"`)}</rdf:Seq></Container:Directory>`,
);
const first = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#a85' } }).withXmp(xmp).jpeg().toBuffer();
const segmentBytes = multiPicture(0, 0, 0).length;
const firstBytes = first.length + segmentBytes;
// The TIFF header is behind the start marker, the segment's marker, its length and its name.
const segment = multiPicture(firstBytes, gain.length, firstBytes - 10);
const both = Buffer.concat([first.subarray(0, 2), segment, first.subarray(2), gain]);

for (const [name, file] of [['without gain map', first], ['with gain map', both]]) {
  const facts = await sharp(file).metadata();
  const keeps = async (way) => (await sharp(await sharp(file)[way]().jpeg().toBuffer()).metadata()).xmp !== undefined;
  console.log(
    `${name}: gain map ${facts.gainMap !== undefined}, XMP seen ${facts.xmp !== undefined}; kept by keepXmp ${await keeps('keepXmp')}, keepMetadata ${await keeps('keepMetadata')}, keepGainMap ${await keeps('keepGainMap')}`,
  );
}
writeFileSync('both.jpg', both);
console.log(`exiftool: Rights ${(await exiftool.read('both.jpg')).Rights}`);
await exiftool.end();
JS

node gain.js | tee seen.txt
diff - seen.txt <<'SEEN'
without gain map: gain map false, XMP seen true; kept by keepXmp true, keepMetadata true, keepGainMap false
with gain map: gain map true, XMP seen false; kept by keepXmp false, keepMetadata false, keepGainMap false
exiftool: Rights A
SEEN
