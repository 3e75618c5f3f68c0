import { foldPath } from '../shared/fold-path.ts';
import { withoutExtension } from '../shared/without-extension.ts';
import type { PlannedEdit } from './types.ts';

/** A file's folded path, the same without extension, and also without number. */
export function keysOf(path: string): readonly string[] {
  const key = foldPath(path);
  const stem = withoutExtension(key);
  return [key, stem, stem.replace(/-[1-9]\d*$/, '-*')];
}

/** The keys under which an edit's pictures could clash. The number and types of pictures to be made are not known yet. */
export function clashKeysOf({
  output,
  forceSingle,
  action,
}: Pick<PlannedEdit, 'output' | 'forceSingle' | 'action'>): readonly string[] {
  switch (action.kind) {
    case 'skip':
    case 'hold':
    case 'aside':
      return [];
    case 'unchanged':
    case 'adopt':
      return action.files.map(({ path }) => foldPath(path));
    case 'submit':
    case 'collect':
    case 'other-run':
    case 'share':
      return forceSingle ? [foldPath(output)] : [foldPath(output), foldPath(`${output}-*`)];
  }
}
