import * as core from '@actions/core';

import { rescue } from './run/rescue/rescue.ts';
import { describeError } from './shared/describe-error.ts';
import { toSentence } from './shared/sentence.ts';
import { createWorld } from './runner/world.ts';

try {
  await rescue(createWorld());
} catch (error) {
  core.setFailed(toSentence(describeError(error)));
}
process.stdout.write('', () => {
  process.exit();
});
