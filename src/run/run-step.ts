import type { ActionInputs } from '../inputs/types.ts';
import type { World } from '../runner/world.ts';
import { clean } from './clean/clean.ts';
import type { StepVerdict } from './end/conclude-run.ts';
import { commentPlan } from './plan/comment-plan.ts';
import { planRun } from './plan/plan-run.ts';
import { validate } from './plan/validate.ts';
import { run } from './run.ts';

/** What a step does, by its mode. */
export async function runStep(inputs: ActionInputs, world: World): Promise<StepVerdict> {
  const { mode } = inputs;
  switch (mode.kind) {
    case 'apply':
      return await run(inputs, world);
    case 'plan':
      return await planRun(mode.because, inputs, world);
    case 'validate':
      return await validate(inputs, world);
    case 'comment':
      return await commentPlan(inputs, world);
    case 'clean':
      return await clean(inputs, world);
  }
}
