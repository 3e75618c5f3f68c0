import type { PicturesBefore } from '../../report/pictures-before.ts';
import { renderBeside, runComment } from '../../report/comment/render-comment.ts';
import { editProblems } from '../../report/edit-problems.ts';
import { emitProblems } from '../../report/emit-problems.ts';
import { reportOutputs } from '../../report/outputs.ts';
import { listJudged } from '../../report/refusal.ts';
import { renderSummary } from '../../report/render-summary.ts';
import type { Report } from '../../report/types.ts';
import { writeResults } from '../../report/write-results.ts';
import { commentIfAsked, type CommentInputs } from '../comment/comment-note.ts';
import { publishParts, type Part } from './publish-parts.ts';
import type { RunRecord } from './run-record.ts';
import type { World } from '../../runner/world.ts';

export type PublishPorts = Parameters<typeof commentIfAsked>[2] & Pick<World, 'actions'>;

/**
 * Publishes a finished run: outputs, results file, annotations and log, comment, job summary. A part that fails neither
 * stops the others nor fails the step, as the pictures are already delivered. `before`: what the branch had.
 */
export async function publishReport(
  report: Report,
  record: RunRecord,
  before: PicturesBefore,
  inputs: CommentInputs,
  world: PublishPorts,
): Promise<void> {
  const { actions, log, job } = world;
  let note = '';
  const parts: readonly Part[] = [
    [
      'outputs',
      () => {
        record.setOutputs(reportOutputs(report, record.resultsFile));
      },
    ],
    [
      'results file',
      async () => {
        await writeResults(record.resultsFile, report);
      },
    ],
    [
      'annotations',
      () => {
        const warnings = report.branch.kind === 'committed' ? report.branch.warnings : [];
        const problems = [
          ...report.problems,
          ...editProblems(listJudged(report)),
          ...warnings.map((message) => ({ severity: 'warning' as const, message })),
        ];
        emitProblems(problems, actions.annotate, log);
      },
    ],
    [
      'comment',
      async () => {
        const text = runComment(report, before, { runUrl: job.runUrl, job: job.name });
        const posted = await commentIfAsked(text, inputs, world);
        // The summary has everything else that the comment would have said.
        note = posted.note === '' ? '' : posted.note + renderBeside(report, before);
      },
    ],
    [
      'job summary',
      async () => {
        await actions.writeSummary(renderSummary(report) + note);
      },
    ],
  ];
  await publishParts(parts, log);
}
