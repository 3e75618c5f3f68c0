import type { InspectedImage, ReferenceForms } from '../references/types.ts';
import { plural } from '../shared/format.ts';
import type { Plan, PlannedEdit } from './types.ts';

/** What a run is about to do, for the log: a line in all, then a line for each edit. */
export function describePlan({ edits }: Plan, forms: ReferenceForms): readonly string[] {
  const submits = edits.filter(({ action }) => action.kind === 'submit').length;
  const left = edits.length - submits;
  const sum = `${plural(edits.length, 'edit')}: ${submits} to make${left > 0 ? `, ${left} left out` : ''}`;
  return [sum, ...edits.map((edit) => describeEdit(edit, forms))];
}

function describeEdit(edit: PlannedEdit, forms: ReferenceForms): string {
  if (edit.action.kind === 'skip') return `${edit.id}  left out: ${edit.action.reason}`;
  const { width, height } = edit.size;
  const images = edit.images.map((image) => describeImage(image, forms));
  return `${edit.id}  ${width}x${height} to ${edit.output}, from ${images.join(', ')}`;
}

function describeImage(image: InspectedImage, forms: ReferenceForms): string {
  switch (image.kind) {
    case 'file':
      return `${image.path}${forms.get(image.path)?.kind === 'url' ? ' (by URL)' : ''}`;
    case 'url':
      // Its query may be a signature that opens the picture to everyone.
      return image.url.replace(/[?#].*$/, '');
    case 'edit':
      return `the output of ${image.id}`;
  }
}
