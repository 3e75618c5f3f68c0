import { emitProblems } from '../../report/emit-problems.ts';
import { renderCheck } from '../../report/render-check.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';
import { publishParts } from '../end/publish-parts.ts';

/** How a step ended that made nothing: the sign and the text of its headline, and what it found. */
export interface CheckReport {
  readonly outcome: 'valid' | 'cleaned' | 'failed' | 'incomplete';
  /** Plain text without a full stop. */
  readonly headline: string;
  readonly problems: readonly Problem[];
  /** Lines of Markdown for the summary. */
  readonly details?: readonly string[];
}

const SIGNS = { valid: '✓', cleaned: '✓', failed: '✗', incomplete: '…' } as const;

/**
 * Publishes what a step found that made neither pictures nor a plan: output, annotations and log, comment, job summary.
 * `comment` gives what the summary says about the comment; without it there is none.
 */
export async function publishCheck(
  { outcome, headline, problems, details }: CheckReport,
  { actions, log }: Pick<World, 'actions' | 'log'>,
  comment: () => Promise<string> = async () => await Promise.resolve(''),
): Promise<void> {
  const summary = renderCheck(`${SIGNS[outcome]} ${headline}`, problems, details);
  let note = '';
  await publishParts(
    [
      [
        'outputs',
        () => {
          actions.setOutput('outcome', outcome);
        },
      ],
      [
        'annotations',
        () => {
          emitProblems(problems, actions.annotate, log);
        },
      ],
      [
        'comment',
        async () => {
          note = await comment();
        },
      ],
      [
        'job summary',
        async () => {
          await actions.writeSummary(summary + note);
        },
      ],
    ],
    log,
  );
  log.info(`${headline}.`);
}
