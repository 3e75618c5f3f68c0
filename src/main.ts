import * as core from '@actions/core';

import { readInputs } from './inputs/read-inputs.ts';
import type { StepVerdict } from './run/end/conclude-run.ts';
import { runStep } from './run/run-step.ts';
import { findNodeFault } from './runner/check-node.ts';
import { orCrash } from './runner/stop-signal.ts';
import { createWorld, type World } from './runner/world.ts';
import { describeError } from './shared/describe-error.ts';
import type { Problem } from './shared/problem.ts';
import { toSentence } from './shared/sentence.ts';

async function act(): Promise<string | undefined> {
  const fault = findNodeFault(process.versions.node);
  if (fault !== undefined) {
    core.setOutput('outcome', 'failed');
    return fault;
  }
  const world = createWorld();
  const inputs = readInputs(world.actions, await world.readEvent());
  const work = inputs.ok ? runStep(inputs.value, world) : refuse(inputs.error, world);
  return (await orCrash(work, world)).failure;
}

/** Reports wrong inputs. Loaded only then: most inputs are right. */
async function refuse(problems: readonly Problem[], world: World): Promise<StepVerdict> {
  const { refuseInputs } = await import('./run/end/refuse-inputs.ts');
  return await refuseInputs(problems, world);
}

const failure = await act().catch((error: unknown) => {
  core.debug(error instanceof Error ? String(error.stack) : '');
  return toSentence(describeError(error));
});
if (failure !== undefined) core.setFailed(failure);
// A client that cannot be aborted may still hold a connection: it must not hold the step.
process.stdout.write('', () => {
  process.exit();
});
