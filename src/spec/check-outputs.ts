import type { Position } from '../shared/problem.ts';
import type { BuiltEdit } from './build-edits.ts';
import { quote } from './issue.ts';
import type { Place, SpecIssue } from './issue.ts';
import { foldPath } from '../shared/fold-path.ts';

/**
 * Checks that no two edits write one file, on systems that ignore case too. An edit that may return several images also owns
 * the paths with `-1`, `-2`, ... behind its own. `locate` is only asked where something is wrong.
 */
export function checkOutputs(
  edits: readonly BuiltEdit[],
  locate: (place: Place) => Position,
): readonly SpecIssue[] {
  const issues: SpecIssue[] = [];
  const owners = new Map<string, BuiltEdit>();
  for (const edit of edits) {
    if (edit.output === undefined) continue;
    const path = foldPath(edit.output.text);
    const owner = owners.get(path);
    if (owner === undefined) owners.set(path, edit);
    else
      issues.push(
        clash(edit, `already belongs to ${name(owner, locate)}. Give one of them another \`output\`.`),
      );
  }
  for (const [path, edit] of owners) {
    const base = /^(.+)-[1-9]\d*$/.exec(path)?.[1];
    const owner = base === undefined ? undefined : owners.get(base);
    if (owner === undefined || owner.forceSingle) continue;
    issues.push(
      clash(
        edit,
        `is a name that several images of ${name(owner, locate)} would get. ` +
          'Give that edit `force-single: true`, or one of them another `output`.',
      ),
    );
  }
  return issues;
}

function clash({ expanded, output }: BuiltEdit, what: string): SpecIssue {
  const place = output?.place ?? { path: ['edits', expanded.key], on: 'key' };
  const message = `The output path ${quote(output?.text ?? '')} ${what}`;
  return { severity: 'error', message, place, edit: expanded.id, rule: 'output' };
}

function name({ expanded, output }: BuiltEdit, locate: (place: Place) => Position): string {
  const at = locate(output?.place ?? { path: ['edits', expanded.key], on: 'key' });
  return `${quote(expanded.id)} (line ${at.line}, column ${at.column})`;
}
