import type { AddressInfo, Server } from 'node:net';

/** Opens a server on a free port of loopback, and gives the port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Resolves once the server and all its connections are closed. */
export async function close(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}
