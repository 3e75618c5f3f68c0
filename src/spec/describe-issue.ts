import type { core } from 'zod';

import { plural } from '../shared/format.ts';
import { knownKeys } from './check-keys.ts';
import { nameSteps, quote, showValue } from './issue.ts';
import type { SpecIssue, SpecPath } from './issue.ts';
import { didYouMean } from './suggest.ts';
import { SIZE_SPELLINGS } from './size.ts';

type ZodIssue = core.$ZodIssue;

/**
 * Turns one issue of the schema into the issues that are shown: one for each unknown key, and for a union those of the
 * best-fitting alternative. `root` is the whole value that was checked, `parent` the path of the issue's value in it.
 */
export function describeIssue(issue: ZodIssue, root: unknown, parent: SpecPath = []): readonly SpecIssue[] {
  const path = [...parent, ...(issue.path as SpecPath)];
  const value = valueAt(root, path);
  const error = (message: string, on: 'key' | 'value' = 'value'): readonly SpecIssue[] => [
    { severity: 'error', message, pointer: { path, on } },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        severity: 'error',
        message: `Unknown key ${quote(key)}.${didYouMean(key, knownKeys(path)) || ` Known here: ${knownKeys(path).map(quote).join(', ')}.`}`,
        pointer: { path: [...path, key], on: 'key' },
      }));
    case 'invalid_key':
      return error(
        `${quote(String(path.at(-1)))} ${issue.issues[0]?.message ?? 'is not a valid name.'}`,
        'key',
      );
    case 'invalid_union': {
      const fitting = chooseBranch(issue.errors);
      if (fitting === undefined || value === undefined || value === null)
        return error(describeType(issue, value, path));
      return fitting.flatMap((nested) => describeIssue(nested, root, path));
    }
    case 'invalid_type':
      return error(describeType(issue, value, path));
    case 'invalid_value':
      if (value === undefined || value === null) return error(describeType(issue, value, path));
      return error(
        `${label(path)} must be ${issue.values.map((one) => `\`${String(one)}\``).join(' or ')}, but it is ${showValue(value)}.`,
      );
    case 'too_small':
      return error(`${label(path)} ${tooSmall(issue, value)}`);
    case 'too_big':
      return error(
        issue.origin === 'array'
          ? `${label(path)} has more than ${plural(Number(issue.maximum), 'entry', 'entries')}.`
          : `${label(path)} must be at most ${String(issue.maximum)}, but it is ${showValue(value)}.`,
      );
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
    case 'custom': {
      const hint =
        path.at(-1) === 'size' && typeof value === 'string' ? didYouMean(value, SIZE_SPELLINGS) : '';
      return error(`${label(path)} is ${showValue(value)}, but it ${issue.message}${hint}`);
    }
  }
}

function tooSmall(issue: Extract<ZodIssue, { code: 'too_small' }>, value: unknown): string {
  if (issue.origin === 'array' || issue.origin === 'string') return 'is empty.';
  const bound = issue.inclusive === false ? 'more than' : 'at least';
  return `must be ${bound} ${String(issue.minimum)}, but it is ${showValue(value)}.`;
}

/** The first alternative that accepts at least the type of the value itself. */
function chooseBranch(branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] | undefined {
  return branches.find((issues) => !issues.some((issue) => isOfWrongType(issue)));
}

function isOfWrongType(issue: ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  return (
    issue.code === 'invalid_type' ||
    issue.code === 'invalid_value' ||
    (issue.code === 'invalid_union' && chooseBranch(issue.errors) === undefined)
  );
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

const LIST_OF_EDITS =
  '`edits` must be a map, but it is a list. Write each edit under an id of its own, without the `-`: `hero: { prompt: ..., images: ... }`.';

function describeType(issue: ZodIssue, value: unknown, path: SpecPath): string {
  if (value === undefined)
    return `${label(path)} is missing.${path.join() === 'version' ? ' Add the line `version: 1`.' : ''}`;
  if (value === null)
    return path.length === 0
      ? 'The spec is empty. Begin with `version: 1` and `edits`.'
      : `${label(path)} is empty.`;
  const expected = issue.code === 'invalid_type' ? TYPE_NAMES[issue.expected] : undefined;
  if (expected === undefined || !issue.message.startsWith('Invalid input'))
    return `${label(path)} ${issue.message}`;
  if (path.join() === 'edits' && Array.isArray(value)) return LIST_OF_EDITS;
  const quotes = expected === 'text' && typeof value !== 'object' ? ' Put it in quotes.' : '';
  return `${label(path)} must be ${expected}, but it is ${showValue(value)}.${quotes}`;
}

/** The name of a path: `scale`, `images[2]`, `vars.brand`, `edits.hero`; inside an edit, it starts at the edit's own keys. */
function label(path: SpecPath): string {
  const own = path[0] === 'edits' && path.length > 2 ? path.slice(2) : path;
  const text = nameSteps(own);
  return text === '' ? 'The spec' : quote(text);
}

function valueAt(root: unknown, path: SpecPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
