import type { DownloadedFile } from '../../download/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { plural } from '../../shared/format.ts';

/** What is worth knowing about an edit's files although nothing is wrong with them: one line each. */
export function checkFiles(edit: PlannedEdit, files: readonly DownloadedFile[]): readonly string[] {
  const { width, height } = edit.size;
  const warnings = files
    .filter((file) => file.width !== undefined && (file.width !== width || file.height !== height))
    .map((file) => `${file.path} is ${file.width}x${file.height}, though ${width}x${height} was asked for.`);
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
