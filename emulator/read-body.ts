import type { IncomingMessage } from 'node:http';

/** What the vendor's own clients send at most in one request. */
export const MAX_REQUEST_BYTES = 64 * 1024 * 1024;

/** The body of a request; undefined if it is larger than the limit. Rejects if the client leaves. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // What is too much is read to the end all the same, so that the client is there for the answer.
    if (length <= maxBytes) chunks.push(chunk);
  }
  return length > maxBytes ? undefined : Buffer.concat(chunks);
}

/** A body as JSON, or what is wrong with it. */
export function parseJson(body: Buffer): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(body.toString('utf8')) as unknown };
  } catch (error) {
    return { problem: `the body is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
