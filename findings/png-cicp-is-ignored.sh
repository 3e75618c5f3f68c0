#!/usr/bin/env bash
# sharp 0.35.5 (npm) ignores the color space that a PNG names in a cICP chunk, and drops the chunk.
#
# cICP is part of PNG since its third edition (W3C, 2025, section 11.3.2.6), goes before an ICC profile, and is how HDR and
# Display P3 pictures are labeled. A red of Display P3 (primaries 12, transfer 13) lies outside sRGB. sharp calls the
# picture sRGB, and writes its numbers unchanged and unlabeled, so that the color is another one afterwards, also with
# `keepMetadata`. From a PNG that says the same by an ICC profile it converts the numbers.
#
# Output seen:
#   cICP: space srgb, profile false, green after conversion 128, chunk kept false
#   ICC: space srgb, profile true, green after conversion 124
#
# Exits 0 while that holds, 1 if it changes, 2 if the packages cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund sharp@0.35.5; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >cicp.js <<'JS'
import { crc32 } from 'node:zlib';
import sharp from 'sharp';

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

async function greenOf(file) {
  const converted = await sharp(file).webp({ lossless: true }).toBuffer();
  return (await sharp(converted).raw().toBuffer())[1];
}

const color = { r: 200, g: 128, b: 100 };
const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: color } }).png().toBuffer();
const labeled = Buffer.concat([plain.subarray(0, 33), chunk('cICP', Buffer.from([12, 13, 0, 1])), plain.subarray(33)]);
const { space, hasProfile } = await sharp(labeled).metadata();
const kept = (await sharp(labeled).keepMetadata().png().toBuffer()).includes('cICP');
console.log(`cICP: space ${space}, profile ${hasProfile}, green after conversion ${await greenOf(labeled)}, chunk kept ${kept}`);

// The same numbers with a profile: taken from a picture that sharp converted to Display P3.
const { icc } = await sharp(await sharp(plain).withIccProfile('p3').png().toBuffer()).metadata();
const { deflateSync } = await import('node:zlib');
const profile = chunk('iCCP', Buffer.concat([Buffer.from('p3\0\0'), deflateSync(icc)]));
const profiled = Buffer.concat([plain.subarray(0, 33), profile, plain.subarray(33)]);
const facts = await sharp(profiled).metadata();
console.log(`ICC: space ${facts.space}, profile ${facts.hasProfile}, green after conversion ${await greenOf(profiled)}`);
JS

node cicp.js | tee seen.txt
diff - seen.txt <<'SEEN'
cICP: space srgb, profile false, green after conversion 128, chunk kept false
ICC: space srgb, profile true, green after conversion 124
SEEN
