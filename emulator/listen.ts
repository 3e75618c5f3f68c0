import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on 127.0.0.1. */
export interface Listening {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly port: number;
  /** Stops at once: open connections are closed. */
  readonly close: () => Promise<void>;
}

/** Starts a server on loopback; port 0 means any free one. Rejects if the port is taken. */
export async function listen(listener: RequestListener, port: number): Promise<Listening> {
  // Generous limits: faults keep connections open on purpose, and a request may carry 64 MiB.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 5_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${address.port}`,
    port: address.port,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
