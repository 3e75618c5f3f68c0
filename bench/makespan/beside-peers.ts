import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { runAction } from '../../demo/run-action.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { ARTIFACT_SERVICE } from '../artifact-service.ts';
import { createBenchFolder, type BenchFolder } from '../workspace.ts';
import type { PeerTask } from './peer-process.ts';

const run = promisify(execFile);

const SLOTS = 8;
/** The clients' own way is the same whatever a job takes; short jobs show it in little time. */
const SERVICE_MS = [1400, 2800] as const;
const OUTPUT_BYTES = 5_000_000;
/** The clients' package file: they are installed for each run of the benchmark, outside of this repository. */
const PEERS = path.join(import.meta.dirname, '../peers');

/** How one contender made all edits, in real time. */
export interface RealRun {
  readonly name: 'ours' | 'ours_auto' | PeerTask['peer'];
  /** From the first submit to the last picture on disk. */
  readonly seconds: number;
  readonly readsEach: number;
}

/** The bundled action and the clients of other vendors, in turns, each with an emulator of its own that does the same. */
export async function runBesidePeers(edits: number): Promise<readonly RealRun[]> {
  const prompts = Array.from({ length: edits }, (_, index) => `Paint number ${index} on the mug.`);
  const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${prompts.map((prompt, index) => `  e${index}: { prompt: ${prompt}, images: a.jpg }`).join('\n')}
`;
  await using folder = await createBenchFolder(spec);
  const clients = path.join(folder.temp, 'peers');
  await cp(PEERS, clients, { recursive: true });
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: clients });
  const runs: RealRun[] = [];
  let jobs: readonly string[] | undefined;
  for (const name of ['ours', 'ours_auto', 'fal', 'replicate'] as const) {
    await using emulator = await createEmulator({
      capacity: SLOTS,
      serviceMs: SERVICE_MS,
      render: 'flat',
      minOutputBytes: OUTPUT_BYTES,
    });
    const lastMs =
      name === 'ours' || name === 'ours_auto'
        ? await runOurs(emulator, folder, name === 'ours' ? String(SLOTS) : 'auto')
        : await runPeer(name, emulator, folder, prompts);
    const ids = emulator.ledger.map(({ requestId }) => requestId).toSorted();
    jobs ??= ids;
    if (ids.length !== edits || ids.join() !== jobs.join()) throw new Error(`${name} sent something else`);
    const api = emulator.requests.filter(({ server }) => server === 'api');
    const firstMs = api.find(({ method }) => method === 'POST')?.timeMs ?? Number.NaN;
    const reads = api.filter(({ path: route }) => route.startsWith('/v1/requests/')).length;
    runs.push({ name, seconds: (lastMs - firstMs) / 1000, readsEach: reads / edits });
  }
  return runs;
}

/** Unix time of the last picture. */
async function runOurs(emulator: Emulator, folder: BenchFolder, maxParallel: string): Promise<number> {
  let lastMs = Number.NaN;
  const { stdout } = await runAction({
    entry: 'main',
    inputs: {
      'api-token': emulator.token,
      'api-url': emulator.apiUrl,
      'output-hosts': emulator.outputsHost,
      'max-parallel': maxParallel,
      ledger: 'none',
    },
    // The upload is not measured, and there is nothing to upload to.
    env: ARTIFACT_SERVICE,
    ...folder,
    onLine: ({ text }) => {
      if (/^e\d+ {2}succeeded/.test(text)) lastMs = Date.now();
      if (/^e\d+ {2}(failed|unknown|pending|skipped)/.test(text)) throw new Error(text);
    },
  });
  if (Number.isNaN(lastMs)) throw new Error(`Nothing was made:\n${stdout.slice(-2000)}`);
  return lastMs;
}

async function runPeer(
  peer: PeerTask['peer'],
  { apiUrl, token, modelId }: Emulator,
  { temp, workspace }: BenchFolder,
  prompts: readonly string[],
): Promise<number> {
  const folder = path.join(temp, peer);
  await mkdir(folder);
  const picture = await readFile(path.join(workspace, 'a.jpg'));
  // As ours sends it, key by key: the emulator's job then takes the same time.
  const inputs = prompts.map((prompt) => ({
    image_urls: [`data:image/jpeg;base64,${picture.toString('base64')}`],
    prompt,
    'width×height': '1024x1024(1:1)',
    scale: 0.5,
    force_single: true,
  }));
  const clients = path.join(temp, 'peers');
  const task: PeerTask = { peer, clients, apiUrl, token, model: modelId, folder, inputs, slots: SLOTS };
  const file = path.join(temp, `${peer}.json`);
  await writeFile(file, JSON.stringify(task));
  const script = path.join(import.meta.dirname, 'peer-process.ts');
  const { stdout } = await run(process.execPath, [script, file]);
  return (JSON.parse(stdout) as { readonly lastMs: number }).lastMs;
}
