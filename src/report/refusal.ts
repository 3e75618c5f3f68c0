import type { EditOutcome } from '../plan/outcome.ts';
import { formatProblem } from '../shared/problem.ts';
import { markdownSentence } from '../shared/escape-markdown.ts';
import type { EndedRun } from './types.ts';

/** The edits to report one by one: without those that are skipped because the run as a whole may send nothing. */
export function listJudged({ edits, refusal }: Pick<EndedRun, 'edits' | 'refusal'>): readonly EditOutcome[] {
  return refusal === undefined ? edits : edits.filter(({ state }) => state !== 'skipped');
}

/** Why the run as a whole may send nothing, and what to do, in Markdown; never cut. Empty if it may. */
export function renderRefusal({ refusal }: Pick<EndedRun, 'refusal'>): string {
  return refusal === undefined ? '' : `**${markdownSentence(formatProblem(refusal))}**\n`;
}
