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

/** The one call of GitHub's REST API that tells whether a repository is private; `undefined`: it answers 503. */
export async function startGitHubApi(isPrivate: boolean | undefined): Promise<GitHubApi> {
  const requests: GitHubRequest[] = [];
  const server = createServer(({ method = '', url: path = '', headers }, response) => {
    requests.push({ method, path, headers });
    const full_name = /^\/repos\/([^/]+\/[^/]+)$/.exec(path)?.[1];
    const status = full_name === undefined ? 404 : isPrivate === undefined ? 503 : 200;
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(status === 200 ? { full_name, private: isPrivate } : { message: 'No' }));
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
