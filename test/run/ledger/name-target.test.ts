import { expect, it } from 'vitest';

import { nameTarget } from '../../../src/run/ledger/name-target.ts';

it.each([
  [['artifact'] as const, 'pictures', 'artifact'],
  [['branch'] as const, '', 'branch assets'],
  [['branch'] as const, 'pictures', 'branch assets:pictures'],
  [['artifact', 'branch'] as const, 'pictures', 'branch assets:pictures'],
])('pictures for %j in %j', (deliver, branchDirectory, target) => {
  expect(nameTarget({ deliver, branch: 'assets', branchDirectory })).toBe(target);
});
