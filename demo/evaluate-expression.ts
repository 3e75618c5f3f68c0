import { tokenize } from './expression-tokens.ts';
import type { Token } from './expression-tokens.ts';

/** A value of an expression. */
export type ExpressionValue = string | number | boolean | null;

/** The contexts that a default in action.yml may name, flat: `github.token`, `strategy.job-index`. */
export type Contexts = Readonly<Record<string, ExpressionValue>>;

/**
 * Replaces each `${{ }}` of `template` by its value, as the runner does for the defaults in action.yml: names, literals,
 * `== != < <= > >= ! && ||`, parentheses and `format()`. Throws for anything else and for a name not in `contexts`.
 */
export function evaluateTemplate(template: string, contexts: Contexts): string {
  return template.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    toText(evaluateExpression(expression, contexts)),
  );
}

function evaluateExpression(expression: string, contexts: Contexts): ExpressionValue {
  const tokens = [...tokenize(expression)];
  const value = either(tokens, contexts);
  if (tokens.length > 0) throw new Error(`\${{${expression}}} has something left over at its end`);
  return value;
}

function either(tokens: Token[], contexts: Contexts): ExpressionValue {
  let left = both(tokens, contexts);
  while (accept(tokens, '||')) {
    const right = both(tokens, contexts);
    left = isTruthy(left) ? left : right;
  }
  return left;
}

function both(tokens: Token[], contexts: Contexts): ExpressionValue {
  let left = comparison(tokens, contexts);
  while (accept(tokens, '&&')) {
    const right = comparison(tokens, contexts);
    left = isTruthy(left) ? right : left;
  }
  return left;
}

function comparison(tokens: Token[], contexts: Contexts): ExpressionValue {
  const left = single(tokens, contexts);
  const operator = ['==', '!=', '<=', '>=', '<', '>'].find((symbol) => accept(tokens, symbol));
  return operator === undefined ? left : compare(left, operator, single(tokens, contexts));
}

function single(tokens: Token[], contexts: Contexts): ExpressionValue {
  if (accept(tokens, '!')) return !isTruthy(single(tokens, contexts));
  if (accept(tokens, '(')) {
    const value = either(tokens, contexts);
    expect(tokens, ')');
    return value;
  }
  const token = tokens.shift();
  if (token?.kind === 'literal') return token.value;
  if (token?.kind !== 'name') throw new Error('an expression ends too early');
  if (token.name === 'format' && accept(tokens, '(')) return format(listOf(tokens, contexts));
  const value = contexts[token.name];
  if (value === undefined) throw new Error(`no value for ${token.name}`);
  return value;
}

function listOf(tokens: Token[], contexts: Contexts): readonly ExpressionValue[] {
  const values = [either(tokens, contexts)];
  while (accept(tokens, ',')) values.push(either(tokens, contexts));
  expect(tokens, ')');
  return values;
}

function format([template = '', ...values]: readonly ExpressionValue[]): string {
  return toText(template).replaceAll(/\{(\d+)\}/g, (_, index: string) =>
    toText(values[Number(index)] ?? null),
  );
}

function accept(tokens: Token[], symbol: string): boolean {
  const [next] = tokens;
  if (next?.kind !== 'symbol' || next.symbol !== symbol) return false;
  tokens.shift();
  return true;
}

function expect(tokens: Token[], symbol: string): void {
  if (!accept(tokens, symbol)) throw new Error(`an expression lacks its "${symbol}"`);
}

/** Text compares without case; everything else compares as numbers, as the runner has it. */
function compare(left: ExpressionValue, operator: string, right: ExpressionValue): boolean {
  const texts = typeof left === 'string' && typeof right === 'string';
  const a = texts ? left.toLowerCase() : Number(left);
  const b = texts ? right.toLowerCase() : Number(right);
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  if (operator === '<') return a < b;
  if (operator === '>') return a > b;
  return operator === '<=' ? a <= b : a >= b;
}

function isTruthy(value: ExpressionValue): boolean {
  return value !== '' && value !== 0 && value !== false && value !== null;
}

function toText(value: ExpressionValue): string {
  return value === null ? '' : String(value);
}
