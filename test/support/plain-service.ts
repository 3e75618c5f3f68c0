import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlainServiceOptions {
  /** The picture that every job gives. */
  readonly output: Buffer;
  /** Reads of a job before it has ended. */
  readonly readsUntilDone?: number;
}

/** What a client asked of the service, in order. */
export interface PlainRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
}

export interface PlainService extends AsyncDisposable {
  readonly url: string;
  /** `host:port` of the outputs. */
  readonly outputHost: string;
  readonly requests: readonly PlainRequest[];
}

/**
 * A service that follows the documented contract and nothing else: other words, ids, fields and order than the
 * emulator has, one server for all, no faults. What works with both relies on the contract alone.
 */
export async function startPlainService(options: PlainServiceOptions): Promise<PlainService> {
  const { output, readsUntilDone = 2 } = options;
  const requests: PlainRequest[] = [];
  const reads = new Map<string, number>();
  let origin = '';

  function answer(request: PlainRequest): readonly [status: number, body: unknown] {
    const [, , kind, id = '', what = ''] = request.path.split(/[/?]/);
    if (kind === 'models') {
      if (request.method === 'GET') return [404, { code: 404001, error: 'ResourceNotFound' }];
      const requestId = `JOB_${reads.size + 1}-${'x'.repeat(100)}`;
      reads.set(requestId, 0);
      return [200, { trace: 1, request_id: requestId, region: 'eu' }];
    }
    const count = (reads.get(id) ?? 0) + 1;
    reads.set(id, count);
    if (what === 'status') {
      return [200, { request_id: id, status: count < readsUntilDone ? 'pending' : 'succeeded', eta: null }];
    }
    if (count < readsUntilDone) return [200, { request_id: id, status: 'processing', output: {} }];
    // The submitted input is echoed; its addresses are not outputs.
    const input = { image_urls: ['https://elsewhere.example.com/not-an-output.jpg'] };
    return [
      200,
      { input, output: { image: `${origin}/out/${id}`, images: [] }, status: 'succeeded', request_id: id },
    ];
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? '';
    const { method = '' } = request;
    const seen = {
      method,
      path,
      authorization: request.headers.authorization,
      body: Buffer.concat(chunks).toString(),
      atMs: Date.now(),
    };
    requests.push(seen);
    if (path.startsWith('/out/')) {
      response.end(output);
      return;
    }
    const [status, body] = answer(seen);
    response.writeHead(status, { 'content-type': 'text/plain' }).end(JSON.stringify(body));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const outputHost = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin = `http://${outputHost}`;
  return {
    url: origin,
    outputHost,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
