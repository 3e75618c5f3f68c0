import { editProblems } from '../../report/edit-problems.ts';
import { reportOutputs } from '../../report/outputs.ts';
import { renderSummary } from '../../report/render-summary.ts';
import { selectAnnotations } from '../../report/select-annotations.ts';
import type { Report } from '../../report/types.ts';
import { writeResults } from '../../report/write-results.ts';
import type { RunRecord } from './run-record.ts';
import { describeError } from '../../shared/describe-error.ts';
import { formatProblem } from '../../shared/problem.ts';
import type { World } from '../../runner/world.ts';

/**
 * Tells a finished run to everyone who asks: outputs, results file, annotations and log, job summary.
 * Each is tried whatever became of the others, and none fails the step: the pictures are there already.
 */
export async function publishReport(report: Report, record: RunRecord, world: World): Promise<void> {
  const { actions, log } = world;
  const parts: readonly (readonly [name: string, publish: () => Promise<void> | void])[] = [
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
        const { annotations, rest } = selectAnnotations([
          ...report.problems,
          ...editProblems(report.edits),
          ...warnings.map((message) => ({ severity: 'warning' as const, message })),
        ]);
        annotations.forEach(actions.annotate);
        for (const problem of rest) log.info(`${problem.severity}: ${formatProblem(problem)}`);
      },
    ],
    [
      'job summary',
      async () => {
        await actions.writeSummary(renderSummary(report));
      },
    ],
  ];
  for (const [name, publish] of parts) {
    try {
      await publish();
    } catch (error) {
      log.info(`The ${name} could not be written: ${describeError(error)}`);
    }
  }
}
