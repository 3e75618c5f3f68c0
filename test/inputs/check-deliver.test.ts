import { expect, test } from 'vitest';

import { readActionMetadata } from '../../demo/action-metadata.ts';
import { checkDeliver } from '../../src/inputs/check-deliver.ts';
import type { Mode } from '../../src/inputs/decide-mode.ts';
import type { DeliveryWay } from '../../src/inputs/types.ts';

const { inputs } = await readActionMetadata();

function problemsOf(
  deliver: readonly DeliveryWay[],
  given: Readonly<Record<string, string>> = {},
  mode: Mode = { kind: 'apply' },
) {
  return checkDeliver(
    { ways: deliver, isPull: false },
    mode,
    (name) => given[name] ?? inputs[name]?.default ?? '',
  ).map(({ message }) => message);
}

test.each<readonly DeliveryWay[]>([['artifact'], ['branch'], ['branch', 'artifact']])(
  'the defaults of action.yml fit %s',
  (...deliver) => {
    expect(problemsOf(deliver)).toEqual([]);
  },
);

test.each([
  ['branch', 'pictures'],
  ['branch-directory', 'shop'],
  ['commit-message', 'New pictures'],
  ['sign-commits', 'true'],
  ['prune', 'true'],
  ['gallery', 'true'],
])('%s is about a branch, and an error where there is none', (name, value) => {
  expect(problemsOf(['artifact'], { [name]: value })).toEqual([
    `Input \`${name}\` does nothing without \`branch\`. Add \`branch\` to \`deliver\`, or leave \`${name}\` out.`,
  ]);
  expect(problemsOf(['branch'], { [name]: value })).toEqual([]);
});

test('an address of the gallery needs the gallery, and one that shows what the run delivers', () => {
  const url = { 'gallery-url': 'https://acme.github.io/shop/' };
  expect(problemsOf(['branch'], { ...url, gallery: 'true' })).toEqual([]);
  expect(problemsOf(['branch'], url)).toEqual([
    expect.stringContaining('does nothing without `gallery: true`'),
  ]);
  expect(problemsOf(['artifact'], url)).toEqual([expect.stringContaining('does nothing without `branch`')]);
  const pull = { ways: ['branch'], isPull: true } as const;
  const given: Readonly<Record<string, string>> = { ...url, gallery: 'true' };
  const problems = checkDeliver(
    pull,
    { kind: 'apply' },
    (name) => given[name] ?? inputs[name]?.default ?? '',
  );
  expect(problems.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('`gallery-url` does nothing with `deliver: pull-request`'),
  );
});

test('an artifact that is not made cannot hold all', () => {
  expect(problemsOf(['branch'], { 'artifact-contents': 'all' })).toHaveLength(1);
  expect(problemsOf(['artifact', 'branch'], { 'artifact-contents': 'all' })).toEqual([]);
});

test('without a branch every edit is made and in the artifact, as `all` and `force` want it', () => {
  expect(problemsOf(['artifact'], { 'artifact-contents': 'all', force: '*' })).toEqual([]);
});

test('a branch needs a token, and the permission is named', () => {
  expect(problemsOf(['branch'], { 'github-token': '' })).toEqual([
    expect.stringContaining('permissions: contents: write'),
  ]);
  expect(problemsOf(['artifact'], { 'github-token': '' })).toEqual([]);
});

test('a ledger in the repository needs a token, and one that is chosen by itself does not', () => {
  expect(problemsOf(['artifact'], { 'github-token': '', ledger: 'git' })).toEqual([
    expect.stringContaining('permissions: contents: write'),
  ]);
  expect(problemsOf(['artifact'], { ledger: 'git' })).toEqual([]);
  expect(problemsOf(['artifact'], { 'github-token': '', ledger: 'auto' })).toEqual([]);
});

test.each<Mode>([{ kind: 'plan', because: 'asked' }, { kind: 'validate' }])(
  'a run that writes nothing needs no token: %j',
  (mode) => {
    expect(problemsOf(['branch'], { 'github-token': '', ledger: 'git' }, mode)).toEqual([]);
    expect(problemsOf(['artifact'], { branch: 'pictures' }, mode)).toHaveLength(1);
  },
);

test('without a ledger nothing is known that could be sent again', () => {
  expect(problemsOf(['artifact'], { ledger: 'none', 'on-unknown': 'resubmit' })).toEqual([
    expect.stringMatching(/^Input `on-unknown` does nothing with `ledger: none`/),
  ]);
  expect(problemsOf(['artifact'], { ledger: 'none' })).toEqual([]);
  expect(problemsOf(['artifact'], { 'on-unknown': 'resubmit' })).toEqual([]);
});
