import { expect, test } from 'vitest';

import { renderTransitions } from './transition-table.ts';

test('the life of an entry is this, and nothing else', () => {
  expect(renderTransitions()).toBe(
    `
| state | claim | replaced | released | maybe-sent | accepted | lost | ended-empty | delivered | outdone | renewed |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| none | claimed | = | = | maybe-sent | accepted | = | = | = | = | = |
| claimed | = | maybe-sent | none | maybe-sent | accepted | = | = | = | = | = |
| maybe-sent | = | = | none | = | accepted | = | = | = | none | = |
| accepted | = | = | = | = | = | lost | none | delivered | = | none |
| lost | = | = | = | = | = | = | none | delivered | none | none |
| delivered | = | = | = | = | = | = | = | = | none | none |
`.trim(),
  );
});
