import type { Result } from '../shared/result.ts';
import { mapBounded } from '../shared/pool.ts';
import type { ExpandedEdit } from './expand-edits.ts';
import { parseRepositoryPath } from './repository-path.ts';
import { readText } from './read-text.ts';
import { interpolate } from './template.ts';

/** A prompt has 800 characters of at most 4 bytes; expressions and blank lines may add to that. */
const MAX_PROMPT_FILE_BYTES = 64 * 1024;
const FILES_AT_ONCE = 8;

/** The text of each prompt file, by its path after interpolation. The error completes a sentence about the file. */
export type PromptFiles = ReadonlyMap<string, Result<string, string>>;

/** Reads each prompt file once. Line breaks become `\n`, however the file was checked out. */
export async function readPromptFiles(
  edits: readonly ExpandedEdit[],
  workspace: string,
): Promise<PromptFiles> {
  const paths = new Set<string>();
  for (const { fields, scope } of edits) {
    const template = fields['prompt-file'];
    if (template === undefined) continue;
    const { text, faults } = interpolate(template, scope);
    if (faults.length === 0) paths.add(text);
  }
  const files = await mapBounded([...paths], FILES_AT_ONCE, async (path) => {
    const inside = parseRepositoryPath(path);
    const read = inside.ok ? await readText(workspace, inside.value, MAX_PROMPT_FILE_BYTES) : inside;
    return [
      path,
      read.ok ? { ok: true as const, value: read.value.replaceAll(/\r\n?/g, '\n') } : read,
    ] as const;
  });
  return new Map(files);
}
