import { readFileSync } from 'node:fs';
import * as z from 'zod';

import { isCommitName } from '../shared/commit-name.ts';
import { describeError } from '../shared/describe-error.ts';
import type { Env, Log } from '../shared/ports.ts';

/** What the run knows about the event that started it. */
export interface RunnerEvent {
  /** E.g. `push`; empty outside a workflow. */
  readonly name: string;
  /** Whether the repository is private; undefined if the event does not say. */
  readonly isPrivate: boolean | undefined;
  readonly origin: CodeOrigin;
  /** Short name; absent if the event does not say. */
  readonly defaultBranch?: string;
  /** The pull request that the event is about; absent if it is about none, or does not say which. */
  readonly pull?: {
    readonly number: number;
    /** Its head commit; absent if the event does not say. */
    readonly head?: string;
  };
  /** After another workflow's run: what that ran for; absent otherwise, or if the event does not say. */
  readonly ranFor?: PullHead;
}

/** The head of a pull request, or what may be one. */
export interface PullHead {
  /** Of the repository that has the branch. */
  readonly owner: string;
  readonly branch: string;
  readonly sha: string;
}

/** Whose code a run works on. */
export type CodeOrigin =
  | { readonly kind: 'own' }
  /** `repository`: undefined if the fork was deleted meanwhile. */
  | { readonly kind: 'fork'; readonly repository: string | undefined }
  /** The code of a pull request; the event does not say where it comes from. */
  | { readonly kind: 'pull-request'; readonly number: number }
  /** The event is about code of a pull request, and is incomplete. */
  | { readonly kind: 'unknown' };

const repositorySchema = z.object({ full_name: z.string() });

const eventSchema = z.object({
  repository: z
    .object({
      full_name: z.string().optional(),
      private: z.boolean().optional(),
      default_branch: z.string().optional(),
    })
    .optional(),
  pull_request: z
    .object({
      number: z.int().positive().optional(),
      head: z.object({ sha: z.string().optional(), repo: repositorySchema.nullable() }),
    })
    .optional(),
  workflow_run: z
    .object({
      head_repository: repositorySchema.nullable(),
      head_branch: z.string().nullish(),
      head_sha: z.string().optional(),
    })
    .optional(),
  issue: z.object({ number: z.number(), pull_request: z.unknown() }).optional(),
});

type Payload = z.infer<typeof eventSchema>;

/** Where the runner says what the event is. */
export interface EventSource {
  readonly name: string;
  /** Path of a JSON file; empty if there is none. */
  readonly file: string;
  /** E.g. `acme/shop`. */
  readonly repository: string;
}

/** Finds the event in the runner's environment. */
export function findEvent(env: Env): EventSource {
  return {
    name: env['GITHUB_EVENT_NAME'] ?? '',
    file: env['GITHUB_EVENT_PATH'] ?? '',
    repository: env['GITHUB_REPOSITORY'] ?? '',
  };
}

/** Reads the event. One that cannot be read, or has another form, counts as an empty one. */
export function readEvent({ name, file, repository }: EventSource, log: Log): RunnerEvent {
  const payload = readPayload(file, log);
  const origin = judgeOrigin(name, payload, repository);
  const pull = findPull(name, payload);
  const defaultBranch = payload.repository?.default_branch;
  const ranFor = findPullHead(name, payload);
  return {
    name,
    isPrivate: payload.repository?.private,
    origin,
    ...(pull !== undefined && { pull }),
    ...(defaultBranch !== undefined && { defaultBranch }),
    ...(ranFor !== undefined && { ranFor }),
  };
}

/** The pull request that an event is about; pure. */
function findPull(name: string, { pull_request, issue }: Payload): RunnerEvent['pull'] {
  if (name.startsWith('pull_request') && pull_request?.number !== undefined) {
    const { number, head } = pull_request;
    return { number, ...(isCommitName(head.sha) && { head: head.sha }) };
  }
  return name === 'issue_comment' && isPullRequest(issue) ? { number: issue.number } : undefined;
}

/** What the other workflow of a `workflow_run` ran for; pure. */
export function findPullHead(name: string, { workflow_run: run }: Payload): PullHead | undefined {
  const owner = run?.head_repository?.full_name.split('/')[0];
  const { head_branch: branch, head_sha: sha } = run ?? {};
  if (name !== 'workflow_run' || owner === undefined || typeof branch !== 'string' || !isCommitName(sha))
    return undefined;
  return { owner, branch, sha };
}

/** GitHub adds `pull_request` to the issue of a comment only if the issue is a pull request. */
function isPullRequest(issue: Payload['issue']): issue is NonNullable<Payload['issue']> {
  return issue?.pull_request !== undefined && issue.pull_request !== null;
}

/** Nothing else runs yet, so nothing is held up: it is read without a turn of Node's threads for each step. */
function readPayload(file: string, log: Log): Payload {
  if (file === '') return {};
  try {
    const payload: unknown = JSON.parse(readFileSync(file, 'utf8'));
    // Read once: the code that zod would generate takes longer to compile than this takes.
    return eventSchema.safeParse(payload, { jitless: true }).data ?? {};
  } catch (error) {
    log.debug(`Could not read the event: ${describeError(error)}`);
    return {};
  }
}

/** Whose code an event is about; pure. `own` is the repository that runs the workflow, e.g. `acme/shop`. */
export function judgeOrigin(name: string, payload: Payload, own: string): CodeOrigin {
  const isOwn = (repository: string): boolean =>
    repository.toLowerCase() === (payload.repository?.full_name ?? own).toLowerCase();
  const judge = (head: { readonly full_name: string } | null | undefined): CodeOrigin => {
    if (head === undefined) return { kind: 'unknown' };
    if (head !== null && isOwn(head.full_name)) return { kind: 'own' };
    return { kind: 'fork', repository: head?.full_name };
  };
  if (name.startsWith('pull_request')) return judge(payload.pull_request?.head.repo);
  if (name === 'workflow_run') return judge(payload.workflow_run?.head_repository);
  const { issue } = payload;
  if (name === 'issue_comment' && isPullRequest(issue)) return { kind: 'pull-request', number: issue.number };
  return { kind: 'own' };
}
