import { expect, test } from 'vitest';

import { redactToken } from '../../src/git/git-settings.ts';

test.each([
  ['as it is', 'bad token ghs_abc!', 'bad token ***!'],
  ['as it is sent', 'basic eC1hY2Nlc3MtdG9rZW46Z2hzX2FiYw== x', 'basic *** x'],
  ['nowhere', 'nothing here', 'nothing here'],
])('%s', (_, text, shown) => {
  expect(redactToken(text, 'ghs_abc')).toBe(shown);
});

test('an empty token hides nothing', () => {
  expect(redactToken('nothing here', '')).toBe('nothing here');
});
