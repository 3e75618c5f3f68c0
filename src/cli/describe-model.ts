import { OWN_KEYS } from '../models/own-keys.ts';
import type { Model, Range, ValueRule } from '../models/types.ts';
import type { ModelPrice } from '../queue/types.ts';
import { formatUsd } from '../shared/format.ts';
import { listSome } from '../shared/list-some.ts';
import { MODEL } from '../shared/model.ts';
import { toPlainLine } from '../shared/plain-text.ts';

/** An edit model of the service. */
export interface ListedModel {
  readonly model: Model;
  readonly name: string;
  readonly price: ModelPrice | undefined;
}

/** Keys that decide how large a picture is. */
const SIZE_KEY = /^(?:aspect_ratio|resolution|image_size|size|width|height|width×height)$/;

/** More choices than this are not listed. */
const MAX_CHOICES = 16;

/** A model in a few lines: references, sizes, other keys, price. */
export function describeModel({ model, name, price }: ListedModel): readonly string[] {
  const { least, most } = model.references;
  const count =
    least === most ? String(least) : most === Infinity ? `${least} or more` : `${least} to ${most}`;
  const keys = [...model.options.keys()];
  const sizes = keys
    .filter((key) => SIZE_KEY.test(key))
    .map((key) => describeKey(key, model.options.get(key)));
  const others = keys.filter((key) => !SIZE_KEY.test(key));
  const cost =
    price === undefined ? 'price not known' : `from ${formatUsd(price.baseUsd)} for each ${price.unit}`;
  return [
    `${name}: ${count} ${most === 1 ? 'image' : 'images'}, ${cost}`,
    ...sizes,
    ...(others.length === 0 ? [] : [`also ${listSome(others, MAX_CHOICES)}`]),
  ].map(toPlainLine);
}

/** How a spec uses a model: its keys as comments, with what they may be. */
export function renderSnippet({ model }: ListedModel): readonly string[] {
  const isDefault = model.id === MODEL;
  const options = [...model.options].filter(([key]) => !isDefault || !OWN_KEYS.has(key));
  const isNeeded = model.required.length > 0;
  return [
    'edits:',
    '  hero:',
    `    model: ${model.id}`,
    '    prompt: Put the mug on a beach.',
    '    images: [shots/mug.png]',
    ...(isDefault ? ['    # size: 2048x2048', '    # scale: 0.5', '    # force-single: true'] : []),
    ...(options.length === 0 ? [] : [`    ${isNeeded ? '' : '# '}options:`]),
    ...options.map(([key, rule]) => {
      const sign = model.required.includes(key) ? '' : '# ';
      return `    ${isNeeded ? '  ' : ''}${sign}${isNeeded ? '' : '  '}${toPlainLine(describeKey(key, rule))}`;
    }),
  ];
}

function describeKey(key: string, rule: ValueRule | undefined): string {
  return `${key}: ${rule === undefined ? 'any' : describeRule(rule)}`;
}

function describeRule(rule: ValueRule): string {
  if (rule.type !== 'image' && rule.choices !== undefined)
    return listSome(
      rule.choices.map((choice) => JSON.stringify(choice).replace(/^"(.*)"$/, '$1')),
      MAX_CHOICES,
    );
  switch (rule.type) {
    case 'text':
      return rule.mostLength === undefined ? 'text' : `text of up to ${rule.mostLength} characters`;
    case 'number':
      return `${rule.isWhole ? 'a whole number' : 'a number'}${describeRange(rule.range)}`;
    case 'boolean':
      return 'true or false';
    case 'list':
      return 'a list';
    case 'map':
      return 'a map';
    case 'image':
      return rule.isList ? 'files of the repository' : 'a file of the repository';
    case 'any':
      return 'a value';
  }
}

function describeRange({ least, most }: Range): string {
  if (least !== undefined && most !== undefined) return ` from ${least.value} to ${most.value}`;
  if (least !== undefined) return ` from ${least.value}`;
  return most === undefined ? '' : ` up to ${most.value}`;
}
