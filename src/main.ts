import * as core from '@actions/core';

import { readInputs } from './inputs/read-inputs.ts';
import { run } from './run.ts';
import { describeError } from './shared/describe-error.ts';
import { createWorld } from './world.ts';

try {
  const world = createWorld();
  const inputs = readInputs(world.actions);
  if (inputs.ok) {
    const { failure } = await run(inputs.value, world);
    if (failure !== undefined) core.setFailed(failure);
  } else {
    world.actions.setOutput('outcome', 'failed');
    inputs.error.forEach(world.actions.annotate);
    core.setFailed('The inputs are wrong, see above. Nothing was sent.');
  }
} catch (error) {
  core.debug(error instanceof Error ? String(error.stack) : '');
  core.setFailed(describeError(error));
}
// A client that cannot be aborted may still hold a connection: it must not hold the step.
process.stdout.write('', () => {
  process.exit();
});
