import type { InspectedEdit } from '../references/types.ts';
import type { Plan, PlannedEdit } from './types.ts';

/**
 * Decides what to do with each edit and orders them so that each comes after those it needs, otherwise
 * as in the spec. Expects that needed edits exist and form no cycle, as the spec's checks ensure.
 */
export function planEdits(edits: readonly InspectedEdit[]): Plan {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const ordered = new Map<string, PlannedEdit>();
  for (const edit of edits) {
    // A stack of our own: a chain of thousands of edits would be too deep for the language's.
    const stack = [edit];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const needs = needsOf(top);
      const missing = needs.filter((id) => !ordered.has(id)).flatMap((id) => byId.get(id) ?? []);
      if (missing.length > 0) stack.push(...missing.reverse());
      else {
        ordered.set(top.id, ordered.get(top.id) ?? { ...top, needs, action: decideAction(top) });
        stack.pop();
      }
    }
  }
  return { edits: [...ordered.values()] };
}

function needsOf(edit: InspectedEdit): readonly string[] {
  return [...new Set(edit.images.flatMap((image) => (image.kind === 'edit' ? [image.id] : [])))];
}

function decideAction(edit: InspectedEdit): PlannedEdit['action'] {
  return edit.frozen
    ? { kind: 'skip', reason: 'frozen in the spec: it is left as it is' }
    : { kind: 'submit' };
}
