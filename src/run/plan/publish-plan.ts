import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { ActionInputs } from '../../inputs/types.ts';
import { planComment } from '../../report/comment/render-comment.ts';
import { emitProblems } from '../../report/emit-problems.ts';
import { renderPlanFile } from '../../report/plan/plan-file.ts';
import { renderPlanSummary } from '../../report/plan/render-plan-summary.ts';
import { planOutputs } from '../../report/plan/plan-outputs.ts';
import { describeHeadline } from '../../report/plan/count-plan.ts';
import type { PlanFile } from '../../report/plan/types.ts';
import type { World } from '../../runner/world.ts';
import { plural } from '../../shared/format.ts';
import { commentIfAsked, type CommentInputs } from '../comment/comment-note.ts';
import type { StepVerdict } from '../end/conclude-run.ts';
import { publishParts } from '../end/publish-parts.ts';
import { listErrors } from '../../shared/problem.ts';

/** Publishes a plan: outputs, plan file, annotations and log, comment, job summary. */
export async function publishPlan(plan: PlanFile, inputs: CommentInputs, world: World): Promise<void> {
  const { actions, log, temp, job } = world;
  let note = '';
  await publishParts(
    [
      [
        'outputs',
        () => {
          for (const [name, value] of Object.entries(planOutputs(plan))) actions.setOutput(name, value);
        },
      ],
      [
        'plan file',
        async () => {
          const file = path.join(await mkdtemp(path.join(temp, 'dreamina-plan-')), 'plan.json');
          await writeFile(file, renderPlanFile(plan));
          actions.setOutput('plan-file', file);
        },
      ],
      [
        'annotations',
        () => {
          emitProblems(plan.problems, actions.annotate, log);
        },
      ],
      [
        'comment',
        async () => {
          const text = planComment(plan, { runUrl: job.runUrl, job: job.name });
          ({ note } = await commentIfAsked(text, inputs, world));
        },
      ],
      [
        'job summary',
        async () => {
          await actions.writeSummary(renderPlanSummary(plan) + note);
        },
      ],
    ],
    log,
  );
  log.info(`${describeHeadline(plan)}.`);
}

/** Whether a plan fails the step: with errors always, and with something to send if `fail-on` is `changes`; pure. */
export function judgePlanned(
  { edits, problems }: Pick<PlanFile, 'edits' | 'problems'>,
  { failOn }: Pick<ActionInputs, 'failOn'>,
): StepVerdict {
  const errors = listErrors(problems).length;
  if (errors > 0) {
    const what = `The plan has ${plural(errors, 'error')}, all in the log and the job summary.`;
    return { failure: `${what} A run that applies it would send nothing.` };
  }
  const submits = edits.filter(({ action }) => action === 'submit').length;
  if (failOn !== 'changes' || submits === 0) return {};
  return { failure: `${plural(submits, 'edit')} would be sent, and \`fail-on\` is \`changes\`.` };
}
