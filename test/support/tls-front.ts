import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';

import type { Certificate } from './certificate.ts';

/** A TLS port before a plain one. */
export interface TlsFront extends AsyncDisposable {
  readonly port: number;
}

/** Opens a TLS port on 127.0.0.1 that hands the bytes on to `port`, as a load balancer before a service does. */
export async function startTlsFront(certificate: Certificate, port: number): Promise<TlsFront> {
  const sockets = new Set<TLSSocket>();
  const server = createServer(certificate, (socket) => {
    sockets.add(socket);
    const upstream = connect(port, '127.0.0.1');
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    socket.on('close', () => upstream.destroy());
    upstream.pipe(socket).pipe(upstream);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
