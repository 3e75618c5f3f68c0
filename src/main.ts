import * as core from '@actions/core';

import { readInputs } from './inputs/read-inputs.ts';
import { Crash } from './runner/stop-signal.ts';
import { emitProblems } from './report/emit-problems.ts';
import { renderWrongInputs } from './report/render-wrong-inputs.ts';
import { run } from './run/run.ts';
import { describeError } from './shared/describe-error.ts';
import { createWorld } from './runner/world.ts';

/** After a crash the run ends in order; where it cannot, as the crash took away what it waits for, it ends all the same. */
const CRASH_LIMIT_MS = 10_000;

try {
  const world = createWorld();
  world.stop.addEventListener('abort', () => {
    if (world.stop.reason instanceof Crash) void world.clock.sleep(CRASH_LIMIT_MS).then(exitAfterCrash);
  });
  function exitAfterCrash(): void {
    core.setFailed(describeError(world.stop.reason));
    process.exit();
  }
  const inputs = readInputs(world.actions);
  if (inputs.ok) {
    const { failure } = await run(inputs.value, world);
    if (world.stop.reason instanceof Crash) core.setFailed(describeError(world.stop.reason));
    else if (failure !== undefined) core.setFailed(failure);
  } else {
    world.actions.setOutput('outcome', 'failed');
    emitProblems(inputs.error, world.actions.annotate, world.log);
    await world.actions.writeSummary(renderWrongInputs(inputs.error));
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
