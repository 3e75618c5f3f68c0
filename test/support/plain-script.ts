import type { Received, Script } from './fake-service.ts';

export interface PlainScriptOptions {
  /** The picture that every job gives. */
  readonly output: Buffer;
  /** Reads of a job before it has ended. */
  readonly readsUntilDone?: number;
}

/**
 * For the fake service: the documented contract and nothing else. Words, ids, fields and their order differ from the
 * emulator's, one server does it all, and there are no faults. What works with both relies only on the contract.
 */
export function createPlainScript({ output, readsUntilDone = 2 }: PlainScriptOptions): Script {
  const reads = new Map<string, number>();

  function reply({ method, path, headers }: Received): readonly [status: number, body: unknown] {
    const [, , kind, id = '', what = ''] = path.split(/[/?]/);
    if (kind === 'models') {
      if (method === 'GET') return [404, { code: 404001, error: 'ResourceNotFound' }];
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
    const image = `http://${headers.host ?? ''}/out/${id}`;
    return [200, { input, output: { image, images: [] }, status: 'succeeded', request_id: id }];
  }

  return (request, answer) => {
    if (request.path.startsWith('/out/')) {
      answer.bytes(output);
      return;
    }
    const [status, body] = reply(request);
    answer.text(JSON.stringify(body), status, { 'content-type': 'text/plain' });
  };
}
