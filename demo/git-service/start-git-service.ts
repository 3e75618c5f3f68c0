import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { cgiEnvironment } from './cgi.ts';
import { checkAccess } from './check-access.ts';
import { type GitFault, takeFault } from './git-fault.ts';
import { type GitCall, type GitRequest, parseGitCall } from './git-request.ts';
import { runBackend } from './run-backend.ts';

export interface GitServiceOptions {
  /** Folder of bare repositories, e.g. `acme/shop.git`. */
  readonly root: string;
  /** What basic authorization must carry as its password; absent: anyone may do anything. */
  readonly token?: string;
  /** Whether pushes are denied as to a token that may only read; false if absent. */
  readonly readOnly?: boolean;
  /** The name in `url`, e.g. `github.localhost`; `127.0.0.1` if absent. It listens on 127.0.0.1 in any case. */
  readonly hostname?: string;
  /** Waited before each request is looked at; 0 if absent. */
  readonly latencyMs?: number;
  /** Called for each request that is let in, before git sees it, and waited for. */
  readonly beforeGit?: (request: GitRequest) => Promise<void>;
}

/** Repositories served over HTTP by real git, and what was asked of them. */
export interface GitService extends AsyncDisposable {
  /** Origin, e.g. `http://127.0.0.1:4321`. */
  readonly url: string;
  readonly port: number;
  /** In the order in which they came. */
  readonly requests: readonly GitRequest[];
  /** Faults that are to strike; add to it at any time. */
  readonly faults: GitFault[];
  /** As the option of this name; may be changed at any time. */
  readOnly: boolean;
}

/** Serves the repositories of a folder on a free port, as GitHub does as far as git can tell. */
export async function startGitService(options: GitServiceOptions): Promise<GitService> {
  const { root, token, hostname = '127.0.0.1', latencyMs = 0, beforeGit } = options;
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  const requests: GitRequest[] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    const call = parseGitCall(url);
    const record = recordRequest(request, call);
    requests.push(record);
    const fault = takeFault(service.faults, method, url);
    await sleep(latencyMs + (fault?.latencyMs ?? 0), undefined, { signal: stop.signal });
    if (fault?.kind === 'reset-before') response.socket?.resetAndDestroy();
    if (fault?.kind === 'reset-before' || fault?.kind === 'hang') return;
    function refuse(status: number, text: string, headers = {}): void {
      record.status = status;
      record.bytesOut = Buffer.byteLength(text);
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(text);
      request.resume();
    }
    if (fault?.kind === 'status') {
      refuse(fault.status, fault.text ?? 'as asked for');
      return;
    }
    if (call === undefined || !(await exists(path.join(root, `${call.repository}.git`)))) {
      refuse(404, 'Repository not found.');
      return;
    }
    const access = { readOnly: service.readOnly, ...(token !== undefined && { token }) };
    const denial = checkAccess(access, call.service, record.authorization);
    if (denial !== undefined) {
      refuse(denial.status, denial.text, denial.headers);
      return;
    }
    await beforeGit?.(record);
    const exchange = {
      request,
      response,
      record,
      cutRequestAfter: fault?.kind === 'cut-request-after' ? fault.bytes : undefined,
      cutResponseAfter: fault?.kind === 'cut-response-after' ? fault.bytes : undefined,
    };
    const env = cgiEnvironment(path.resolve(root), call, request);
    const done = runBackend(exchange, env, stop.signal);
    running.add(done);
    try {
      await done;
    } finally {
      running.delete(done);
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!stop.signal.aborted) response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  // A push of gigabytes on a slow machine takes longer than Node allows a request by itself.
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const service: GitService = {
    url: `http://${hostname}:${port}`,
    port,
    requests,
    faults: [],
    readOnly: options.readOnly ?? false,
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      server.closeAllConnections();
      server.close();
      // When the folder is removed afterwards, nothing may be writing to it.
      await Promise.allSettled(running);
    },
  };
  return service;
}

function recordRequest(request: IncomingMessage, call: GitCall | undefined): GitRequest {
  const { method = '', url = '', headers } = request;
  const { authorization } = headers;
  return {
    method,
    path: url,
    ...(authorization !== undefined && { authorization }),
    ...(call !== undefined && { service: call.service, repository: call.repository }),
    bytesIn: 0,
    bytesOut: 0,
  };
}

async function exists(folder: string): Promise<boolean> {
  return await access(folder).then(
    () => true,
    () => false,
  );
}
