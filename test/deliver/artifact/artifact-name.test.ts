import { expect, it } from 'vitest';

import { artifactNames } from '../../../src/deliver/artifact/artifact-name.ts';

it.each([
  [1, ['pictures', 'pictures-2', 'pictures-3']],
  [2, ['pictures-attempt-2', 'pictures-attempt-2-2', 'pictures-attempt-2-3']],
])('attempt %i tries %j in order', (attempt, names) => {
  expect(artifactNames('pictures', attempt, 3)).toEqual(names);
});
