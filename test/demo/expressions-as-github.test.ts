import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { evaluateTemplate, type Contexts } from '../../demo/evaluate-expression.ts';

const contexts = {
  'github.token': 'ghs_1',
  'github.run_id': '4711',
  'strategy.job-index': 2,
  'strategy.job-total': 3,
  'matrix.none': null,
  'matrix.on': true,
  'matrix.off': false,
  'matrix.text': 'A "b"',
} satisfies Contexts;

/** The value of an expression as text, by GitHub's own evaluator. */
function askGitHub(expression: string): string {
  const roots = new Map<string, data.Dictionary>();
  for (const [name, value] of Object.entries(contexts)) {
    const [root = '', key = ''] = name.split('.');
    const dictionary = roots.get(root) ?? new data.Dictionary();
    dictionary.add(key, toData(value));
    roots.set(root, dictionary);
  }
  const all = new data.Dictionary(...[...roots].map(([key, value]) => ({ key, value })));
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, [...roots.keys()], []).parse();
  return new Evaluator(parsed, all).evaluate().coerceString();
}

function toData(value: string | number | boolean | null): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  return typeof value === 'number' ? new data.NumberData(value) : new data.BooleanData(value);
}

const ask = (expression: string): string => evaluateTemplate(`\${{ ${expression} }}`, contexts);

/** Expressions of what the demo's evaluator knows: names, literals, operators, parentheses and `format()`. */
const { expression } = fc.letrec<{ expression: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(...Object.keys(contexts)),
    fc.constantFrom(
      'true',
      'false',
      'null',
      "''",
      "'it''s'",
      "'0'",
      "'1'",
      "'GHS_1'",
      "' 3 '",
      "'0x10'",
      "'x'",
    ),
    fc.constantFrom('0', '1', '-1', '2', '3.5', '1e3', '0x1f'),
  ),
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('==', '!=', '<', '<=', '>', '>=', '&&', '||'),
        tie('expression'),
      )
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie('expression').map((inner) => `!(${inner})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `format('{1}-{0}', ${a}, ${b})`),
  ),
}));

test('whatever the expression, its value is the one that GitHub gives it', () => {
  fc.assert(
    fc.property(expression, (text) => {
      expect(ask(text)).toBe(askGitHub(text));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  "strategy.job-total > 1 && format('-{0}', strategy.job-index) || ''",
  "'A' == 'a'",
  "matrix.none == ''",
  'matrix.none == 0',
  'true == 1',
  "'1' == 1",
  "'x' < 1",
  "matrix.none || 'fallback'",
  'false && github.token',
])('%s', (text) => {
  expect(ask(text)).toBe(askGitHub(text));
});
