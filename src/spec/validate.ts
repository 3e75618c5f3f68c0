import type { core } from 'zod';

import { asMap } from '../shared/is-map.ts';
import { checkKeys, knownKeys } from './check-keys.ts';
import { describeIssue } from './describe-issue.ts';
import type { SpecIssue, SpecPath } from './issue.ts';
import { specSchema, specSchemaFor } from './schema.ts';
import type { RawDefaults, RawEdit, RawSpec } from './schema.ts';

/** An entry under `edits` with its well-formed keys: all of them if there is no issue. */
export interface DraftEdit {
  readonly key: string;
  readonly fields: Partial<RawEdit>;
}

/** The keys of a spec about finished pictures. */
export type PictureKeys = Pick<RawSpec, 'renditions' | 'mark' | 'mark-prompt' | 'mark-source'>;

/** The well-formed parts of a spec, so that later checks can find more problems in the same run. */
export interface Draft {
  /** Of every edit that names none. */
  readonly model?: string;
  readonly vars: NonNullable<RawSpec['vars']>;
  readonly defaults: RawDefaults;
  readonly budget: NonNullable<RawSpec['budget']>;
  readonly edits: readonly DraftEdit[];
  /** What becomes of finished pictures; undefined if the spec has issues of form, so that nothing is said about it twice. */
  readonly pictures: PictureKeys | undefined;
  /** Keys of edits that cannot be expanded: references to them are not checked. */
  readonly broken: ReadonlySet<string>;
}

/** Checks the form of a spec's values. Names, paths and ids are checked later. */
export function validateSpec(value: unknown): { draft: Draft; issues: readonly SpecIssue[] } {
  // The code that zod would generate takes 4 ms to compile, and saves less than that up to 1,000 edits.
  const parsed = specSchemaFor(value).safeParse(value, { jitless: true });
  const found = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => [...describeIssue(issue, value), ...lookBehindId(issue, value)]);
  const issues = checkKeys(value, found);
  if (parsed.success) {
    const { model, vars = {}, defaults = {}, budget = {}, edits } = parsed.data;
    const whole = Object.entries(edits).map(([key, fields]) => ({ key, fields }));
    return {
      draft: {
        ...(model !== undefined && { model }),
        vars,
        defaults,
        budget,
        edits: whole,
        pictures: parsed.data,
        broken: new Set(),
      },
      issues,
    };
  }
  const faulty = new Set(
    issues.flatMap(({ pointer }) => (pointer.path === undefined ? [] : [confine(pointer.path)])),
  );
  return { draft: salvage(value, faulty), issues };
}

/** What is wrong with an edit besides its id: the schema does not look at the value of a key that is wrong. */
function lookBehindId({ code, path }: core.$ZodIssue, root: unknown): readonly SpecIssue[] {
  const [section, key, ...deeper] = path;
  if (code !== 'invalid_key' || section !== 'edits' || typeof key !== 'string' || deeper.length > 0)
    return [];
  const edit = asMap(asMap(root)['edits'])[key];
  const parsed = specSchema().shape.edits.valueType.safeParse(edit);
  return parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => describeIssue(issue, root, ['edits', key]));
}

/** The smallest part that is dropped for an issue: a key of an edit, or of `vars`, `defaults` or `budget`. */
function confine(path: SpecPath): string {
  return path.slice(0, path[0] === 'edits' ? 3 : 2).join('\n');
}

function salvage(value: unknown, faulty: ReadonlySet<string>): Draft {
  function sound(map: unknown, path: SpecPath): Record<string, unknown> {
    const known = path[0] === 'vars' ? undefined : knownKeys(path);
    const entries = Object.entries(asMap(map)).filter(
      ([key]) => !faulty.has([...path, key].join('\n')) && (known?.includes(key) ?? true),
    );
    return Object.fromEntries(entries);
  }
  const top = asMap(value);
  const edits = Object.entries(asMap(top['edits']));
  const isBroken = (key: string): boolean =>
    faulty.has(`edits\n${key}`) || faulty.has(`edits\n${key}\nmatrix`);
  // The schema transforms nothing, so values without issues have the types that it declares.
  const model = faulty.has('model') ? undefined : top['model'];
  return {
    ...(typeof model === 'string' && { model }),
    vars: sound(top['vars'], ['vars']) as Draft['vars'],
    defaults: sound(top['defaults'], ['defaults']),
    budget: sound(top['budget'], ['budget']),
    edits: edits.flatMap(([key, edit]) =>
      isBroken(key) ? [] : [{ key, fields: sound(edit, ['edits', key]) }],
    ),
    pictures: undefined,
    broken: new Set(edits.map(([key]) => key).filter(isBroken)),
  };
}
