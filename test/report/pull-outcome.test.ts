import { expect, test } from 'vitest';

import { pullProblems, pullUrl, type PullOutcome } from '../../src/report/pull-outcome.ts';

const url = 'https://github.com/acme/shop/pull/7';
const compareUrl = 'https://github.com/acme/shop/compare/main...head?expand=1';

const outcomes: readonly (readonly [PullOutcome | undefined, string, readonly string[]])[] = [
  [undefined, '', []],
  [{ kind: 'up-to-date', number: 7, url }, url, []],
  [
    { kind: 'not-updated', why: 'Bad gateway', url },
    url,
    [`The text of the pull request ${url} could not be updated: Bad gateway.`],
  ],
  [
    { kind: 'not-opened', why: 'Not allowed', isDenied: true, compareUrl },
    '',
    [
      `The pictures are pushed, but no pull request could be opened: Not allowed. To let workflows open it, give the job \`permissions: pull-requests: write\`, and allow it in the settings of the repository (Actions, General, Workflow permissions). Open it yourself: ${compareUrl}`,
    ],
  ],
  [
    { kind: 'not-opened', why: 'Bad gateway', isDenied: false, compareUrl },
    '',
    [
      `The pictures are pushed, but no pull request could be opened: Bad gateway. Open it yourself: ${compareUrl}`,
    ],
  ],
];

test.each(outcomes)('%j', (pull, address, messages) => {
  expect(pullUrl(pull)).toBe(address);
  expect(pullProblems(pull)).toEqual(messages.map((message) => ({ severity: 'warning', message })));
});
