import { expect, test } from 'vitest';

import { parseCommitMessage, renderCommitMessage } from '../../src/inputs/commit-message.ts';

const FACTS = { edits: 2, files: 5, spec: 'edits.yml', run: 'https://github.com/acme/shop/actions/runs/7' };

test.each([
  ['Update {files} of {edits} ({spec})', 'Update 5 files of 2 edits (edits.yml)'],
  ['Pictures\n\n{run}', 'Pictures\n\nhttps://github.com/acme/shop/actions/runs/7'],
  ['{edits}{edits} { edits', '2 edits2 edits { edits'],
  ['No placeholder', 'No placeholder'],
  ['  {spec}\r\n', 'edits.yml'],
])('%j becomes %j', (template, expected) => {
  expect(parseCommitMessage(template)).toEqual({ ok: true, value: template });
  expect(renderCommitMessage(template, FACTS)).toBe(expected);
});

test.each([
  ['', /^is empty\. /],
  [' \n\t', /^is empty\. /],
  [
    '{edit}',
    /^holds the placeholder `\{edit\}`\. There are `\{edits\}`, `\{files\}`, `\{spec\}`, `\{run\}`\.$/,
  ],
  ['{files} of {}', /`\{\}`/],
  ['{Edits}', /`\{Edits\}`/],
  ['{toString}', /`\{toString\}`/],
])('%j is refused', (template, expected) => {
  expect(parseCommitMessage(template)).toEqual({
    ok: false,
    error: expect.stringMatching(expected) as string,
  });
});

test('a path that looks like a placeholder stays as it is', () => {
  expect(renderCommitMessage('{spec} {edits}', { ...FACTS, spec: '{edits}$&.yml' })).toBe(
    '{edits}$&.yml 2 edits',
  );
});

test('counts agree with their nouns', () => {
  expect(renderCommitMessage('{files} of {edits}', { ...FACTS, edits: 1, files: 1 })).toBe(
    '1 file of 1 edit',
  );
});
