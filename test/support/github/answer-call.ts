import { NOT_FOUND, refuse } from './answers.ts';
import { checkAnswer, checkRequest } from './check-exchange.ts';
import { commentHandlers } from './comments.ts';
import { findCall } from './description.ts';
import { fillAnswer } from './fill-in.ts';
import { commitHandlers } from './git-objects.ts';
import { pullHandlers } from './pulls.ts';
import { refHandlers } from './refs.ts';
import { repositoryHandlers } from './repository.ts';
import type { Answer, Asked, GitHubFault, GitHubRequest, GitHubState, Handler } from './types.ts';

/** By the operation's id. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...repositoryHandlers,
  ...commentHandlers,
  ...pullHandlers,
  ...commitHandlers,
  ...refHandlers,
};

/** Answers one request, and adds to `violations` what of it or of the answer is not as GitHub describes it. */
export async function answerCall(
  request: GitHubRequest,
  state: GitHubState,
  origin: string,
  violations: string[],
): Promise<Answer> {
  const { method, path: full, body } = request;
  const name = `${method} ${full}`;
  const fault = takeFault(state.faults, name);
  if (fault !== undefined && fault.isCarriedOut !== true)
    return refuse(fault.status, fault.message, fault.headers);
  const { pathname, searchParams: query } = new URL(full, origin);
  const report = (faults: readonly string[]): void => {
    violations.push(...faults.map((each) => `${name}: ${each}`));
  };
  const denied = checkToken(request, state);
  if (denied !== undefined) return denied;
  if (method === 'POST' && pathname === '/graphql') return answerViewer(body, state);
  const call = findCall(method, pathname);
  const handler = call && handlers[call.operation.id];
  if (call === undefined || handler === undefined) {
    report(['is not described']);
    return NOT_FOUND;
  }
  const { operation, params } = call;
  const faults = checkRequest(call, query, body);
  report(faults);
  if (faults.length > 0) return refuse(422, 'Invalid request.');
  const repository = `${params['owner'] ?? ''}/${params['repo'] ?? ''}`;
  const isKnown = state.repository === undefined || state.repository === repository;
  const asked: Asked = {
    state,
    repository,
    params,
    query,
    body: (body ?? {}) as Asked['body'],
    origin,
    path: pathname,
  };
  const given = params['repo'] === undefined || isKnown ? await handler(asked) : NOT_FOUND;
  const answer: Answer = {
    ...given,
    ...(given.body !== undefined && { body: fillAnswer(operation, given.status, given.body) }),
  };
  report(checkAnswer(operation, answer.status, answer.body));
  return fault === undefined ? answer : refuse(fault.status, fault.message, fault.headers);
}

function takeFault(faults: readonly GitHubFault[], name: string): GitHubFault | undefined {
  const fault = faults.find(({ match, times = Infinity }) => times > 0 && match.test(name));
  if (fault?.times !== undefined) fault.times -= 1;
  return fault;
}

/** The token, as REST and GraphQL take it; a public repository may be read without one. */
function checkToken({ method, headers }: GitHubRequest, state: GitHubState): Answer | undefined {
  const [, token] = /^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) {
    if (method !== 'GET') return refuse(401, 'Requires authentication');
    return state.isPrivate ? NOT_FOUND : undefined;
  }
  return state.token === undefined || token === state.token ? undefined : refuse(401, 'Bad credentials');
}

/** The one question of GraphQL that the action asks; GitHub answers it to the token of a job too. */
function answerViewer(body: unknown, { login }: GitHubState): Answer {
  const { query = '' } = body as { readonly query?: string };
  return /^\s*(?:query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(query)
    ? { status: 200, body: { data: { viewer: { login } } } }
    : refuse(400, `The fake answers only the query for the viewer, not ${query}`);
}

/** What GitHub answers to one who asks too much at once. */
export const SECONDARY_LIMIT: Omit<GitHubFault, 'match'> = {
  status: 403,
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  headers: { 'retry-after': '1' },
};
