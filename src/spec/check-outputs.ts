import { MODEL } from '../shared/model.ts';
import type { Position } from '../shared/problem.ts';
import type { BuiltEdit } from './build-edits.ts';
import { quote } from './issue.ts';
import type { Pointer, SpecIssue } from './issue.ts';
import { foldPath } from '../shared/fold-path.ts';
import type { RawDefaults } from './schema.ts';
import { listTakePaths } from './takes.ts';

/**
 * Checks that no two edits write the same file, also on systems that ignore case. An edit that may return several images also
 * owns the paths that end in `-1`, `-2`, ... `locate` is called only if something is wrong.
 */
export function checkOutputs(
  edits: readonly BuiltEdit[],
  defaults: RawDefaults,
  locate: (pointer: Pointer) => Position,
): readonly SpecIssue[] {
  const issues: SpecIssue[] = [];
  const owners = new Map<string, BuiltEdit>();
  for (const edit of edits) {
    if (edit.output === undefined) continue;
    const path = foldPath(edit.output.text);
    const owner = owners.get(path);
    if (owner === undefined) owners.set(path, edit);
    else issues.push(clash(edit, describeClash(edit, owner, locate)));
  }
  for (const edit of edits) {
    const [first] = listOthers(edit, defaults).flatMap((path) => owners.get(foldPath(path)) ?? []);
    if (first !== undefined)
      issues.push(
        clash(first, `is kept free for a take of ${name(edit, locate)}. Give the edit another \`output\`.`),
      );
  }
  for (const [path, edit] of owners) {
    const base = /^(.+)-[1-9]\d*$/.exec(path)?.[1];
    const owner = base === undefined ? undefined : owners.get(base);
    if (owner === undefined || owner.forceSingle) continue;
    issues.push(
      clash(
        edit,
        `would be used for one of several images of ${name(owner, locate)}. ` +
          (owner.model !== undefined && owner.model !== MODEL
            ? 'Give one of them another `output`.'
            : 'Give that edit `force-single: true`, or one of them another `output`.'),
      ),
    );
  }
  return issues;
}

/** Paths of the takes that may not be at the edit's output: any of them may be kept one day. */
function listOthers({ expanded, output }: BuiltEdit, defaults: RawDefaults): readonly string[] {
  return output === undefined ? [] : listTakePaths(expanded, defaults, output.text);
}

function describeClash(edit: BuiltEdit, owner: BuiltEdit, locate: (pointer: Pointer) => Position): string {
  const { matrix } = edit.expanded.scope;
  // A path that already has the value differs, unless the values differ only in case.
  const differing = [...matrix].filter(
    ([axis, value]) => foldPath(String(owner.expanded.scope.matrix.get(axis))) !== foldPath(String(value)),
  );
  const [axis] = differing.map(([each]) => each);
  return edit.expanded.key === owner.expanded.key && axis !== undefined
    ? `is the same for several combinations of the matrix. Add \`\${{ matrix.${axis} }}\` to \`output\`.`
    : `is already used by ${name(owner, locate)}. Give one of them another \`output\`.`;
}

function clash({ expanded, output }: BuiltEdit, what: string): SpecIssue {
  const pointer = output?.pointer ?? { path: ['edits', expanded.key], on: 'key' };
  const message = `The output path ${quote(output?.text ?? '')} ${what}`;
  return { severity: 'error', message, pointer, edit: expanded.id, rule: 'output' };
}

function name({ expanded, output }: BuiltEdit, locate: (pointer: Pointer) => Position): string {
  const at = locate(output?.pointer ?? { path: ['edits', expanded.key], on: 'key' });
  return `${quote(expanded.id)} (line ${at.line}, column ${at.column})`;
}
