import { expect, test } from 'vitest';

import { listSome, listStatements } from '../../src/shared/list-some.ts';

test.each([
  [[], '', ''],
  [['a'], 'a', 'a'],
  [['a', 'b'], 'a, b', 'a; b'],
  [['a', 'b', 'c'], 'a, b and 1 more', 'a; b; and 1 more'],
  [['a', 'b', 'c', 'd'], 'a, b and 2 more', 'a; b; and 2 more'],
])('at most two of %j', (items, names, statements) => {
  expect(listSome(items, 2)).toBe(names);
  expect(listStatements(items, 2)).toBe(statements);
});
