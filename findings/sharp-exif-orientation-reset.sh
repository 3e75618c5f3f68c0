#!/usr/bin/env bash
# sharp 0.35.5 (npm): an orientation given to `withExif` is silently written as 1.
#
# `withExif({ IFD0: { Orientation: '6', Artist: 'A' } })` keeps the artist and loses the orientation, in JPEG, PNG and
# WebP, without an error or a warning. `withMetadata({ orientation: 6 })` writes 6.
#
# Output seen:
#   jpeg withExif 1, withMetadata 6
#   png withExif 1, withMetadata 6
#   webp withExif 1, withMetadata 6
#   artist kept true
#
# Exits 0 while that holds, 1 if it changes, 2 if the package cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true}' >package.json && npm install --silent --no-audit --no-fund sharp@0.35.5; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >sharp.cjs <<'JS'
const sharp = require('sharp');

async function main() {
  const picture = sharp({ create: { width: 40, height: 24, channels: 3, background: '#abc' } });
  const exif = { IFD0: { Orientation: '6', Artist: 'A Painter of Pictures' } };
  let kept = true;
  for (const format of ['jpeg', 'png', 'webp']) {
    const byExif = await picture.clone().toFormat(format).withExif(exif).toBuffer();
    const byMetadata = await picture.clone().toFormat(format).withMetadata({ orientation: 6 }).toBuffer();
    const [first, second] = [await sharp(byExif).metadata(), await sharp(byMetadata).metadata()];
    kept &&= first.exif.includes('A Painter of Pictures');
    console.log(`${format} withExif ${first.orientation}, withMetadata ${second.orientation}`);
  }
  console.log(`artist kept ${kept}`);
}
main();
JS

node sharp.cjs | tee seen.txt
diff - seen.txt <<'SEEN'
jpeg withExif 1, withMetadata 6
png withExif 1, withMetadata 6
webp withExif 1, withMetadata 6
artist kept true
SEEN
