import type { PlannedEdit } from './types.ts';

/** Whether nothing at all happens to an edit: its pictures stand under its id, and where they are to be. */
export function isStill({ id, action }: PlannedEdit): boolean {
  return (
    action.kind === 'unchanged' &&
    action.from === id &&
    action.files.every(({ path }, index) => path === action.entry.files[index]?.path)
  );
}
