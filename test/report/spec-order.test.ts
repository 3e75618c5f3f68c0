import { expect, test } from 'vitest';

import { inSpecOrder } from '../../src/report/spec-order.ts';
import { sampleOutcome } from './sample-run.ts';

function at(id: string, line: number, column = 3) {
  return sampleOutcome(id, 'succeeded', {}, { at: { file: 'edits.yml', line, column } });
}

test('edits are listed as in the spec, whatever the order in which they were made', () => {
  const made = [at('base', 40), at('hero@b', 9), at('hero@a', 9), at('left', 9, 1), at('first', 2)];
  expect(inSpecOrder(made).map(({ edit }) => edit.id)).toEqual(['first', 'left', 'hero@b', 'hero@a', 'base']);
});
