import type { Json } from '../lock/types.ts';
import type { OptionFault, Range, ValueRule } from '../models/types.ts';
import { plural } from '../shared/format.ts';
import { listSome } from '../shared/list-some.ts';
import { quote, showValue } from './issue.ts';
import { describeOption } from './option-value.ts';
import { didYouMean, quoteSome } from './suggest.ts';

/** More choices than this are not listed. */
const MAX_CHOICES = 20;

/** What is wrong with a value of `options`, as sentences. */
export function describeFault(fault: OptionFault, model: string): string {
  const name = quote(describeOption(['options', ...fault.path]));
  switch (fault.kind) {
    case 'unknown-key': {
      const key = String(fault.path.at(-1));
      const known =
        fault.known.length === 0 ? ' It has none.' : ` Known here: ${quoteSome(fault.known, MAX_CHOICES)}.`;
      return `Unknown key ${name} of the model ${quote(model)}.${didYouMean(key, fault.known) || known}`;
    }
    case 'missing':
      return `${name} is missing, and ${quote(model)} requires it${fault.rule === undefined ? '' : `: ${describeRule(fault.rule)}`}.`;
    case 'type': {
      if (fault.rule.type === 'image')
        return `${name} must be ${fault.rule.isList ? 'a list of https:// URLs of pictures' : 'the https:// URL of a picture'}. A file of the repository or \`edit: ID\` can only be given directly under \`options\`.`;
      const { rule, value } = fault;
      const isText = rule.type === 'text' && typeof value !== 'object';
      const quotes = isText && (rule.choices?.includes(String(value)) ?? true) ? ' Put it in quotes.' : '';
      const isQuoted = typeof value === 'string' && isChoiceUnquoted(rule, value);
      return `${name} must be ${describeRule(rule)}, but it is ${showValue(value)}${isQuoted ? ' as text. Remove the quotes' : ''}.${quotes}`;
    }
    case 'choice': {
      const texts = fault.choices.map(String);
      const hint = typeof fault.value === 'string' ? didYouMean(fault.value, texts) : '';
      return `${name} is ${showValue(fault.value)}, but it must be one of ${listChoices(fault.choices)}.${hint}`;
    }
    case 'range':
      return `${name} must be ${describeRange(fault.range)}, but it is \`${fault.value}\`.`;
    case 'length': {
      const { of, amount, least, most } = fault;
      const unit = (count: number): string =>
        of === 'text' ? plural(count, 'character') : plural(count, 'entry', 'entries');
      const limit = amount > most ? `at most ${most}` : `at least ${least}`;
      return `${name} has ${unit(amount)}, but it may have ${limit}.`;
    }
  }
}

function isChoiceUnquoted(
  { choices = [] }: Exclude<ValueRule, { readonly type: 'image' }>,
  value: string,
): boolean {
  return choices.some(
    (choice) => (typeof choice === 'number' || typeof choice === 'boolean') && String(choice) === value,
  );
}

function describeRule(rule: ValueRule): string {
  if (rule.type !== 'image' && rule.choices !== undefined) return `one of ${listChoices(rule.choices)}`;
  switch (rule.type) {
    case 'text':
      return 'text';
    case 'number': {
      const { least, most } = rule.range;
      const range = least === undefined && most === undefined ? '' : ` ${describeRange(rule.range)}`;
      return `${rule.isWhole ? 'a whole number' : 'a number'}${range}`;
    }
    case 'boolean':
      return '`true` or `false`';
    case 'list':
      return 'a list';
    case 'map':
      return 'a map of keys and values';
    case 'image':
      return 'a picture';
    case 'any':
      return 'a value';
  }
}

function describeRange({ least, most }: Range): string {
  const isPlain = least !== undefined && most !== undefined && !least.isOpen && !most.isOpen;
  if (isPlain) return `from ${least.value} to ${most.value}`;
  return [
    ...(least === undefined ? [] : [`${least.isOpen ? 'more than' : 'at least'} ${least.value}`]),
    ...(most === undefined ? [] : [`${most.isOpen ? 'less than' : 'at most'} ${most.value}`]),
  ].join(' and ');
}

function listChoices(choices: readonly Json[]): string {
  return listSome(choices.map(showValue), MAX_CHOICES);
}
