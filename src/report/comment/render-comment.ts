import type { Problem } from '../../shared/problem.ts';
import { markdownCode } from '../../shared/escape-markdown.ts';
import { linkAddress } from '../addresses.ts';
import { renderPlan } from '../plan/render-plan-summary.ts';
import type { PlanFile } from '../plan/types.ts';
import { inSpecOrder } from '../spec-order.ts';
import { renderProblems } from '../summary-attention.ts';
import type { Report } from '../types.ts';
import type { PicturesBefore } from '../pictures-before.ts';
import { renderPairs } from './picture-pairs.ts';
import { renderRunForm, RUN_FORMS } from './render-run.ts';

/** What a comment says, in at most so many characters; empty if not even the shortest form fits. */
export type CommentText = (maxCharacters: number) => string;

/** Where a comment comes from. */
export interface CommentSource {
  /** The page of the workflow run. */
  readonly runUrl: string;
  /** The job's key in its workflow. */
  readonly job: string;
}

/** Everyone who opens the pull request loads each picture at full size. */
const MOST_PLAN_PICTURES = 12;

/** A plan as a comment. */
export function planComment(plan: PlanFile, source: CommentSource): CommentText {
  return withFooter(source, (max) =>
    renderPlan(plan, (text) => text.trimEnd().length <= max, MOST_PLAN_PICTURES),
  );
}

/** A run that applied as a comment: its pictures before and after, its costs and its problems. */
export function runComment(report: Report, before: PicturesBefore, source: CommentSource): CommentText {
  return withFooter(source, (max) =>
    firstThatFits(
      RUN_FORMS.map((form) => () => renderRunForm(report, before, form)),
      max,
    ),
  );
}

/** The pictures of a run beside those that they replaced, for a page that says the rest already. */
export function renderBeside(report: Report, before: PicturesBefore): string {
  return before.pictures.size === 0
    ? ''
    : `\n${renderPairs({ ...report, edits: inSpecOrder(report.edits) }, before, 12)}`;
}

/** What a step found that made nothing, as a comment; `headline` is ours: plain text. */
export function problemsComment(
  headline: string,
  problems: readonly Problem[],
  source: CommentSource,
): CommentText {
  const forms = [100, 20, 3, 0].map(
    (most) => () => `## ${headline}\n\n${renderProblems(problems, most, 'log')}`,
  );
  return withFooter(source, (max) => firstThatFits(forms, max));
}

function firstThatFits(forms: readonly (() => string)[], max: number): string {
  for (const form of forms) {
    const text = form().trimEnd();
    if (text.length <= max) return text;
  }
  return '';
}

function withFooter({ runUrl, job }: CommentSource, text: CommentText): CommentText {
  const footer = `<sub>From [this run](${linkAddress(runUrl)}), job ${markdownCode(job)}. The next run replaces this text.</sub>`;
  return (max) => {
    const body = text(max - footer.length - 2);
    return body === '' ? '' : `${body.trimEnd()}\n\n${footer}`;
  };
}
