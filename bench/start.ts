import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { runAction } from '../demo/run-action.ts';
import { type Benchmark, median } from './benchmark.ts';
import { ARTIFACT_SERVICE } from './artifact-service.ts';
import { copyWithEverythingLoaded } from './eager-bundle.ts';
import { createBenchFolder } from './workspace.ts';

const SPEC = 'version: 1\nedits:\n  one:\n    prompt: Make it blue.\n    images: a.jpg\n';

const COMMAND_LINE = path.join(import.meta.dirname, '../dist/cli/index.js');

/**
 * Cold start: from the start of the bundled action's process to its first request, with one small edit, beside
 * `node -e 0` by the same Node, the same bundle with everything loaded eagerly, and the command line's `validate` of the same
 * spec from start to end. They take turns, so that a change of the machine's speed meets all.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const rounds = quick ? 7 : 25;
  await using folder = await createBenchFolder(SPEC);
  const eagerAction = path.join(path.dirname(folder.temp), 'eager');
  await copyWithEverythingLoaded(eagerAction);
  const bareMs: number[] = [];
  const coldStartMs: number[] = [];
  const eagerMs: number[] = [];
  const commandMs: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const bare = await timeNode(['-e', '0']);
    const cold = await timeFirstRequest(folder);
    const eager = await timeFirstRequest(folder, eagerAction);
    const command = await timeNode([COMMAND_LINE, 'validate'], folder.workspace);
    if (round < 0) continue; // the first one reads the files from disk
    bareMs.push(bare);
    coldStartMs.push(cold);
    eagerMs.push(eager);
    commandMs.push(command);
  }
  const bare = median(bareMs);
  return {
    figures: {
      bare_node_ms: bare,
      cold_start_ms: median(coldStartMs),
      eager_start_ms: median(eagerMs),
      cold_start_to_eager: median(coldStartMs) / median(eagerMs),
      command_line_ms: median(commandMs),
    },
    limits: {
      cold_start_ms: { max: 2 * bare + 80 },
      cold_start_to_eager: { max: 0.5 },
      command_line_ms: { max: 2 * median(coldStartMs) },
    },
  };
};

async function timeNode(args: readonly string[], cwd?: string): Promise<number> {
  const startMs = performance.now();
  const child = spawn(process.execPath, args, { stdio: 'ignore', cwd });
  await once(child, 'exit');
  return performance.now() - startMs;
}

async function timeFirstRequest(
  folder: { workspace: string; temp: string },
  action?: string,
): Promise<number> {
  let firstMs: number | undefined;
  const server = createServer((_request, response) => {
    firstMs ??= performance.now();
    response.writeHead(401).end('{"code":400004,"error":"UserAccountError"}'); // ends the run at once
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let startMs = 0;
  try {
    const result = await runAction({
      entry: 'main',
      // Git would be asked before the service: its time is not that of the start.
      inputs: { 'api-token': 'token', 'api-url': `http://127.0.0.1:${port}`, ledger: 'none' },
      env: ARTIFACT_SERVICE,
      ...folder,
      ...(action !== undefined && { action }),
      onSpawn: () => {
        startMs = performance.now();
      },
    });
    if (firstMs === undefined) throw new Error(`The action sent no request:\n${result.stdout}`);
    return firstMs - startMs;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
