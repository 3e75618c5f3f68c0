import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a client asked GitHub's REST API. */
export interface GitHubRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface GitHubApi extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly GitHubRequest[];
}

/** A workflow run as GitHub knows it. */
export interface KnownRun {
  /** The latest. */
  readonly attempt: number;
  readonly isOver: boolean;
}

/**
 * The calls of GitHub's REST API that say whether a repository is private (`undefined`: it answers 503), and how a
 * workflow run is (by its id; 404 for others). `runs` may be changed at any time. `now` is its time, in Unix ms.
 */
export async function startGitHubApi(
  isPrivate: boolean | undefined,
  runs: ReadonlyMap<string, KnownRun> = new Map(),
  now: () => number = Date.now,
): Promise<GitHubApi> {
  const requests: GitHubRequest[] = [];
  const describeRepository = (full_name: string | undefined): object | number => {
    if (full_name === undefined) return 404;
    return isPrivate === undefined ? 503 : { full_name, private: isPrivate };
  };
  const describeRun = (id: string): object | number => {
    const run = runs.get(id);
    if (run === undefined) return 404;
    return { id: Number(id), status: run.isOver ? 'completed' : 'in_progress', run_attempt: run.attempt };
  };
  const server = createServer(({ method = '', url: path = '', headers }, response) => {
    requests.push({ method, path, headers });
    const [, full_name, runId] = /^\/repos\/([^/]+\/[^/]+)(?:\/actions\/runs\/(\d+))?$/.exec(path) ?? [];
    const body =
      path === '/rate_limit' ? {} : runId === undefined ? describeRepository(full_name) : describeRun(runId);
    const status = typeof body === 'number' ? body : 200;
    response
      .writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        date: new Date(now()).toUTCString(),
      })
      .end(JSON.stringify(typeof body === 'number' ? { message: 'No' } : body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
