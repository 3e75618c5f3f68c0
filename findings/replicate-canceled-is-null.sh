#!/usr/bin/env bash
# replicate 1.4.0 (npm): `run` returns null for a prediction that was canceled; it throws for one that failed.
#
# A canceled prediction has no output. A caller that awaits `run` gets null as its result, like that of a model without
# one, and goes on; only `failed` becomes an error.
#
# Output seen:
#   canceled: returned null
#   failed: threw Prediction failed: no
#
# Exits 0 while that holds, 1 if it changes, 2 if the package cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund replicate@1.4.0; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >canceled.js <<'JS'
import { createServer } from 'node:http';
import Replicate from 'replicate';

for (const end of ['canceled', 'failed']) {
  const server = createServer((request, response) => {
    const isStart = request.method === 'POST';
    const error = !isStart && end === 'failed' ? 'no' : null;
    const body = { id: 'p1', status: isStart ? 'starting' : end, output: null, error, urls: {} };
    request.resume();
    response.writeHead(isStart ? 201 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const replicate = new Replicate({ auth: 'key', baseUrl: `http://127.0.0.1:${server.address().port}` });
  const options = { input: { prompt: 'A mug.' }, wait: { mode: 'poll', interval: 50 } };
  const said = await replicate.run('black-forest-labs/flux-dev', options).then(
    (value) => `returned ${JSON.stringify(value)}`,
    (error) => `threw ${error.message}`,
  );
  console.log(`${end}: ${said}`);
  server.close();
}
JS

node canceled.js | tee seen.txt
diff - seen.txt <<'SEEN'
canceled: returned null
failed: threw Prediction failed: no
SEEN
