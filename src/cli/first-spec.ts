import path from 'node:path';
import { withoutExtension } from '../shared/without-extension.ts';

/** A first spec: which pictures it uses, and its text. */
export interface FirstSpec {
  readonly text: string;
  readonly edits: number;
  /** Pictures whose names would be read as globs or templates, or that are too many. */
  readonly left: readonly string[];
}

/** As many as a person can look through; the rest is easily added. */
export const MOST_EDITS = 20;

const SCHEMA =
  '# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/dreamina-edit-action/v1/schema/edits.schema.json';

/** Characters that mean something else in `images`. */
const SPECIAL = /[*?[\]{}!\\]|\$\{\{|\p{Cc}/u;

/** Writes a spec with one edit for each picture; `pictures` are paths from the root of the repository. Pure. */
export function renderFirstSpec(pictures: readonly string[]): FirstSpec {
  const fit = pictures.filter((picture) => !SPECIAL.test(picture));
  const used = fit.slice(0, MOST_EDITS);
  const taken = new Set<string>();
  const edits = used.map((picture) => {
    const id = nameEdit(picture, taken);
    return [
      `  ${id}:`,
      '    prompt: Put it on a plain white background. Keep its shape, its colors and its text as they are.',
      `    images: ${quote(picture)}`,
    ].join('\n');
  });
  const text = [
    SCHEMA,
    'version: 1',
    '# The most edits that one run may send. To limit the cost, add `max-cost` or `per-month`, in US dollars.',
    `budget: { max-edits: ${used.length} }`,
    'defaults: { size: 2048x2048, force-single: true }',
    '# One edit for each picture: say in `prompt` what you want. `dreamina-edits plan` shows what a run would make.',
    'edits:',
    ...edits,
    '',
  ].join('\n');
  return { text, edits: used.length, left: pictures.filter((picture) => !used.includes(picture)) };
}

/** An id that no other edit has: the file's name, as far as an id may have its characters. */
function nameEdit(picture: string, taken: Set<string>): string {
  const stem = withoutExtension(path.posix.basename(picture));
  const word = stem
    .normalize('NFKD')
    .replaceAll(/[^\w-]+/g, '-')
    .replaceAll(/^[-_]+|-+$/g, '')
    .toLowerCase()
    .slice(0, 80);
  const base = word === '' ? 'picture' : word;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}

/** A YAML string: as it is if it needs no quotes. */
function quote(text: string): string {
  return /^[\p{L}\p{N}_./][\p{L}\p{N}_./ -]*$/u.test(text) && !text.endsWith(' ')
    ? text
    : JSON.stringify(text);
}
