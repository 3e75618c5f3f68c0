/** The halves of git's smart HTTP: reading from a repository, and writing to it. */
export type GitServiceName = 'git-upload-pack' | 'git-receive-pack';

/** One request as the service saw it; the last three are filled in while it is answered. */
export interface GitRequest {
  readonly method: string;
  /** With the query, as it came. */
  readonly path: string;
  /** Header `Authorization` as it came; absent if none came. */
  readonly authorization?: string;
  /** Absent for a path that is not git's. */
  readonly service?: GitServiceName;
  /** E.g. `acme/shop`; absent for a path that is not git's. */
  readonly repository?: string;
  /** Absent if the connection ended before an answer. */
  status?: number;
  /** Bytes of the body that came, as on the wire. */
  bytesIn: number;
  /** Bytes of the body that went, as on the wire. */
  bytesOut: number;
}

/** What a path of git's smart HTTP asks for (git-http-protocol(5)). */
export interface GitCall {
  readonly service: GitServiceName;
  readonly repository: string;
  /** What `git http-backend` knows it by, below the folder of repositories. */
  readonly backendPath: string;
  readonly query: string;
}

const NAME = String.raw`[\w-][\w.-]*`;
const GIT_PATH = new RegExp(
  `^/(?<repository>${NAME}/${NAME}?)(?:\\.git)?/(?<end>info/refs|git-upload-pack|git-receive-pack)$`,
);

/** Reads a request's path, with or without `.git` as GitHub does; undefined if it is not one of git's. */
export function parseGitCall(url: string): GitCall | undefined {
  const { pathname, searchParams, search } = new URL(url, 'http://service');
  const { repository, end } = (GIT_PATH.exec(pathname)?.groups ?? {}) as Partial<
    Record<'repository' | 'end', string>
  >;
  if (repository === undefined || end === undefined) return undefined;
  const service = end === 'info/refs' ? searchParams.get('service') : end;
  if (service !== 'git-upload-pack' && service !== 'git-receive-pack') return undefined;
  return { service, repository, backendPath: `/${repository}.git/${end}`, query: search.slice(1) };
}
