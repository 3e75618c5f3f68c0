import type { OutgoingHttpHeaders } from 'node:http';

import type { GitServiceName } from './git-request.ts';

/** Who may do what. */
export interface Access {
  /** What basic authorization must carry as its password; absent: anyone may do anything. */
  readonly token?: string;
  /** Whether the token may only read. */
  readonly readOnly: boolean;
}

/** Why a request is refused. */
export interface Denial {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly text: string;
}

/** Decides as GitHub does for a private repository; undefined: go on. */
export function checkAccess(
  { token, readOnly }: Access,
  service: GitServiceName,
  authorization: string | undefined,
): Denial | undefined {
  if (token !== undefined && readPassword(authorization) !== token) {
    return {
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="GitHub"' },
      text: 'Invalid username or token. Password authentication is not supported for Git operations.',
    };
  }
  if (readOnly && service === 'git-receive-pack') {
    return { status: 403, headers: {}, text: 'Write access to repository not granted.' };
  }
  return undefined;
}

/** The password of basic authorization (RFC 7617): everything behind the first colon. */
function readPassword(authorization: string | undefined): string | undefined {
  const [, base64] = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? '') ?? [];
  if (base64 === undefined) return undefined;
  const pair = Buffer.from(base64, 'base64').toString();
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}
