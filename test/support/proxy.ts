import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** A forward proxy that records what it was asked for. */
export interface Proxy extends AsyncDisposable {
  readonly url: string;
  /** `host:port` of each tunnel (CONNECT), in order. */
  readonly tunnels: readonly string[];
  /** `host:port` of each plain request that it was asked to pass on, in order. */
  readonly forwards: readonly string[];
}

/**
 * Starts a proxy. `routes` maps `host:port` to the port of 127.0.0.1 where that is really to be found; everything else
 * is refused with 403, so that nothing leaves the machine.
 */
export async function startProxy(routes: Readonly<Record<string, number>>): Promise<Proxy> {
  const tunnels: string[] = [];
  const forwards: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '');
    forwards.push(url.host);
    const port = routes[url.host];
    if (port === undefined) response.writeHead(403).end();
    else forward(request, response, port, url).catch(() => response.destroy());
  });
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', (request, socket, head) => {
    const target = request.url ?? '';
    tunnels.push(target);
    const port = routes[target];
    if (port === undefined) {
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    sockets.add(upstream);
    // Whichever end breaks, the other is let go as well.
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    forwards,
    [Symbol.asyncDispose]: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  url: URL,
): Promise<void> {
  const { method, headers } = request;
  const path = url.pathname + url.search;
  const upstream = send({ host: '127.0.0.1', port, method, path, headers, agent: false });
  // Awaited together: whichever fails first, the other has its failure heard too.
  const [[answer]] = await Promise.all([
    once(upstream, 'response') as Promise<[IncomingMessage]>,
    pipeline(request, upstream),
  ]);
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}
