import { emitProblems } from '../../report/emit-problems.ts';
import { renderWrongInputs } from '../../report/render-wrong-inputs.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import type { StepVerdict } from './conclude-run.ts';

/** Reports inputs with which no run can begin. */
export async function refuseInputs(
  problems: readonly Problem[],
  { actions, log }: Pick<World, 'actions' | 'log'>,
): Promise<StepVerdict> {
  actions.setOutput('outcome', 'failed');
  emitProblems(problems, actions.annotate, log);
  await actions.writeSummary(renderWrongInputs(problems));
  return { failure: 'The inputs are wrong, see above. Nothing was sent.' };
}
