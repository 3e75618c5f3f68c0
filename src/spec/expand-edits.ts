import { plural } from '../shared/format.ts';
import { nameEdits } from './edit-id.ts';
import { quote } from './issue.ts';
import type { SpecIssue } from './issue.ts';
import { checkValue, readMatrix } from './read-matrix.ts';
import type { RawEdit } from './schema.ts';
import { quoteSome } from './suggest.ts';
import type { Scope } from './template.ts';
import type { Draft, DraftEdit } from './validate.ts';

/** More edits than one artifact or one run could hold; many edits with a matrix reach it quickly. */
const MAX_EDITS = 10_000;

/** One combination of one entry under `edits`. Its texts are not interpolated yet. */
export interface ExpandedEdit {
  readonly key: string;
  readonly id: string;
  /** Its output path if the spec has none. */
  readonly defaultOutput: string;
  readonly fields: Partial<RawEdit>;
  readonly scope: Scope;
}

/** All edits, with what later checks need to know about their keys. */
export interface Expansion {
  readonly edits: readonly ExpandedEdit[];
  /** Ids of the edits of each key, in order. */
  readonly idsOf: ReadonlyMap<string, readonly string[]>;
  /** Keys without edits because of an issue. */
  readonly broken: ReadonlySet<string>;
  readonly issues: readonly SpecIssue[];
}

/** Expands each key into one edit, or one for each combination of its matrix. */
export function expandEdits(draft: Draft): Expansion {
  const vars = new Map(Object.entries(draft.vars));
  const issues = [...vars].flatMap(([name, value]) => checkValue(value, ['vars', name]));
  const broken = new Set(draft.broken);
  const idsOf = new Map<string, readonly string[]>();
  const edits: ExpandedEdit[] = [];
  let count = 0;
  for (const draftEdit of draft.edits) {
    const made = expandEdit(draftEdit, vars);
    issues.push(...made.issues);
    if (made.edits.length === 0) broken.add(draftEdit.key);
    else
      idsOf.set(
        draftEdit.key,
        made.edits.map(({ id }) => id),
      );
    count += made.edits.length * (draftEdit.fields.takes ?? draft.defaults.takes ?? 1);
    if (count > MAX_EDITS) {
      const message = `The spec has more than ${plural(MAX_EDITS, 'edit')}, each take counted. Split it into several specs.`;
      issues.push({ severity: 'error', message, pointer: { path: ['edits', draftEdit.key], on: 'key' } });
      break;
    }
    edits.push(...made.edits);
  }
  return { edits, idsOf, broken, issues };
}

function expandEdit(
  { key, fields }: DraftEdit,
  vars: Scope['vars'],
): { edits: readonly ExpandedEdit[]; issues: readonly SpecIssue[] } {
  if (fields.matrix === undefined) {
    const scope: Scope = { matrix: new Map(), vars, id: key, axisNames: new Set() };
    return { edits: nameEdits(key).map((name) => ({ key, fields, ...name, scope })), issues: [] };
  }
  const path = ['edits', key, 'matrix'];
  const { axes, combinations, issues } = readMatrix(fields.matrix, path);
  const axisNames = new Set(combinations.flatMap((values) => [...values.keys()]));
  const edits = nameEdits(key, axes, combinations).map((name, index): ExpandedEdit => {
    const scope: Scope = { matrix: combinations[index] ?? new Map(), vars, id: name.id, axisNames };
    return { key, fields, ...name, scope };
  });
  const twice = edits.map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) !== index);
  if (twice.length === 0) return { edits, issues };
  const message =
    `Several combinations of ${quote(key)} have the same id: ${quoteSome([...new Set(twice)])}. ` +
    'Use values that differ in letters or digits.';
  return { edits: [], issues: [...issues, { severity: 'error', message, pointer: { path, on: 'key' } }] };
}
