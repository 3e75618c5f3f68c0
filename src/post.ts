import * as core from '@actions/core';

import { rescue } from './run/rescue/rescue.ts';
import { describeError } from './shared/describe-error.ts';
import { createWorld } from './runner/world.ts';

try {
  await rescue(createWorld());
} catch (error) {
  core.setFailed(describeError(error));
}
process.stdout.write('', () => {
  process.exit();
});
