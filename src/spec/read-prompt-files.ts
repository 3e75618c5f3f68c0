import type { Result } from '../shared/result.ts';
import type { ExpandedEdit } from './expand-edits.ts';
import { parseRepositoryPath } from './repository-path.ts';
import type { ReadTexts } from './read-text.ts';
import { interpolate } from './template.ts';

/** Models take prompts of some thousand characters; expressions and blank lines may add to that. */
const MAX_PROMPT_FILE_BYTES = 64 * 1024;

/** The text of each prompt file, by its path after interpolation. The error completes a sentence about the file. */
export type PromptFiles = ReadonlyMap<string, Result<string, string>>;

/** Reads each prompt file once. Line breaks become `\n`, however the file was checked out. */
export async function readPromptFiles(
  edits: readonly ExpandedEdit[],
  readTexts: ReadTexts,
): Promise<PromptFiles> {
  const files = new Map<string, Result<string, string>>();
  for (const { fields, scope } of edits) {
    const template = fields['prompt-file'];
    if (template === undefined) continue;
    const { text, faults } = interpolate(template, scope);
    if (faults.length === 0 && !files.has(text)) files.set(text, parseRepositoryPath(text));
  }
  const paths = [...files.values()].flatMap((path) => (path.ok ? [path.value] : []));
  const texts = await readTexts([...new Set(paths)], MAX_PROMPT_FILE_BYTES);
  for (const [file, path] of files) {
    const read = path.ok ? texts.get(path.value) : path;
    if (read?.ok === true) files.set(file, { ok: true, value: read.value.replaceAll(/\r\n?/g, '\n') });
    else if (read !== undefined) files.set(file, read);
  }
  return files;
}
