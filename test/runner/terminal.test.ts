import { expect, it } from 'vitest';

import { decideColors } from '../../src/runner/terminal.ts';

it.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ TERM: 'dumb' }, true, false],
])('%j on a terminal (%s): colors %s', (env, isTerminal, expected) => {
  expect(decideColors(env, isTerminal)).toBe(expected);
});
