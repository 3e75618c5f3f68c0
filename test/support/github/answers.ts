import type { Answer, Asked, GitHubState } from './types.ts';

const DOCS = 'https://docs.github.com/rest';

/** An error as GitHub words it. */
export function refuse(status: number, message: string, headers?: Readonly<Record<string, string>>): Answer {
  const body = { message, documentation_url: DOCS, status: String(status) };
  return { status, body, ...(headers !== undefined && { headers }) };
}

export const NOT_FOUND = refuse(404, 'Not Found');
export const NOT_ACCESSIBLE = refuse(403, 'Resource not accessible by integration');

/** A request that has the right form and cannot be carried out. */
export function refuseInvalid(resource: string, message: string): Answer {
  const errors = [{ resource, code: 'custom', message }];
  return { status: 422, body: { message: 'Validation Failed', errors, documentation_url: DOCS } };
}

/** Refuses a write that the token has no right to; undefined: go on. */
export function checkRight(state: GitHubState, right: keyof GitHubState['permissions']): Answer | undefined {
  return state.permissions[right] === 'write' ? undefined : NOT_ACCESSIBLE;
}

/** One page of a list, with links to the others. */
export function answerPage(all: readonly unknown[], { query, origin, path }: Asked): Answer {
  const size = Math.min(Math.max(Number(query.get('per_page') ?? 30), 1), 100);
  const page = Math.max(Number(query.get('page') ?? 1), 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  const link = (to: number, rel: string): string => {
    const asked = new URLSearchParams(query);
    asked.set('page', String(to));
    return `<${origin}${path}?${asked.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    status: 200,
    body: all.slice((page - 1) * size, page * size),
    ...(links.length > 0 && { headers: { link: links.join(', ') } }),
  };
}

/** A user or a bot, as far as it matters. */
export function describeUser(login: string): object {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
}
