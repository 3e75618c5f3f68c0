import { editProblems } from '../../report/edit-problems.ts';
import { emitProblems } from '../../report/emit-problems.ts';
import { reportOutputs } from '../../report/outputs.ts';
import { listJudged } from '../../report/refusal.ts';
import { renderSummary } from '../../report/render-summary.ts';
import type { Report } from '../../report/types.ts';
import { writeResults } from '../../report/write-results.ts';
import { publishParts, type Part } from './publish-parts.ts';
import type { RunRecord } from './run-record.ts';
import type { World } from '../../runner/world.ts';

/**
 * Publishes a finished run: outputs, results file, annotations and log, job summary. A part that fails neither stops
 * the others nor fails the step, as the pictures are already delivered.
 */
export async function publishReport(
  report: Report,
  record: RunRecord,
  { actions, log }: Pick<World, 'actions' | 'log'>,
): Promise<void> {
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
      'job summary',
      async () => {
        await actions.writeSummary(renderSummary(report));
      },
    ],
  ];
  await publishParts(parts, log);
}
