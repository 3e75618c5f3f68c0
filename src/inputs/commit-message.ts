import type { Result } from '../shared/result.ts';
import { plural } from '../shared/format.ts';
import { toPlainText } from '../shared/plain-text.ts';

/** What the placeholders of a commit message are replaced with; counts are given with their noun, `1 edit`. */
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

/** Checks that a template has only known placeholders. The error is the end of a sentence about the input. */
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

/** The commit message with its placeholders replaced once: a placeholder inside a value stays as it is. */
export function renderCommitMessage(template: string, facts: MessageFacts): string {
  const filled = template.replaceAll(PLACEHOLDER, (whole, name: string) => {
    const known = NAMES.find((each) => each === name);
    return known === undefined ? whole : describe(known, facts);
  });
  return toPlainText(filled).trim();
}

function describe(name: (typeof NAMES)[number], { edits, files, spec, run }: MessageFacts): string {
  switch (name) {
    case 'edits':
      return plural(edits, 'edit');
    case 'files':
      return plural(files, 'file');
    case 'spec':
      return spec;
    case 'run':
      return run;
  }
}
