import type { Result } from '../shared/result.ts';
import { toPlainText } from '../shared/plain-text.ts';

/** What the placeholders of a commit message stand for. */
export interface MessageFacts {
  /** Number of edits whose pictures changed. */
  readonly edits: number;
  /** Number of files that were added, changed, moved or removed. */
  readonly files: number;
  /** Path of the spec. */
  readonly spec: string;
  /** Address of the workflow run. */
  readonly run: string;
}

const NAMES = ['edits', 'files', 'spec', 'run'] as const satisfies readonly (keyof MessageFacts)[];
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** A message's template, known to have no other placeholders. The error is the end of a sentence about the input. */
export function parseCommitMessage(text: string): Result<string, string> {
  if (toPlainText(text).trim() === '')
    return { ok: false, error: 'is empty. Leave it out for the default message.' };
  const unknown = [...text.matchAll(PLACEHOLDER)].find(([, name]) => !NAMES.some((known) => known === name));
  return unknown === undefined
    ? { ok: true, value: text }
    : {
        ok: false,
        error: `holds the placeholder \`${unknown[0]}\`. There are ${NAMES.map((name) => `\`{${name}}\``).join(', ')}.`,
      };
}

/** The commit message with its placeholders filled in; what they stand for is not looked at again. */
export function renderCommitMessage(template: string, facts: MessageFacts): string {
  const filled = template.replaceAll(PLACEHOLDER, (whole, name: string) => {
    const known = NAMES.find((each) => each === name);
    return known === undefined ? whole : String(facts[known]);
  });
  return toPlainText(filled).trim();
}
