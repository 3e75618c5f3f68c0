import { expect, it } from 'vitest';

import { problemsOf } from './changed-inputs.ts';

it.each([
  ['spec', ''],
  ['api-token', ''],
  ['api-token', 'a b'],
  ['api-token', 'line\nbreak'],
  ['api-url', 'model-api.runcomfy.net'],
  ['api-url', 'http://model-api.runcomfy.net'],
  ['api-url', 'ftp://127.0.0.1'],
  ['api-url', 'https://user:pass@model-api.runcomfy.net'],
  ['api-url', 'https://model-api.runcomfy.net/?x=1'],
  ['api-url', 'http://127.0.0.1.example.com'],
  ['deliver', ''],
  ['deliver', 'ftp'],
  ['artifact-contents', 'some'],
  ['artifact-name', ''],
  ['artifact-name', 'a/b'],
  ['artifact-name', 'a:b'],
  ['retention-days', '0'],
  ['retention-days', '401'],
  ['retention-days', '1.5'],
  ['max-parallel', ''],
  ['max-parallel', '65'],
  ['max-parallel', '-1'],
  ['max-parallel', '8 '.concat('x')],
  ['timeout', '30'],
  ['timeout', '0s'],
  ['timeout', '121h'],
  ['fail-on', 'Any'],
  ['mode', 'dry-run'],
  ['ledger', 'disk'],
  ['on-unknown', ''],
  ['on-timeout', 'keep'],
  ['allow-forks', 'yes'],
  ['comment', 'yes'],
  ['untracked-files', '{1..100}{1..100}'],
  ['max-cost', '$2'],
  ['max-cost', '-1'],
  ['max-cost', '1e3'],
  ['max-edits', '-1'],
  ['max-edits', '2.5'],
  ['references', 'raw'],
  ['output-hosts', 'https://cdn.example.com'],
  ['output-hosts', '*.example.com'],
  ['output-hosts', 'cdn.example.com:99999'],
])('refuses %s: %j in one message that names it', (name, value) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^Input \`${name}\` (is|holds|must|asks|names) .*\\.$`));
});

it.each([
  ['branch', ''],
  ['branch', 'a b'],
  ['branch-directory', '../x'],
  ['commit-message', '{count}'],
  ['sign-commits', 'yes'],
  ['prune', 'yes'],
  ['github-token', ''],
  ['artifact-contents', 'all'],
])('refuses %s: %j for delivery to a branch', (name, value) => {
  const problems = problemsOf({ deliver: 'branch', [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^Input \`${name}\` .*\\.$`));
});

it.each<[string, string | undefined]>([
  ['plan', 'does nothing in a run that does not apply a plan'],
  ['validate', 'does nothing in a run that does not apply a plan'],
  ['apply', undefined],
])('takes `plan-file` only in a run that applies: %s', (mode, message) => {
  const problems = problemsOf({ mode, 'plan-file': 'plan.json' });
  expect(problems).toEqual(
    message === undefined ? [] : [expect.stringContaining(`Input \`plan-file\` ${message}`)],
  );
});

it('ignores `plan-file` on a pull request of a fork, which gets no token to apply with', () => {
  const fork = { name: 'pull_request', origin: { kind: 'fork' } } as const;
  expect(problemsOf({ mode: 'apply', 'api-token': '', 'plan-file': 'plan.json' }, fork)).toEqual([]);
});

it.each([
  [{ 'plan-file': '' }, 'Input `plan-file` is empty. With `mode: comment`, give the path of a plan file'],
  [{ 'github-token': '' }, 'Input `github-token` is empty, but the comment is written with it.'],
])('needs with `mode: comment` what it works with: %j', (changes, message) => {
  const asked = { mode: 'comment', 'plan-file': 'plan.json', 'api-token': '' };
  expect(problemsOf(asked)).toEqual([]);
  expect(problemsOf({ ...asked, ...changes })).toEqual([expect.stringContaining(message)]);
});
