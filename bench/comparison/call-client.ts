/**
 * `node call-client.ts PACKAGE URL FOLDER`: makes one picture by the client of that name, installed in the folder, with its
 * default settings, at the service of that URL. Prints what came of it as JSON.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

import { DELIVERY } from './vendors.ts';

/** How a call ended. */
export interface CallEnd {
  /** `nothing`: it ended well, and there is no picture in what it gave. */
  readonly kind: 'picture' | 'nothing' | 'error';
  readonly detail: string;
}

type Loaded = Readonly<Record<string, unknown>>;
type Call = (loaded: Loaded, url: string) => Promise<unknown>;
type Constructor<T> = new (...args: readonly unknown[]) => T;
type Run = (model: string, input: object) => Promise<unknown>;

const PROMPT = { prompt: 'A mug on a beach.' };

const CALLS: Readonly<Record<string, Call>> = {
  '@fal-ai/client': async (loaded, url) => {
    const create = loaded['createFalClient'] as (config: object) => { readonly subscribe: Run };
    // It has no option for another address than its vendor's.
    const local = replaceOrigin('https://queue.fal.run', url);
    return await create({ credentials: 'key', fetch: local }).subscribe('owner/model', { input: PROMPT });
  },
  replicate: async (loaded, url) => {
    const Replicate = loaded['default'] as Constructor<{ readonly run: Run }>;
    const output = await new Replicate({
      auth: 'key',
      baseUrl: `${url}/v1`,
      fetch: replaceOrigin(DELIVERY, url),
    }).run('owner/model', {
      input: PROMPT,
    });
    // What it gives downloads the picture when it is read.
    const file = output as { readonly blob?: () => Promise<Blob> } | null;
    return file?.blob === undefined ? output : { url: (await file.blob()).size };
  },
  '@runwayml/sdk': async (loaded, url) => {
    const Runway = loaded['default'] as Constructor<{
      readonly textToImage: { create(input: object): { waitForTaskOutput(): Promise<unknown> } };
    }>;
    const client = new Runway({ apiKey: 'key', baseURL: url });
    const input = { model: 'gen4_image', promptText: PROMPT.prompt, ratio: '1024:1024' };
    return await client.textToImage.create(input).waitForTaskOutput();
  },
  wavespeed: async (loaded, url) => {
    const Client = loaded['Client'] as Constructor<{ readonly run: Run }>;
    return await new Client('key', { baseUrl: url }).run('owner/model', PROMPT);
  },
  openai: async (loaded, url) => await generate(loaded, url),
  'together-ai': async (loaded, url) => await generate(loaded, url),
};

function replaceOrigin(origin: string, url: string) {
  return async (to: string | URL, init?: RequestInit): Promise<Response> =>
    await fetch(String(to).replace(origin, url), init);
}

async function generate(loaded: Loaded, url: string): Promise<unknown> {
  const Client = loaded['default'] as Constructor<{
    readonly images: { generate(input: object): Promise<unknown> };
  }>;
  return await new Client({ apiKey: 'key', baseURL: url }).images.generate({ model: 'model', ...PROMPT });
}

const [name = '', url = '', folder = ''] = process.argv.slice(2);
const require = createRequire(path.join(folder, 'package.json'));
const loaded = require(name) as Loaded;
console.log(JSON.stringify(await call()));
process.exit();

async function call(): Promise<CallEnd> {
  try {
    // A class may be all that a CommonJS package exports.
    const given = typeof loaded === 'function' ? { default: loaded } : loaded;
    const value = await CALLS[name]?.(given, url);
    const text = JSON.stringify({ value });
    return { kind: /"url":|"output":\[|"outputs":\["/.test(text) ? 'picture' : 'nothing', detail: text };
  } catch (error) {
    return {
      kind: 'error',
      detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}
