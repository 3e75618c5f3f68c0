import type { BuiltEdit } from './build-edits.ts';
import type { Expansion } from './expand-edits.ts';
import { findCycles } from './find-cycles.ts';
import { quote } from './issue.ts';
import type { SpecIssue, SpecPath } from './issue.ts';
import { didYouMean, quoteSome, nearest } from './suggest.ts';

/** Checks that each `edit:` names exactly one existing edit, and that no edit depends on itself, directly or not. */
export function checkReferences(edits: readonly BuiltEdit[], expansion: Expansion): readonly SpecIssue[] {
  const issues: SpecIssue[] = [];
  const ids = new Set(edits.map(({ expanded }) => expanded.id));
  const edges = new Map<string, readonly string[]>();
  const pathsOf = new Map<string, SpecPath>();
  // One missing edit may be named thousands of times, and searching for a similar name is slow.
  const explain = memoize((id) => explainMissing(id, expansion));
  for (const { expanded, images } of edits) {
    const needs: string[] = [];
    for (const image of images) {
      if (image.kind !== 'edit') continue;
      const path = [...image.path, 'edit'];
      const message = ids.has(image.id) ? undefined : explain(image.id);
      if (message !== undefined) issues.push(issueOf(expanded, message, path));
      else needs.push(image.id);
      pathsOf.set(linkName(expanded.id, image.id), path);
    }
    if (needs.length > 0) edges.set(expanded.id, needs);
  }
  const editOf = new Map(edits.map(({ expanded }) => [expanded.id, expanded]));
  for (const cycle of findCycles(edges)) {
    const [first = '', second = first] = cycle;
    const path = pathsOf.get(linkName(first, second));
    const edit = editOf.get(first);
    if (path === undefined || edit === undefined) continue;
    const message =
      cycle.length === 1
        ? `${quote(first)} uses its own output as an image.`
        : `These edits depend on each other in a cycle: ${[...cycle, first].map(quote).join(' -> ')}.`;
    issues.push({ ...issueOf(edit, message, path), rule: 'cycle' });
  }
  return issues;
}

function linkName(from: string, to: string): string {
  return `${from}\n${to}`;
}

function issueOf({ id, fields }: BuiltEdit['expanded'], message: string, path: SpecPath): SpecIssue {
  const pointer = { path, on: 'value' } as const;
  return { severity: 'error', message, pointer, ...(fields.matrix !== undefined && { edit: id }) };
}

/** Why an id names no edit; undefined if its key has an issue of its own, so that its ids are unknown. */
function explainMissing(id: string, { idsOf, broken }: Expansion): string | undefined {
  const take = id.lastIndexOf('#');
  if (take > 0)
    return `There is no edit ${quote(id)}. Name the edit without the number, ${quote(id.slice(0, take))}: its kept take is used (key \`keep\`).`;
  const [key = ''] = id.split('@', 1);
  if (broken.has(key)) return undefined;
  const siblings = idsOf.get(key);
  if (siblings === undefined) {
    const known = nearest(key, idsOf.keys()) === undefined ? [...idsOf.values()].flat() : idsOf.keys();
    return `There is no edit ${quote(id)}.${didYouMean(key, known)}`;
  }
  if (id !== key)
    return `There is no edit ${quote(id)}.${didYouMean(id, siblings) || ` It can be ${quoteSome(siblings)}.`}`;
  return `${quote(key)} has a matrix. Name one of its edits: ${quoteSome(siblings)}.`;
}

function memoize<T>(compute: (id: string) => T): (id: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (id) => {
    const { value } = known.get(id) ?? { value: compute(id) };
    known.set(id, { value });
    return value;
  };
}
