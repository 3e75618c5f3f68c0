import { expect, test } from 'vitest';

import { listTransitions, readTable } from './transition-table.ts';

test('the life of an entry is this, and nothing else', () => {
  expect(listTransitions()).toEqual(
    readTable(`
| | claim | replaced | accepted | maybe-sent | released | delivered | outdone | renewed | unusable | ended-empty | lost |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| none | claimed | - | accepted | maybe-sent | - | - | - | - | - | - | - |
| claimed | - | maybe-sent | accepted | maybe-sent | none | - | - | - | - | - | - |
| maybe-sent | - | - | accepted | - | none | - | none | - | - | - | - |
| accepted | - | - | - | - | - | delivered | - | none | unusable | none | lost |
| unusable | - | - | - | - | - | delivered | none | none | - | none | lost |
| lost | - | - | - | - | - | delivered | none | none | - | none | - |
| delivered | - | - | - | - | - | - | none | none | - | - | - |
`),
  );
});
