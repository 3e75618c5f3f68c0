import { listReferences } from '../lock/locked-contents.ts';
import type { EditFacts } from '../pictures/list-wanted.ts';
import type { PlannedEdit } from './types.ts';

/**
 * What the pictures of an edit are made by; pure. Pictures that stay are those of their entry, whatever the spec asks for now: that
 * of a frozen edit may have changed since, and a mark must not say it of older pictures.
 */
export function madeBy({
  action,
  model,
  prompt,
  images,
}: Pick<PlannedEdit, 'action' | 'model' | 'prompt' | 'images'>): EditFacts {
  if (action.kind !== 'unchanged' && action.kind !== 'adopt')
    return { model, prompt, hasImages: images.some(({ option }) => option === undefined) };
  const { entry } = action;
  const { prompt: recorded } = entry.input;
  return {
    model: entry.model,
    prompt: typeof recorded === 'string' ? recorded : prompt,
    hasImages: listReferences(entry.input).length > 0,
  };
}
