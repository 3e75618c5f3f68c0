import type { DownloadedFile } from '../../download/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { plural } from '../../shared/format.ts';

/** What is worth knowing about an edit's files although nothing is wrong with them: one line each. */
export function checkFiles(edit: PlannedEdit, files: readonly DownloadedFile[]): readonly string[] {
  const warnings = files.flatMap((file) => judgeSize(file, edit));
  for (const { path, oddity } of files) {
    if (oddity !== undefined)
      warnings.push(`${path}: ${oddity}. The service sent the same bytes twice, so this is what it made.`);
  }
  if (edit.forceSingle && files.length > 1)
    warnings.push(
      `The service made ${plural(files.length, 'picture')}, although one was asked for (\`force-single\`).`,
    );
  return warnings;
}

/** Only the default model has sizes in pixels. */
function judgeSize(
  { path, width, height }: DownloadedFile,
  { size: asked }: Pick<PlannedEdit, 'size'>,
): readonly string[] {
  if (asked === undefined || width === undefined || height === undefined) return [];
  if (width === asked.width && height === asked.height) return [];
  return [`${path} is ${width}x${height}, though ${asked.width}x${asked.height} was asked for.`];
}
