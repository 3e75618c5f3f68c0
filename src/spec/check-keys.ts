import { isMap } from '../shared/is-map.ts';
import { DEFAULT_MODEL } from '../models/default-model.ts';
import { plural } from '../shared/format.ts';
import { MODEL } from '../shared/model.ts';
import { quote } from './issue.ts';
import type { SpecIssue, SpecPath } from './issue.ts';
import { specSchema } from './schema.ts';
import { nearest } from './suggest.ts';

/** The keys that the schema allows at a path. */
export function knownKeys(path: SpecPath): readonly string[] {
  const { shape } = specSchema();
  switch (path[0]) {
    case undefined:
      return Object.keys(shape);
    case 'defaults':
      return Object.keys(shape.defaults.unwrap().shape);
    case 'budget':
      return Object.keys(shape.budget.unwrap().shape);
    case 'renditions':
      return Object.keys(shape.renditions.unwrap().valueType.shape);
    default:
      return path.length > 2 ? ['edit'] : Object.keys(shape.edits.valueType.shape);
  }
}

/**
 * Adds what the schema cannot express about keys: no edits, and a prompt given twice or not at all. Removes the issue that a
 * key is missing if a misspelled key was meant for it.
 */
export function checkKeys(value: unknown, found: readonly SpecIssue[]): readonly SpecIssue[] {
  const edits = isMap(value) ? value['edits'] : undefined;
  const added: SpecIssue[] = [];
  if (isMap(edits) && Object.keys(edits).length === 0) {
    added.push({
      severity: 'error',
      message: '`edits` is empty. Add at least one edit.',
      pointer: { path: ['edits'], on: 'value' },
    });
  }
  for (const [key, edit] of isMap(edits) ? Object.entries(edits) : []) {
    if (isMap(edit)) added.push(...checkPrompt(key, edit), ...checkImages(key, edit, value));
  }
  const meant = new Set(found.flatMap(({ pointer }) => meantKey(pointer.path)));
  return [...found, ...added].filter(({ pointer }) => {
    const path = pointer.path?.join('\n') ?? '';
    return !(meant.has(path) && valueIsMissing(value, pointer.path ?? []));
  });
}

function checkPrompt(key: string, edit: Readonly<Record<string, unknown>>): readonly SpecIssue[] {
  const given = ['prompt', 'prompt-file'].filter((name) => Object.hasOwn(edit, name));
  if (given.length === 1) return [];
  return given.length === 0
    ? [
        {
          severity: 'error',
          message: `${quote(key)} has no \`prompt\` (or \`prompt-file\`).`,
          pointer: { path: ['edits', key, 'prompt'], on: 'key' },
        },
      ]
    : [
        {
          severity: 'error',
          message: `${quote(key)} has both \`prompt\` and \`prompt-file\`. Keep one.`,
          pointer: { path: ['edits', key, 'prompt-file'], on: 'key' },
        },
      ];
}

/** The default model's limit is known without asking anyone; each entry is at least one picture. */
function checkImages(
  key: string,
  { images, model }: Readonly<Record<string, unknown>>,
  root: unknown,
): readonly SpecIssue[] {
  const { most } = DEFAULT_MODEL.references;
  const asked = model ?? (isMap(root) ? root['model'] : undefined) ?? MODEL;
  if (asked !== MODEL || !Array.isArray(images) || images.length <= most) return [];
  const message = `\`images\` has more than ${plural(most, 'entry', 'entries')}.`;
  return [{ severity: 'error', message, pointer: { path: ['edits', key, 'images'], on: 'value' } }];
}

/** The path of the key that an unknown key was most likely meant for. */
function meantKey(path: SpecPath | undefined): readonly string[] {
  const parent = path?.slice(0, -1) ?? [];
  const key = path?.at(-1);
  if (typeof key !== 'string' || path === undefined) return [];
  // Deeper levels allow a single key; the names of variables and edits are free.
  const known =
    parent.length === 1 && parent[0] !== 'defaults' && parent[0] !== 'budget' ? [] : knownKeys(parent);
  const meant = known.includes(key) ? undefined : nearest(key, known);
  return meant === undefined ? [] : [[...parent, meant].join('\n')];
}

function valueIsMissing(root: unknown, path: SpecPath): boolean {
  return (
    path.reduce<unknown>(
      (inside, step) =>
        isMap(inside) || Array.isArray(inside) ? (inside as Record<string, unknown>)[step] : undefined,
      root,
    ) === undefined
  );
}
