import { expect, test } from 'vitest';

import { judgeGitError } from '../../src/git/judge-git-error.ts';

const at = "fatal: unable to access 'https://github.com/acme/shop.git/': ";

test.each([
  // The server says no.
  [
    'remote: Write access to repository not granted.\nfatal: unable to access ...: The requested URL returned error: 403',
    'denied',
    'Write access to repository not granted',
  ],
  [
    'remote: Permission to acme/shop.git denied to github-actions[bot].\n' +
      `${at}The requested URL returned error: 403`,
    'denied',
    'Permission to acme/shop.git denied to github-actions[bot]',
  ],
  [
    'remote: Invalid username or token. Password authentication is not supported for Git operations.\n' +
      "fatal: Authentication failed for 'https://github.com/acme/shop.git/'",
    'unauthorized',
    'Invalid username or token. Password authentication is not supported for Git operations',
  ],
  [
    "fatal: the receiving end does not support this repository's hash algorithm\nfatal: the remote end hung up unexpectedly",
    'failed',
    "the receiving end does not support this repository's hash algorithm",
  ],
  [
    "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
    'unauthorized',
    'the server does not accept the token, or asks for one and none was given',
  ],
  [`${at}The requested URL returned error: 401`, 'unauthorized', /does not accept the token/],
  [
    "remote: Repository not found.\nfatal: repository 'https://github.com/acme/shop.git/' not found",
    'not-found',
    'Repository not found',
  ],
  [`${at}The requested URL returned error: 404`, 'not-found', /404$/],
  [
    "fatal: '/srv/none.git' does not appear to be a git repository\nfatal: Could not read from remote repository.\n\n" +
      'Please make sure you have the correct access rights\nand the repository exists.',
    'not-found',
    "'/srv/none.git' does not appear to be a git repository",
  ],
  ['error: RPC failed; HTTP 413 curl 22 The requested URL returned error: 413', 'refused', /413$/],
  // No whole answer.
  [`${at}Could not resolve host: github.com`, 'offline', /Could not resolve host: github\.com$/],
  [
    `${at}Failed to connect to 127.0.0.1 port 1 after 0 ms: Couldn't connect to server`,
    'offline',
    /Failed to connect/,
  ],
  [`${at}Recv failure: Connection reset by peer`, 'offline', /Connection reset/],
  [`${at}Empty reply from server`, 'offline', /Empty reply/],
  [`${at}Operation too slow. Less than 1 bytes/sec transferred the last 120 seconds`, 'offline', /too slow/],
  [`${at}The requested URL returned error: 503`, 'offline', /503$/],
  [`${at}The requested URL returned error: 429`, 'offline', /429$/],
  [`${at}gnutls_handshake() failed: The TLS connection was non-properly terminated.`, 'offline', /TLS/],
  [
    'error: RPC failed; HTTP 500 curl 22 The requested URL returned error: 500\n' +
      'send-pack: unexpected disconnect while reading sideband packet\nfatal: the remote end hung up unexpectedly',
    'offline',
    'RPC failed; HTTP 500 curl 22 The requested URL returned error: 500',
  ],
  [
    'error: RPC failed; curl 18 transfer closed with outstanding read data remaining\nfatal: early EOF',
    'offline',
    'early EOF',
  ],
  // Waiting helps none of these.
  [`${at}SSL certificate problem: self-signed certificate`, 'untrusted', /self-signed/],
  [`${at}server certificate verification failed. CAfile: none CRLfile: none`, 'untrusted', /certificate/],
  [`${at}error setting certificate file: /none.pem`, 'failed', /none\.pem$/],
  [`${at}CONNECT tunnel failed, response 407`, 'failed', /407$/],
  [`${at}The requested URL returned error: 301`, 'redirected', /301$/],
  ['fatal: write error: No space left on device', 'failed', 'write error: No space left on device'],
  ["fatal: unable to read tree (5e1c)\nfatal: 'x' is not a commit", 'failed', "'x' is not a commit"],
  ['odd words', 'failed', 'odd words'],
  ['', 'failed', 'git ended with status 128 and said nothing'],
] as const)('%s', (stderr, kind, why) => {
  const error = judgeGitError(128, stderr);

  expect(error.kind).toBe(kind);
  if (typeof why === 'string') expect(error.why).toBe(why);
  else expect(error.why).toMatch(why);
  expect(error.why).not.toMatch(/[\r\n]|^(?:fatal|error|remote):/);
});
