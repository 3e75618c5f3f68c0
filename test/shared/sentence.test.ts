import { expect, test } from 'vitest';

import { toSentence } from '../../src/shared/sentence.ts';

test.each([
  ['the server did not answer', 'The server did not answer.'],
  ['it says: try later.', 'It says: try later.'],
  ['`edits.yml` is empty', '`edits.yml` is empty.'],
  ['HTTP 503 Service Unavailable', 'HTTP 503 Service Unavailable.'],
])('%j is the sentence %j', (clause, sentence) => {
  expect(toSentence(clause)).toBe(sentence);
});
