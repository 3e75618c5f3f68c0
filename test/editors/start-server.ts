import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import * as z from 'zod';

import { repository } from '../contract/source-tree.ts';

const incoming = z.object({
  id: z.union([z.number(), z.string()]).optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** A language server over its protocol, on stdio. */
export interface LanguageServer extends AsyncDisposable {
  readonly ask: (method: string, params: unknown) => Promise<unknown>;
  readonly tell: (method: string, params: unknown) => void;
  /** Called with each notification of the server. */
  readonly onNotification: (listener: (method: string, params: unknown) => void) => void;
}

/** Starts yaml-language-server; `settings` are what an editor would have in its settings under `yaml`. */
export async function startYamlServer(settings: object): Promise<LanguageServer> {
  const program = path.join(repository, 'node_modules/yaml-language-server/bin/yaml-language-server');
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const answers = new Map<number | string, PromiseWithResolvers<unknown>>();
  const listeners: ((method: string, params: unknown) => void)[] = [];
  let lastId = 0;

  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const read = (text: string): void => {
    const { id, method, params, result, error } = incoming.parse(JSON.parse(text));
    if (method !== undefined && id !== undefined)
      send({ id, result: method === 'workspace/configuration' ? configure(params, settings) : null });
    else if (method !== undefined) for (const listener of listeners) listener(method, params);
    else if (id !== undefined && error !== undefined) answers.get(id)?.reject(new Error(error.message));
    else if (id !== undefined) answers.get(id)?.resolve(result);
  };
  readFrames(child.stdout, read);

  const ask: LanguageServer['ask'] = async (method, params) => {
    lastId += 1;
    const answer = Promise.withResolvers<unknown>();
    answers.set(lastId, answer);
    send({ id: lastId, method, params });
    return await answer.promise;
  };
  const tell: LanguageServer['tell'] = (method, params) => {
    send({ method, params });
  };
  await ask('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
    },
  });
  tell('initialized', {});
  return {
    ask,
    tell,
    onNotification: (listener) => {
      listeners.push(listener);
    },
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}

/** What the editor answers when the server asks for settings by their sections. */
function configure(params: unknown, settings: object): readonly unknown[] {
  const { items } = z.object({ items: z.array(z.object({ section: z.string().optional() })) }).parse(params);
  return items.map(({ section }) => (section === 'yaml' ? settings : {}));
}

/** Calls `read` with the body of each message: a header that says how many bytes follow, an empty line, the bytes. */
function readFrames(stream: NodeJS.ReadableStream, read: (text: string) => void): void {
  let bytes = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(bytes.toString('latin1', 0, end))?.[1]);
      const start = end + 4;
      if (bytes.length < start + length) return;
      read(bytes.toString('utf8', start, start + length));
      bytes = bytes.subarray(start + length);
    }
  });
}
