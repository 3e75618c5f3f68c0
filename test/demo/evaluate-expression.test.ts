import { expect, test } from 'vitest';

import { evaluateTemplate } from '../../demo/evaluate-expression.ts';

const contexts = {
  'github.token': 'ghs_1',
  'strategy.job-index': 2,
  'strategy.job-total': 3,
  'matrix.none': null,
};

test.each([
  ['plain text', 'plain text'],
  ['${{ github.token }}', 'ghs_1'],
  ['a-${{ strategy.job-index }}-b${{strategy.job-total}}', 'a-2-b3'],
  ["x${{ strategy.job-total > 1 && format('-{0}', strategy.job-index) || '' }}", 'x-2'],
  ["x${{ strategy.job-total > 3 && format('-{0}', strategy.job-index) || '' }}", 'x'],
  ["${{ format('{1}{0}{1}', 'it''s', 1) }}", "1it's1"],
  ["${{ 'A' == 'a' }}", 'true'],
  ['${{ strategy.job-index != 2 }}', 'false'],
  ['${{ !(1 <= 2 && 2 >= 3) }}', 'true'],
  ['${{ 1 < 2 }}', 'true'],
  ["${{ matrix.none || 'fallback' }}", 'fallback'],
  ['[${{ null }}]', '[]'],
])('%s becomes %s', (template, value) => {
  expect(evaluateTemplate(template, contexts)).toBe(value);
});

test.each([
  ['${{ secrets.TOKEN }}', 'no value for secrets.TOKEN'],
  ['${{ github.token github.token }}', 'left over'],
  ["${{ format('x' }}", 'lacks its ")"'],
  ['${{ }}', 'ends too early'],
  ['${{ github.token + 1 }}', 'unexpected "+ 1"'],
])('%s is refused', (template, message) => {
  expect(() => evaluateTemplate(template, contexts)).toThrow(message);
});
