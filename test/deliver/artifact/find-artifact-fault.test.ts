import { expect, it } from 'vitest';

import { findArtifactFault } from '../../../src/deliver/artifact/find-artifact-fault.ts';

function tokenOf(claims: unknown): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
}

const env = {
  ACTIONS_RUNTIME_TOKEN: tokenOf({ scp: 'Actions.Example Actions.Results:run:job' }),
  ACTIONS_RESULTS_URL: 'https://results.example/',
};

it.each(['https://github.com', 'https://acme.ghe.com', 'http://github.localhost:8080'])(
  '%s takes artifacts',
  (url) => {
    expect(findArtifactFault(env, url)).toBeUndefined();
  },
);

it.each([
  ['https://github.corp.example', env, /^github\.corp\.example does not take artifacts of this kind/],
  ['http://localhost:3000', env, /^localhost does not/],
  ['https://notghe.com', env, /^notghe\.com does not/],
  ['nothing', env, /^nothing does not/],
  ['https://github.com', {}, /^ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL not set/],
  ['https://github.com', { ...env, ACTIONS_RESULTS_URL: '' }, /^ACTIONS_RESULTS_URL not set/],
  ['https://github.com', { ...env, ACTIONS_RUNTIME_TOKEN: 'wrong' }, /no scope `Actions\.Results`/],
  ['https://github.com', { ...env, ACTIONS_RUNTIME_TOKEN: tokenOf(null) }, /no scope/],
  ['https://github.com', { ...env, ACTIONS_RUNTIME_TOKEN: tokenOf({ scp: 7 }) }, /no scope/],
  [
    'https://github.com',
    { ...env, ACTIONS_RUNTIME_TOKEN: tokenOf({ scp: 'Actions.Results:run' }) },
    /no scope/,
  ],
])('%s %j: %s', (serverUrl, variables, fault) => {
  expect(findArtifactFault(variables, serverUrl)).toMatch(fault);
});
