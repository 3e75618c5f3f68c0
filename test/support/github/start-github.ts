import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

import { answerCall } from './answer-call.ts';
import type {
  Comment,
  GitHubFault,
  GitHubRequest,
  GitHubState,
  KnownJob,
  KnownRun,
  Permissions,
  Pull,
} from './types.ts';

export interface GitHubOptions {
  /** E.g. `acme/storefront`; absent: any name is that of the repository. */
  readonly repository?: string;
  /** Absolute path of the bare repository that the git service serves too; absent: there is no git. */
  readonly gitDir?: string;
  /** True if absent. */
  readonly isPrivate?: boolean;
  /** `main` if absent. */
  readonly defaultBranch?: string;
  /** Absent: any token will do. */
  readonly token?: string;
  /** Whose token it is; `github-actions[bot]` if absent, as in a job. */
  readonly login?: string;
  /** Both are `write` if absent. */
  readonly permissions?: Permissions;
  readonly runs?: ReadonlyMap<string, KnownRun>;
  readonly jobs?: ReadonlyMap<string, KnownJob>;
  readonly pulls?: readonly Pull[];
  readonly comments?: readonly Comment[];
  /** Its time, in Unix ms; this machine's if absent. */
  readonly now?: () => number;
  /** Called before each request is looked at, and waited for: others may do something meanwhile. */
  readonly beforeAnswer?: (request: GitHubRequest) => Promise<void> | void;
}

/**
 * GitHub's REST API, as far as the action uses it, over the same bare repository that the git service serves. When it is
 * disposed of, it throws if a request was not as GitHub describes it.
 */
export interface GitHub extends AsyncDisposable {
  /** Origin: GITHUB_API_URL. */
  readonly url: string;
  readonly state: GitHubState;
  /** In the order in which they came. */
  readonly requests: readonly GitHubRequest[];
  /** What GitHub's description does not allow of requests and answers so far. */
  readonly violations: readonly string[];
}

/** Starts the fake on a free port. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const { login = 'github-actions[bot]', now = Date.now, beforeAnswer } = options;
  const state: GitHubState = {
    ...(options.repository !== undefined && { repository: options.repository }),
    ...(options.gitDir !== undefined && { gitDir: options.gitDir }),
    ...(options.token !== undefined && { token: options.token }),
    isPrivate: options.isPrivate ?? true,
    defaultBranch: options.defaultBranch ?? 'main',
    login,
    isApp: login.endsWith('[bot]'),
    permissions: options.permissions ?? { contents: 'write', 'pull-requests': 'write' },
    mayOpenPulls: true,
    runs: options.runs ?? new Map(),
    jobs: options.jobs ?? new Map(),
    comments: [...(options.comments ?? [])],
    pulls: [...(options.pulls ?? [])],
    faults: [] as GitHubFault[],
  };
  const requests: GitHubRequest[] = [];
  const violations: string[] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const hasBody = Number(headers['content-length'] ?? 0) > 0;
    const body: unknown = hasBody ? await json(request) : undefined;
    const asked: GitHubRequest = { method, path, headers, ...(hasBody && { body }) };
    requests.push(asked);
    await beforeAnswer?.(asked);
    const answer = await answerCall(asked, state, github.url, violations);
    response.writeHead(answer.status, {
      date: new Date(now()).toUTCString(),
      ...(answer.body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
      ...answer.headers,
    });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      violations.push(String(error));
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const github: GitHub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    requests,
    violations,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      if (violations.length > 0)
        throw new Error(`Not as GitHub describes its REST API:\n${violations.join('\n')}`);
    },
  };
  return github;
}
