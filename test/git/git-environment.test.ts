import { expect, test } from 'vitest';

import { gitEnvironment } from '../../src/git/git-environment.ts';
import type { GitSetting } from '../../src/git/git-settings.ts';
import type { Env } from '../../src/shared/ports.ts';

const remote = { url: 'https://github.example.com:8443/acme/shop.git', token: 'ghs_secret' };

function environment(env: Env, over = remote, machine: readonly GitSetting[] = []): Record<string, string> {
  return gitEnvironment(env, over, { folder: '/tmp/private', machine });
}

/** The configuration that git reads from its environment; a key may come more than once. */
function settings(env: Record<string, string>): readonly (readonly [string, string])[] {
  return Array.from({ length: Number(env['GIT_CONFIG_COUNT']) }, (_, index) => [
    env[`GIT_CONFIG_KEY_${index}`] ?? '',
    env[`GIT_CONFIG_VALUE_${index}`] ?? '',
  ]);
}

test('what git needs is passed on, all else is not', () => {
  const env = environment({
    PATH: '/usr/bin',
    SystemRoot: 'C:\\Windows',
    TMPDIR: '/tmp',
    SSL_CERT_FILE: '/etc/ca.pem',
    HOME: '/home/runner',
    RUNCOMFY_TOKEN: 'secret',
    GIT_DIR: '/elsewhere',
    GIT_TRACE_CURL: '1',
    GIT_CONFIG_PARAMETERS: "'a.b=c'",
    GIT_ASKPASS: '/bin/ask',
    SSH_ASKPASS: '/bin/ask',
    UNSET: undefined,
  });

  const own = Object.keys(env).filter((name) => !/^GIT_CONFIG_(KEY|VALUE)_\d+$/.test(name));
  expect(own.sort()).toEqual(
    [
      'GIT_ALLOW_PROTOCOL',
      'GIT_CONFIG_COUNT',
      'GIT_CONFIG_NOSYSTEM',
      'GIT_DIR',
      'GIT_TERMINAL_PROMPT',
      'HOME',
      'LC_ALL',
      'PATH',
      'SSL_CERT_FILE',
      'SystemRoot',
      'TMPDIR',
    ].sort(),
  );
  expect(env).toMatchObject({ HOME: '/tmp/private', GIT_DIR: '/tmp/private', PATH: '/usr/bin' });
});

test("the token is bound to the remote's origin", () => {
  const header = settings(environment({})).filter(([key]) => key.includes('extraheader'));

  const basic = Buffer.from('x-access-token:ghs_secret').toString('base64');
  expect(header).toEqual([
    ['http.https://github.example.com:8443/.extraheader', `Authorization: basic ${basic}`],
  ]);
});

test.each([
  ['no token', { ...remote, token: '' }],
  ['a repository on this machine', { url: 'file:///srv/shop.git', token: 'ghs_secret' }],
])('no header: %s', (_, over) => {
  expect(JSON.stringify(environment({}, over))).not.toMatch(/extraheader|ghs_secret/);
});

test('proxies are spelled as curl reads them, and never asked for this machine', () => {
  const proxies = {
    HTTPS_PROXY: 'http://proxy:1',
    HTTP_PROXY: 'http://proxy:2',
    ALL_PROXY: 'socks5://proxy:3',
  };

  expect(environment(proxies)).toMatchObject({
    https_proxy: 'http://proxy:1',
    http_proxy: 'http://proxy:2',
    ALL_PROXY: 'socks5://proxy:3',
  });
  expect(environment(proxies, { url: 'http://github.localhost:8080/a/b', token: '' })).toMatchObject({
    no_proxy: 'github.localhost',
  });
});

test("the machine's settings come first, so that ours hold", () => {
  const machine = [['http.proxy', 'http://proxy:1'] as const];
  const [first] = settings(environment({}, remote, machine));

  expect(first).toEqual(machine[0]);
});
