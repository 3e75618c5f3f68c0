import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it reached the fake service. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly authorization: string | undefined;
  readonly body: string;
  /** Port of the client's side: the same number means the same connection. */
  readonly clientPort: number;
}

/** The ways in which the fake service can answer, the bad ones included. */
export interface Answer {
  json(body: unknown, status?: number, headers?: Record<string, string>): void;
  text(body: string, status?: number, headers?: Record<string, string>): void;
  /** A file, with no content type. */
  bytes(body: Buffer): void;
  /** Has the answer say what time it is, in Unix ms. Before all else. */
  date(nowMs: number): void;
  /** Drops the connection without a word. */
  reset(): void;
  /** Promises the whole body, sends half of it and drops the connection. */
  truncated(body: unknown, status?: number): void;
}

export type Script = (request: Received, answer: Answer) => void | Promise<void>;

export interface FakeService extends AsyncDisposable {
  readonly url: string;
  /** `host:port` of the URL, as the input `output-hosts` takes it. */
  readonly host: string;
  readonly requests: readonly Received[];
  /** Requests of one kind, `POST /v1/models` say. */
  of(start: string): readonly Received[];
}

/**
 * The fake of the model service: a small HTTP server on loopback that remembers each request and answers it as the script
 * says. The script is the test's own, or a ready one: `createJobScript`, `createPlainScript`.
 */
export async function startFakeService(script: Script): Promise<FakeService> {
  const requests: Received[] = [];
  const server = createServer((request, response) => {
    // Time is often simulated here; a script that says what time it is sets the header.
    response.sendDate = false;
    const chunks: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const received = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        authorization: request.headers.authorization,
        body: Buffer.concat(chunks).toString(),
        clientPort: request.socket.remotePort ?? 0,
      };
      requests.push(received);
      void script(received, createAnswer(response));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    requests,
    of: (start) => requests.filter(({ method, path }) => `${method} ${path}`.startsWith(start)),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createAnswer(response: ServerResponse): Answer {
  const text: Answer['text'] = (body, status = 200, headers = {}) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  };
  return {
    text,
    json: (body, status, headers) => {
      text(JSON.stringify(body), status, { 'content-type': 'application/json', ...headers });
    },
    bytes: (body) => void response.end(body),
    date: (nowMs) => void response.setHeader('date', new Date(nowMs).toUTCString()),
    reset: () => response.socket?.resetAndDestroy(),
    truncated: (body, status = 200) => {
      const whole = JSON.stringify(body);
      response.writeHead(status, { 'content-length': whole.length });
      response.write(whole.slice(0, whole.length / 2), () => response.socket?.destroy());
    },
  };
}
