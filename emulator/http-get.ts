import * as http from 'node:http';
import * as https from 'node:https';

/** An answer to a GET; `location` only if it is a redirect. */
export interface Got {
  readonly status: number;
  readonly location: string | undefined;
  readonly bytes: Buffer;
}

/** Twice what a reference may have: enough to tell that it is too large. */
const MAX_BYTES = 32 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

/** One GET on a connection of its own, so that no idle connection keeps a server in a test from closing. */
export async function get(url: URL): Promise<Got> {
  const { request } = url.protocol === 'https:' ? https : http;
  return await new Promise<Got>((resolve, reject) => {
    const call = request(url, {
      agent: false,
      timeout: TIMEOUT_MS,
      headers: { 'user-agent': 'runcomfy-emulator' },
    });
    call.once('timeout', () => {
      call.destroy(new Error(`${url.host} did not answer within ${TIMEOUT_MS / 1000} s`));
    });
    call.once('error', reject);
    call.once('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        chunks.push(chunk);
        if (length > MAX_BYTES) call.destroy(new Error(`${url.host} sends more than ${MAX_BYTES} bytes`));
      });
      response.once('error', reject);
      response.once('end', () => {
        const status = response.statusCode ?? 0;
        const redirected = status >= 300 && status < 400;
        resolve({
          status,
          location: redirected ? response.headers.location : undefined,
          bytes: Buffer.concat(chunks),
        });
      });
    });
    call.end();
  });
}
