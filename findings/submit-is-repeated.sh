#!/usr/bin/env bash
# @fal-ai/client 1.10.1 and replicate 1.4.0 (npm) send a paid order again if its answer is lost: four and six times in all.
#
# The server has taken the order when the connection breaks, as a proxy may do. Neither client sends a key by which a
# server could see that the orders are one, and in the end both throw `fetch failed`, without a word of how many were sent.
#
# Output seen:
#   @fal-ai/client: orders 4, different keys of requests 0, then fetch failed
#   replicate: orders 6, different keys of requests 0, then fetch failed
#
# Exits 0 while that holds, 1 if it changes, 2 if the packages cannot be installed. Takes half a minute.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund @fal-ai/client@1.10.1 replicate@1.4.0; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >repeated.js <<'JS'
import { createServer } from 'node:http';
import { createFalClient } from '@fal-ai/client';
import Replicate from 'replicate';

let orders = 0;
const keys = new Set();
const server = createServer((request) => {
  request.resume().on('end', () => {
    if (request.method === 'POST') orders += 1;
    for (const [name, value] of Object.entries(request.headers)) if (/idempot|request-id/i.test(name)) keys.add(value);
    request.socket.destroy();
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${server.address().port}`;

async function order(name, send) {
  orders = 0;
  keys.clear();
  const end = await send().then(
    () => 'an answer',
    (error) => error.message,
  );
  console.log(`${name}: orders ${orders}, different keys of requests ${keys.size}, then ${end}`);
}
const fal = createFalClient({
  credentials: 'key',
  requestMiddleware: (request) => Promise.resolve({ ...request, url: base + new URL(request.url).pathname }),
});
const input = { prompt: 'A mug.' };
await order('@fal-ai/client', () => fal.queue.submit('fal-ai/flux/dev', { input }));
const replicate = new Replicate({ auth: 'key', baseUrl: base });
await order('replicate', () => replicate.run('black-forest-labs/flux-dev', { input }));
server.close();
JS

node repeated.js | tee seen.txt
diff - seen.txt <<'SEEN'
@fal-ai/client: orders 4, different keys of requests 0, then fetch failed
replicate: orders 6, different keys of requests 0, then fetch failed
SEEN
