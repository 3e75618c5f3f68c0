import { requestIdOf } from '../plan/outcome.ts';
import type { EditSoFar } from './types.ts';

/** The request behind an edit, ended or not; undefined if there is none. */
export function requestOf(edit: EditSoFar): string | undefined {
  return edit.state === 'open' ? edit.requestId : requestIdOf(edit);
}
