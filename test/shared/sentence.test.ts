import { expect, test } from 'vitest';

import { quoteWords, toSentence } from '../../src/shared/sentence.ts';

test.each([
  ['the server did not answer', 'The server did not answer.'],
  ['`edits.yml` is empty', '`edits.yml` is empty.'],
  ['HTTP 503 Service Unavailable', 'HTTP 503 Service Unavailable.'],
])('%j is the sentence %j', (clause, sentence) => {
  expect(toSentence(clause)).toBe(sentence);
});

test.each([
  ['Try again later.', 'Try again later'],
  ['Too many requests!! \n', 'Too many requests'],
  ['The queue is full', 'The queue is full'],
  ['no such file: a.b.', 'no such file: a.b'],
  ['Is the server running? ', '“Is the server running?”'],
  [' . ', ''],
])('the words %j are quoted as %j', (said, clause) => {
  expect(quoteWords(said)).toBe(clause);
});
