#!/usr/bin/env bash
# ai 7.0.173 with @ai-sdk/fal 2.0.59 (npm): a download that fails once orders, and pays for, the picture again.
#
# `generateImage` repeats a failed call twice by default. The download of the finished picture is a part of the call, so
# that one 503 of the file server sends the whole order again, though the picture is made and only has to be fetched.
#
# Output seen:
#   order, download 503, order, download 200
#   pictures returned 1, orders 2
#
# Exits 0 while that holds, 1 if it changes, 2 if the packages cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund ai@7.0.173 @ai-sdk/fal@2.0.59; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >again.js <<'JS'
import { createServer } from 'node:http';
import { createFal } from '@ai-sdk/fal';
import { generateImage } from 'ai';

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const events = [];
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const { port } = server.address();
    if (request.method === 'POST') {
      events.push('order');
      const image = { url: `http://127.0.0.1:${port}/1.png`, content_type: 'image/png', width: 1, height: 1 };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ images: [image] }));
    } else if (events.some((event) => event === 'download 503')) {
      events.push('download 200');
      response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from(dot, 'base64'));
    } else {
      events.push('download 503');
      response.writeHead(503).end('busy');
    }
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const fal = createFal({ apiKey: 'key', baseURL: `http://127.0.0.1:${server.address().port}` });
const { images } = await generateImage({ model: fal.image('fal-ai/flux/dev'), prompt: 'A mug.' });
console.log(events.join(', '));
console.log(`pictures returned ${images.length}, orders ${events.filter((event) => event === 'order').length}`);
server.close();
JS

node again.js | tee seen.txt
diff - seen.txt <<'SEEN'
order, download 503, order, download 200
pictures returned 1, orders 2
SEEN
