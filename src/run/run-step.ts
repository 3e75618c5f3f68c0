import type { ActionInputs } from '../inputs/types.ts';
import type { World } from '../runner/world.ts';
import type { StepVerdict } from './end/conclude-run.ts';
import { run } from './run.ts';

/** What a step does, by its mode. The code of all modes but the usual one is loaded when it is needed. */
export async function runStep(inputs: ActionInputs, world: World): Promise<StepVerdict> {
  const { mode } = inputs;
  switch (mode.kind) {
    case 'apply':
      return await run(inputs, world);
    case 'plan': {
      const { planRun } = await import('./plan/plan-run.ts');
      return await planRun(mode.because, inputs, world);
    }
    case 'validate': {
      const { validate } = await import('./plan/validate.ts');
      return await validate(inputs, world);
    }
    case 'comment': {
      const { commentPlan } = await import('./plan/comment-plan.ts');
      return await commentPlan(inputs, world);
    }
    case 'clean': {
      const { clean } = await import('./clean/clean.ts');
      return await clean(inputs, world);
    }
  }
}
