import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { devNull } from 'node:os';

import type { GitCall } from './git-request.ts';

/** The environment by which `git http-backend` learns of a request (RFC 3875, git-http-backend(1)). */
export function cgiEnvironment(root: string, call: GitCall, request: IncomingMessage): NodeJS.ProcessEnv {
  const { headers } = request;
  return {
    PATH: process.env['PATH'],
    // What this machine's user has set must not change how the service answers.
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    GATEWAY_INTERFACE: 'CGI/1.1',
    SERVER_PROTOCOL: 'HTTP/1.1',
    REQUEST_METHOD: request.method,
    PATH_INFO: call.backendPath,
    QUERY_STRING: call.query,
    REMOTE_ADDR: '127.0.0.1',
    // Any client that got this far may write; without a user receive-pack is refused.
    REMOTE_USER: 'git',
    CONTENT_TYPE: headers['content-type'],
    CONTENT_LENGTH: headers['content-length'],
    HTTP_CONTENT_ENCODING: headers['content-encoding'],
    GIT_PROTOCOL: [headers['git-protocol'] ?? []].flat().join(':'),
  };
}

/** The head of a CGI program's answer. */
export interface CgiHead {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  /** What came behind the head already. */
  readonly rest: Buffer;
}

/** Reads the head from what a CGI program has written so far; undefined while its end has not come. */
export function parseCgiHead(written: Buffer): CgiHead | undefined {
  const end = written.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const headers: Record<string, string> = {};
  for (const line of written.subarray(0, end).toString('latin1').split('\r\n')) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const { status = '200', ...others } = headers;
  return { status: Number.parseInt(status, 10), headers: others, rest: written.subarray(end + 4) };
}
