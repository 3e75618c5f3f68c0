#!/usr/bin/env bash
# sharp 0.35.5 (npm): the bytes of an AVIF depend on the number of threads; those of other formats do not.
#
# `sharp.concurrency()` is 1 on Linux with glibc, and the number of processors on macOS and Windows (its documentation).
# The same picture with the same settings becomes another file, of another size, on a machine with more of them: a
# comparison by hash, or a cache by content, sees a change. After `sharp.concurrency(1)` the file is always the same.
#
# Output seen:
#   avif: 3 different files for 1, 2 and 4 threads
#   webp: 1 different files for 1, 2 and 4 threads
#   jpeg: 1 different files for 1, 2 and 4 threads
#   png: 1 different files for 1, 2 and 4 threads
#   avif again with 1 thread: same true
#
# Exits 0 while that holds, 1 if it changes, 2 if the package cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund sharp@0.35.5; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >threads.js <<'JS'
import sharp from 'sharp';

const [width, height] = [800, 600];
const pixels = Buffer.alloc(width * height * 3);
for (let at = 0; at < pixels.length; at += 3) {
  const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)];
  pixels.set([(x * 7) ^ (y * 3), x + y, (x * y) >> 4], at);
}
async function encode(format, threads) {
  sharp.concurrency(threads);
  return (await sharp(pixels, { raw: { width, height, channels: 3 } })[format]({ effort: 2 }).toBuffer()).toString('latin1');
}
for (const format of ['avif', 'webp', 'jpeg', 'png']) {
  const files = new Set();
  for (const threads of [1, 2, 4]) files.add(await encode(format, threads));
  console.log(`${format}: ${files.size} different files for 1, 2 and 4 threads`);
}
console.log(`avif again with 1 thread: same ${(await encode('avif', 1)) === (await encode('avif', 1))}`);
JS

node threads.js | tee seen.txt
diff - seen.txt <<'SEEN'
avif: 3 different files for 1, 2 and 4 threads
webp: 1 different files for 1, 2 and 4 threads
jpeg: 1 different files for 1, 2 and 4 threads
png: 1 different files for 1, 2 and 4 threads
avif again with 1 thread: same true
SEEN
