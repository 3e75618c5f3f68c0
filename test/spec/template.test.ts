import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { interpolate, lookUp, usedNames } from '../../src/spec/template.ts';
import type { Scope } from '../../src/spec/template.ts';

const SCOPE: Scope = {
  matrix: new Map<string, string | number>([
    ['scene', 'beach'],
    ['width', 16],
  ]),
  vars: new Map<string, string | boolean>([
    ['brand', 'Acme'],
    ['sneaky', '${{ vars.brand }}'],
    ['dollars', '$& $1 $$'],
    ['on', false],
  ]),
  id: 'hero@beach+16',
  axisNames: new Set(['scene', 'width', 'mood']),
};

test.each([
  ['no expression', 'no expression'],
  ['${{ matrix.scene }}', 'beach'],
  ['${{matrix.width}}px', '16px'],
  ['a ${{ vars.brand }} b ${{ vars.on }} c', 'a Acme b false c'],
  ['${{\n  edit.id\n}}', 'hero@beach+16'],
  ['$ {{ x }} }} ${ {{', '$ {{ x }} }} ${ {{'],
  ['${{ vars.sneaky }}', '${{ vars.brand }}'],
  ['${{ vars.dollars }}', '$& $1 $$'],
])('%j becomes %j', (text, expected) => {
  expect(interpolate(text, SCOPE)).toEqual({ text: expected, faults: [] });
});

test.each([
  ['${{ matrix.scen }}', '`matrix.scen` is not defined. Did you mean `scene`?'],
  ['${{ matrix.mood }}', '`matrix.mood` has no value in this combination. Add one with `include`.'],
  ['${{ matrix.constructor }}', '`matrix.constructor` is not defined.'],
  ['${{ vars.brnd }}', '`vars.brnd` is not defined. Did you mean `brand`?'],
  ['${{ vars.toString }}', '`vars.toString` is not defined. Add it under `vars`.'],
  ['${{ edit.key }}', '`edit.key` does not exist. Use `edit.id`.'],
  ['${{ secrets.TOKEN }}', '`${{ secrets.TOKEN }}` is not a valid expression. Use '],
  ['${{ env.HOME }}', '`${{ env.HOME }}` is not a valid expression. Use '],
  ['${{ vars.a || vars.b }}', '`${{ vars.a || vars.b }}` is not a valid expression. Use '],
  ["${{ format('{0}', vars.a) }}", '`${{ format('],
  ['${{ vars.brand.length }}', '`${{ vars.brand.length }}` is not a valid expression. Use '],
  ['${{ VARS.brand }}', '`${{ VARS.brand }}` is not a valid expression. Use '],
  ['${{ }}', '`${{ }}` is not a valid expression. Use '],
  ['${{ matrix.scene', 'This `${{` has no closing `}}`.'],
])('%j is a fault', (text, message) => {
  const { faults } = interpolate(text, SCOPE);
  expect(faults).toHaveLength(1);
  expect(faults[0]?.message).toContain(message);
  expect(faults[0]?.source).toBe(text);
});

test('without a matrix there is nothing to name', () => {
  const scope: Scope = { ...SCOPE, matrix: new Map(), axisNames: new Set() };
  expect(interpolate('${{ matrix.x }}', scope).faults[0]?.message).toBe(
    '`matrix.x` is not defined, because this edit has no `matrix`.',
  );
});

test('all faults of a text are reported', () => {
  expect(
    interpolate('${{ a }} ${{ vars.brand }} ${{ b }} ${{ c', SCOPE).faults.map(({ source }) => source),
  ).toEqual(['${{ a }}', '${{ b }}', '${{ c']);
});

test('a setting keeps its type', () => {
  expect(lookUp('${{ matrix.width }}', SCOPE)).toBe(16);
  expect(lookUp('${{ vars.on }}', SCOPE)).toBe(false);
  expect(lookUp('${{ vars.brnd }}', SCOPE)).toEqual({
    source: '${{ vars.brnd }}',
    message: '`vars.brnd` is not defined. Did you mean `brand`?',
  });
});

test('says which names a text uses', () => {
  const text = '${{ matrix.a }} ${{ vars.b }} ${{ matrix.c }} ${{ matrix }} ${{ matrix.d';
  expect(usedNames(text, 'matrix')).toEqual(['a', 'c', 'd']);
  expect(usedNames(text, 'vars')).toEqual(['b']);
  expect(usedNames('nothing', 'edit')).toEqual([]);
});

describe('for any text', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string(),
      fc.constantFrom('${{', '}}', ' vars.brand ', 'matrix.scene', 'edit.id', '$', '{', '${{ process.env }}'),
    ),
  );

  test('only the three forms are replaced, all else stays or is a fault', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join('');
        const { text: result, faults } = interpolate(text, SCOPE);
        for (const { source } of faults) expect(text).toContain(source);
        if (faults.length > 0) return;
        // Nothing but a known form may have gone: putting the three forms in by hand gives the same.
        const byHand = text
          .replaceAll(/\$\{\{\s*vars\.brand\s*\}\}/g, 'Acme')
          .replaceAll(/\$\{\{\s*matrix\.scene\s*\}\}/g, 'beach')
          .replaceAll(/\$\{\{\s*edit\.id\s*\}\}/g, 'hero@beach+16');
        expect(result).toBe(byHand);
      }),
      { numRuns: 500 },
    );
  });

  test('a value is put in as it is', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const scope = { ...SCOPE, vars: new Map([['x', value]]) };
        expect(interpolate('<${{ vars.x }}>', scope)).toEqual({ text: `<${value}>`, faults: [] });
      }),
    );
  });
});
