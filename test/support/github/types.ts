import type { IncomingHttpHeaders } from 'node:http';

/** What a client asked. */
export interface GitHubRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As sent; undefined without one. */
  readonly body?: unknown;
}

/** A workflow run as GitHub knows it. */
export interface KnownRun {
  /** The latest. */
  readonly attempt: number;
  readonly isOver: boolean;
}

/** A job of a workflow run as GitHub knows it. */
export interface KnownJob {
  /** Of its run. */
  readonly runId: number;
  readonly isOver: boolean;
}

/** A comment on an issue or a pull request. */
export interface Comment {
  readonly id: number;
  /** Of the issue or pull request. */
  readonly number: number;
  /** Its author. */
  readonly login: string;
  body: string;
  /** How often it was changed. */
  edits: number;
}

/** A pull request. */
export interface Pull {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  isMerged: boolean;
  /** As GitHub writes it; absent: some day. */
  closedAt?: string;
  /** Absent: none is known. */
  mergeCommit?: string;
  isDraft: boolean;
  base: string;
  readonly head: {
    /** E.g. `acme/storefront`; null if the fork was deleted. */
    readonly repository: string | null;
    readonly branch: string;
    /** Of a fork, or if the fake serves no git; a branch of the repository itself says it by its ref. */
    readonly sha?: string;
  };
}

/** What a job's token may do (`permissions` of the workflow). */
export interface Permissions {
  readonly contents: 'read' | 'write';
  readonly 'pull-requests': 'read' | 'write';
}

/** Answers to give in place of the right ones. */
export interface GitHubFault {
  /** As in `POST /repos/acme/storefront/issues/7/comments`; the first request that matches takes it. */
  readonly match: RegExp;
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How often; absent: always. */
  times?: number;
  /** The request is carried out all the same, and only its answer is lost. */
  readonly isCarriedOut?: boolean;
}

/** What the fake knows; tests may change it at any time. */
export interface GitHubState {
  /** E.g. `acme/storefront`; absent: any name is that of the repository. */
  readonly repository?: string;
  /** Absolute path of the bare repository that the git service serves too; absent: there is no git. */
  readonly gitDir?: string;
  isPrivate: boolean;
  readonly defaultBranch: string;
  /** Absent: any token will do. */
  readonly token?: string;
  /** Whose token it is. */
  login: string;
  /** Whether the token is of a GitHub App, as a job's own; otherwise it is of a user. */
  readonly isApp: boolean;
  permissions: Permissions;
  /** The repository's setting for workflows. */
  mayOpenPulls: boolean;
  readonly runs: ReadonlyMap<string, KnownRun>;
  /** By the id of their check run. */
  readonly jobs: ReadonlyMap<string, KnownJob>;
  readonly comments: Comment[];
  readonly pulls: Pull[];
  readonly faults: GitHubFault[];
}

/** What a call is answered with. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call that was understood, for the part that answers it. */
export interface Asked {
  readonly state: GitHubState;
  /** E.g. `acme/storefront`. */
  readonly repository: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** The fake's own origin. */
  readonly origin: string;
  /** Path without the query. */
  readonly path: string;
}

export type Handler = (asked: Asked) => Answer | Promise<Answer>;
