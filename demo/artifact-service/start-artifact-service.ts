import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ArtifactFaults } from './artifact-faults.ts';
import { ArtifactStore, type StoredArtifact } from './artifact-store.ts';
import { createRequestHandler, type ArtifactRequestRecord } from './handle-request.ts';
import { loadMessageTypes } from './twirp-messages.ts';

/** A local artifact service for which the real client, `@actions/artifact`, takes it for GitHub's. */
export interface ArtifactService extends AsyncDisposable {
  readonly url: string;
  /** What the runner would set for a step, so that the client comes here. */
  readonly env: Readonly<Record<'ACTIONS_RESULTS_URL' | 'ACTIONS_RUNTIME_TOKEN', string>>;
  /** Uploaded whole, in the order in which they were finished. */
  readonly artifacts: readonly StoredArtifact[];
  readonly requests: readonly ArtifactRequestRecord[];
  readonly faults: ArtifactFaults;
  close(): Promise<void>;
}

/** Starts the service on a free port of 127.0.0.1. `storage` is a folder; it is created if it is missing. */
export async function startArtifactService({ storage }: { storage: string }): Promise<ArtifactService> {
  const store = new ArtifactStore(storage);
  const faults = new ArtifactFaults();
  const requests: ArtifactRequestRecord[] = [];
  const token = createRuntimeToken();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const messages = await loadMessageTypes();
  server.on('request', createRequestHandler({ url, token, store, faults, requests, messages }));
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return {
    url,
    env: { ACTIONS_RESULTS_URL: `${url}/`, ACTIONS_RUNTIME_TOKEN: token },
    artifacts: store.artifacts,
    requests,
    faults,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A token in the form of the runner's: the client reads the run's and the job's ids from its scopes. */
function createRuntimeToken(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const scp = `Actions.Example Actions.Results:${randomUUID()}:${randomUUID()}`;
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp })}.${Buffer.from(randomUUID()).toString('base64url')}`;
}
