import { didYouMean } from './suggest.ts';
import type { Scalar } from './types.ts';

/** What `${{ }}` can name in one edit. */
export interface Scope {
  readonly matrix: ReadonlyMap<string, Scalar>;
  readonly vars: ReadonlyMap<string, Scalar>;
  /** The edit's expanded id. */
  readonly id: string;
  /** Names that other combinations of the same matrix have, to explain why one is missing here. */
  readonly axisNames: ReadonlySet<string>;
}

/** An expression that does not work, with its source text to locate it. */
export interface TemplateFault {
  readonly source: string;
  readonly message: string;
}

interface Reference {
  readonly scope: 'matrix' | 'vars' | 'edit';
  readonly name: string;
}

// Ends at the first `}}`, or at the end of the text if there is none.
const EXPRESSION = /\$\{\{(.*?)(?:\}\}|$)/gs;
const REFERENCE = /^\s*(matrix|vars|edit)\.([A-Za-z_][A-Za-z0-9_-]*)\s*$/;
/** A text that consists of exactly one `${{ matrix.x }}` or `${{ vars.x }}`. */
export const WHOLE_REFERENCE = /^\$\{\{\s*(?:matrix|vars)\.[A-Za-z_][A-Za-z0-9_-]*\s*\}\}$/;

/**
 * Replaces `${{ matrix.x }}`, `${{ vars.x }}` and `${{ edit.id }}`. There are no other expressions, and values are inserted as
 * they are: what looks like an expression inside a value stays text. `faults` has every expression that does not work.
 */
export function interpolate(text: string, scope: Scope): { text: string; faults: readonly TemplateFault[] } {
  if (!text.includes('${{')) return { text, faults: [] };
  const faults: TemplateFault[] = [];
  const replaced = text.replaceAll(EXPRESSION, (source: string, inner: string) => {
    const value = evaluate(source, inner, scope);
    if (typeof value !== 'object') return String(value);
    faults.push({ source, message: value.message });
    return '';
  });
  return { text: replaced, faults };
}

/** The typed value of a text that matches `WHOLE_REFERENCE`. */
export function lookUp(text: string, scope: Scope): Scalar | TemplateFault {
  const value = evaluate(text, text.slice(3, -2), scope);
  return typeof value === 'object' ? { source: text, message: value.message } : value;
}

/** The names that a text uses from a scope, without invalid expressions. */
export function usedNames(text: string, scope: Reference['scope']): readonly string[] {
  if (!text.includes('${{')) return [];
  const references = Array.from(text.matchAll(EXPRESSION), ([, inner = '']) => parseReference(inner));
  return references.flatMap((reference) => (reference?.scope === scope ? [reference.name] : []));
}

function parseReference(inner: string): Reference | undefined {
  const [, scope, name] = REFERENCE.exec(inner) ?? [];
  if (name === undefined) return undefined;
  return scope === 'matrix' || scope === 'vars' || scope === 'edit' ? { scope, name } : undefined;
}

function evaluate(source: string, inner: string, scope: Scope): Scalar | { readonly message: string } {
  if (!source.endsWith('}}')) return { message: 'This `${{` has no closing `}}`.' };
  const reference = parseReference(inner);
  if (reference === undefined) {
    return {
      message:
        `\`${source.replaceAll(/\s+/g, ' ').slice(0, 80)}\` is not a valid expression. ` +
        'Use `${{ matrix.NAME }}`, `${{ vars.NAME }}` or `${{ edit.id }}`.',
    };
  }
  const { name } = reference;
  switch (reference.scope) {
    case 'edit':
      return name === 'id' ? scope.id : { message: `\`edit.${name}\` does not exist. Use \`edit.id\`.` };
    case 'vars':
      return (
        scope.vars.get(name) ?? {
          message: `\`vars.${name}\` is not defined.${didYouMean(name, scope.vars.keys()) || ' Add it under `vars`.'}`,
        }
      );
    case 'matrix':
      return scope.matrix.get(name) ?? { message: missingFromMatrix(name, scope) };
  }
}

function missingFromMatrix(name: string, scope: Scope): string {
  if (scope.axisNames.has(name))
    return `\`matrix.${name}\` has no value in this combination. Add one with \`include\`.`;
  if (scope.matrix.size === 0)
    return `\`matrix.${name}\` is not defined, because this edit has no \`matrix\`.`;
  return `\`matrix.${name}\` is not defined.${didYouMean(name, scope.axisNames)}`;
}
