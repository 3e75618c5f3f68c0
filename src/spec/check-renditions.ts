import { foldPath } from '../shared/fold-path.ts';
import type { Position } from '../shared/problem.ts';
import type { BuiltEdit } from './build-edits.ts';
import type { BuiltPictures } from './build-pictures.ts';
import { quote, type Pointer, type SpecIssue } from './issue.ts';

/**
 * Checks that no rendition gets the path of another edit's picture or rendition, also on systems that ignore case. The width in a
 * name follows from the picture, which is not there yet, so any width counts. `locate` is called only if something is wrong.
 */
export function checkRenditions(
  edits: readonly BuiltEdit[],
  settings: BuiltPictures['settings'],
  locate: (pointer: Pointer) => Position,
): readonly SpecIssue[] {
  const owners = new Map<string, BuiltEdit>();
  const issues: SpecIssue[] = [];
  const claim = (path: string, edit: BuiltEdit): void => {
    const owner = owners.get(path);
    if (owner === undefined) owners.set(path, edit);
    else if (owner !== edit) issues.push(clash(edit, owner, locate));
  };
  for (const edit of edits) for (const name of listNames(edit, settings)) claim(name, edit);
  if (owners.size === 0) return [];
  for (const edit of edits) {
    const name = /^(.+)-\d+w$/.exec(foldPath(edit.output?.text ?? ''))?.[1];
    const owner =
      name === undefined ? undefined : (owners.get(name) ?? owners.get(name.replace(/-\d+(?=-|$)/, '')));
    if (owner !== undefined && owner !== edit) issues.push(clash(edit, owner, locate));
  }
  return issues;
}

/** What the names of an edit's renditions begin with, in front of the width and of a number among several pictures. */
function listNames({ expanded, output }: BuiltEdit, settings: BuiltPictures['settings']): readonly string[] {
  const sets = output === undefined ? [] : (settings.get(expanded.id)?.renditions ?? []);
  const path = foldPath(output?.text ?? '');
  return [...new Set(sets.map(({ name, isNamed }) => (isNamed ? `${path}-${foldPath(name)}` : path)))];
}

function clash(edit: BuiltEdit, owner: BuiltEdit, locate: (pointer: Pointer) => Position): SpecIssue {
  const pointer = pointerOf(edit);
  const at = locate(pointerOf(owner));
  const message = `The output path ${quote(edit.output?.text ?? '')} may be that of a rendition of ${quote(owner.expanded.id)} (line ${at.line}, column ${at.column}). Give one of them another \`output\`.`;
  return { severity: 'error', message, pointer, edit: edit.expanded.id, rule: 'rendition' };
}

function pointerOf({ expanded, output }: BuiltEdit): Pointer {
  return output?.pointer ?? { path: ['edits', expanded.key], on: 'key' };
}
