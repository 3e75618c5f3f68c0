import { expect, it } from 'vitest';

import { findNodeFault } from '../../src/runner/check-node.ts';

it.each(['24.0.0', '24.19.0', '26.1.0-nightly'])('Node %s will do', (version) => {
  expect(findNodeFault(version)).toBeUndefined();
});

it.each(['20.20.0', '22.11.0', '9.0.0'])('Node %s will not, and one message says so', (version) => {
  expect(findNodeFault(version)).toBe(
    `This action needs Node 24, and this runner started it with Node ${version}. Nothing was sent. Update the runner, or put Node 24 first on its PATH.`,
  );
});
