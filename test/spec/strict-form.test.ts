import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import { specSchema, specSchemaFor } from '../../src/spec/schema.ts';
import { strictForm } from '../../src/spec/strict-form.ts';

test('only the forms of keys that are there, and of required ones, are made', () => {
  const made: string[] = [];
  const form = (key: string, schema: z.ZodType) => () => {
    made.push(key);
    return schema;
  };
  const forms = {
    a: form('a', z.string()),
    b: form('b', z.string().optional()),
    c: form('c', z.string().optional()),
  };
  const schema = strictForm(forms, ['a'], new Set(['c', 'unknown']));
  expect(made).toEqual(['a', 'c']);
  expect(schema.safeParse({ c: 'x', unknown: 1 }).error?.issues.map(({ code }) => code)).toEqual([
    'invalid_type',
    'unrecognized_keys',
  ]);
});

/** Right and wrong values for keys of all maps of a spec. */
const value = fc.oneof(
  fc.constantFrom<unknown>('x', '', 0, 3, 0.5, -1, true, false, null, '15m', '2048x2048', '16:9'),
  fc.constantFrom<unknown>(
    [],
    ['a.jpg'],
    [1],
    [{ edit: 'x' }],
    { edit: 'x' },
    { n: [1, 2] },
    { include: 1 },
    {},
  ),
);
const mapOf = (keys: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...keys, 'unknown', '__proto__'), value, { maxKeys: 6 });
const whole = specSchema();
const editKeys = Object.keys(whole.shape.edits.valueType.shape);
const defaultsKeys = Object.keys(whole.shape.defaults.unwrap().shape);
const spec = fc.record(
  {
    version: fc.constantFrom<unknown>(1, 1, 1, 2),
    edits: fc.oneof(
      { weight: 5, arbitrary: fc.dictionary(fc.constantFrom('hero', 'a b', 'x'), mapOf(editKeys)) },
      value,
    ),
    defaults: fc.oneof(mapOf(defaultsKeys), value),
    budget: fc.oneof(mapOf(['max-edits', 'max-cost', 'per-month']), value),
    renditions: fc.oneof(
      fc.dictionary(fc.constantFrom('web', '1'), mapOf(['width', 'format', 'fit'])),
      value,
    ),
    model: value,
    vars: value,
    mark: value,
    'mark-prompt': value,
    unknown: value,
  },
  { requiredKeys: [] },
);

describe('the form of the keys that a spec has', () => {
  test('finds the same as the form of all keys', () => {
    fc.assert(
      fc.property(spec, (written) => {
        const [some, all] = [specSchemaFor(written).safeParse(written), whole.safeParse(written)];
        expect(some.error?.issues).toEqual(all.error?.issues);
        expect(some.data).toEqual(all.data);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([undefined, null, 'text', 1, []])('also if it is %j', (written) => {
    expect(specSchemaFor(written).safeParse(written).error?.issues).toEqual(
      whole.safeParse(written).error?.issues,
    );
  });
});
