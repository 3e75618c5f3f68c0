/**
 * `node peer-process.ts FILE`, with a task as JSON in the file: makes edits in the way that people write it with a vendor's client, one loop for each slot,
 * and prints the Unix time at which the last picture was on disk. The clients speak to the RunComfy API through a `fetch` that
 * translates their vendor's paths and words.
 */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { mapBounded } from '../../src/shared/pool.ts';

/** What a peer is to make. */
export interface PeerTask {
  readonly peer: 'fal' | 'replicate';
  /** Absolute path of the folder with the clients' packages. */
  readonly clients: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly model: string;
  /** Absolute path. */
  readonly folder: string;
  readonly inputs: readonly Readonly<Record<string, unknown>>[];
  readonly slots: number;
}

type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;
type MakeOne = (input: Readonly<Record<string, unknown>>) => Promise<string>;

interface Wire {
  readonly request_id: string;
  readonly status: string;
  readonly output?: { readonly image?: string };
}

interface FalModule {
  readonly createFalClient: (config: { readonly credentials: string; readonly fetch: Fetch }) => {
    subscribe(
      model: string,
      options: { readonly input: unknown },
    ): Promise<{ readonly data: { readonly output?: { readonly image?: string } } }>;
  };
}

type ReplicateClass = new (options: {
  readonly auth: string;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly useFileOutput: boolean;
}) => {
  run(
    model: string,
    options: { readonly input: unknown; readonly wait: { readonly mode: 'poll' } },
  ): Promise<unknown>;
};

const task = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as PeerTask;
const require = createRequire(path.join(task.clients, 'package.json'));
const makeOne = task.peer === 'fal' ? withFal(task) : withReplicate(task);

await mapBounded(task.inputs, task.slots, async (input, index) => {
  const image = await fetch(await makeOne(input));
  if (!image.ok || image.body === null) throw new Error(`The picture of edit ${index} did not come`);
  const file = createWriteStream(path.join(task.folder, `${index}.jpg`));
  await pipeline(Readable.fromWeb(image.body), file);
});
console.log(JSON.stringify({ lastMs: Date.now() }));

async function ask({ apiUrl, token }: PeerTask, route: string, body?: unknown): Promise<Wire> {
  const response = await fetch(`${apiUrl}/v1/${route}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(typeof body === 'string' && { body }),
  });
  if (!response.ok) throw new Error(`${route} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Wire;
}

/** Asks for the status every 500 ms, then reads the result. */
function withFal(facts: PeerTask): MakeOne {
  const { createFalClient } = require('@fal-ai/client') as FalModule;
  const translated: Fetch = async (url, init) => {
    const [, id, what] = /\/requests\/([^/?]+)(\/status)?/.exec(String(url)) ?? [];
    if (id === undefined) {
      const { request_id } = await ask(facts, `models/${facts.model}`, init?.body);
      return Response.json({ request_id, status: 'IN_QUEUE' });
    }
    if (what === undefined) return Response.json(await ask(facts, `requests/${id}/result`));
    const { status } = await ask(facts, `requests/${id}/status`);
    return Response.json({ request_id: id, status: status === 'completed' ? 'COMPLETED' : 'IN_PROGRESS' });
  };
  const client = createFalClient({ credentials: 'unused', fetch: translated });
  return async (input) => {
    const { data } = await client.subscribe('owner/model', { input });
    return data.output?.image ?? '';
  };
}

/** Reads the prediction every 500 ms: it has the result as soon as there is one. */
function withReplicate(facts: PeerTask): MakeOne {
  const Replicate = require('replicate') as ReplicateClass;
  const translated: Fetch = async (url, init) => {
    const [, id] = /\/predictions\/([^/?]+)/.exec(String(url)) ?? [];
    if (id === undefined) {
      const { input } = JSON.parse(typeof init?.body === 'string' ? init.body : '') as {
        readonly input: unknown;
      };
      const { request_id } = await ask(facts, `models/${facts.model}`, JSON.stringify(input));
      return Response.json({ id: request_id, status: 'starting' });
    }
    const { output } = await ask(facts, `requests/${id}/result`);
    const image = output?.image;
    return Response.json(
      image === undefined ? { id, status: 'processing' } : { id, status: 'succeeded', output: image },
    );
  };
  const options = { auth: 'unused', baseUrl: 'https://peer.example/v1', useFileOutput: false };
  const client = new Replicate({ ...options, fetch: translated });
  return async (input) => String(await client.run('owner/model', { input, wait: { mode: 'poll' } }));
}
