import type { EditFacts } from '../pictures/list-wanted.ts';
import type { PlannedEdit } from './types.ts';

/**
 * The model and the prompt that the pictures of an edit are made by; pure. Pictures that stay are those of their entry, whatever the
 * spec asks for now: that of a frozen edit may have changed since, and a mark must not say it of older pictures.
 */
export function madeBy({
  action,
  model,
  prompt,
}: Pick<PlannedEdit, 'action' | 'model' | 'prompt'>): EditFacts {
  if (action.kind !== 'unchanged' && action.kind !== 'adopt') return { model, prompt };
  const { entry } = action;
  const { prompt: recorded } = entry.input;
  return { model: entry.model, prompt: typeof recorded === 'string' ? recorded : prompt };
}
