import ts from 'typescript';

import { listImports, parseSource, visit } from './list-imports.ts';
import type { Rule, SourceFile } from './source-tree.ts';

/** Members through which a file would read the clock, chance or the environment on its own. */
const members = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'process.env',
  'process.hrtime',
  'AbortSignal.timeout',
]);

const timers = new Set(['setTimeout', 'setInterval', 'setImmediate']);

const modules = /^(node:)?(timers|perf_hooks)(\/|$)/;

/** Where the ports are made, and the one function that gives up its turn, which takes no time that a test would replace. */
const places = [
  'src/runner/world.ts',
  'src/runner/terminal.ts',
  'src/runner/clock.ts',
  'src/shared/breathe.ts',
];

/** Time, chance, timers and the environment reach `src/` only through ports, so that tests can replace them. */
export const worldOnlyThroughPorts: Rule = (files) =>
  files
    .filter((file) => file.path.startsWith('src/') && !places.includes(file.path))
    .flatMap((file) => [
      ...reads(file),
      ...listImports(file)
        .filter(({ specifier, typeOnly }) => modules.test(specifier) && !typeOnly)
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    ]);

function reads(file: SourceFile): readonly string[] {
  const source = parseSource(file);
  const faults: string[] = [];
  visit(source, (node) => {
    const what = readOf(node);
    if (what === undefined) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    faults.push(`${file.path}:${line + 1} uses ${what}`);
  });
  return faults;
}

function readOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return memberOf(node);
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date')
    return (node.arguments ?? []).length === 0 ? 'new Date()' : undefined;
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  return ts.isIdentifier(node) && isTimer(node) ? node.text : undefined;
}

/** `Date.now`, `globalThis.Date.now` and `Date['now']` alike. */
function memberOf(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | undefined {
  const name = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : '';
  const member = `${node.expression.getText().replace(/^globalThis\./, '')}.${name}`;
  return members.has(member) ? member : undefined;
}

/** The global itself; a property of that name (of a port, say) is another thing. */
function isTimer(node: ts.Identifier): boolean {
  if (!timers.has(node.text)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return parent.expression.getText() === 'globalThis';
  return !ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent) && !ts.isMethodSignature(parent);
}
