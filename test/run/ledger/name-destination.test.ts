import { expect, it } from 'vitest';

import { nameDestination } from '../../../src/run/ledger/name-destination.ts';

it.each([
  [['artifact'] as const, 'pictures', 'artifact'],
  [['branch'] as const, '', 'branch assets'],
  [['branch'] as const, 'pictures', 'branch assets:pictures'],
  [['artifact', 'branch'] as const, 'pictures', 'branch assets:pictures'],
])('pictures for %j in %j', (deliver, branchDirectory, destination) => {
  expect(nameDestination({ deliver, branch: 'assets', branchDirectory })).toBe(destination);
});
