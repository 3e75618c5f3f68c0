import { createHash } from 'node:crypto';
import { readAskedOutput, type AskedOutput } from './asked-output.ts';
import { checkValue } from './check-value.ts';
import { readDataUri } from './data-uri.ts';
import type { Model } from './model.ts';
import type { Validation } from './schema.ts';

/** A picture that an input names. */
export interface Reference {
  /** Where in the input, for messages: `image_urls[0]`. */
  readonly path: string;
  readonly url: string;
  readonly rules: readonly Validation[];
}

/** An input that fits its model's schema. */
export interface ModelInput extends AskedOutput {
  readonly model: Model;
  /** Those of the main key first. */
  readonly references: readonly Reference[];
  readonly prompt: string;
  /** Undefined for models that have no `scale`. */
  readonly scale: number | undefined;
}

/** Reads the body of a submit to a model; the problems are all there are. */
export function readInput(
  model: Model,
  body: unknown,
): { readonly input: ModelInput } | { readonly problems: readonly string[] } {
  const problems = checkValue(model.input, body, 'input');
  if (problems.length > 0) return { problems };
  const raw = body as Readonly<Record<string, unknown>>;
  const references = model.pictureKeys.flatMap((key) => listReferences(model, key, raw[key]));
  const unreadable = references.flatMap(({ path, url }) => {
    const read = isDataUri(url) ? readDataUri(url, model.referenceFormats) : undefined;
    return read !== undefined && 'problem' in read ? [`input.${path} ${read.problem}`] : [];
  });
  if (unreadable.length > 0) return { problems: unreadable };
  const scale = raw['scale'] ?? model.input.properties?.['scale']?.default;
  return {
    input: {
      ...readAskedOutput(model.input, raw),
      model,
      references,
      prompt: typeof raw['prompt'] === 'string' ? raw['prompt'] : '',
      scale: typeof scale === 'number' ? scale : undefined,
    },
  };
}

/** The pictures of a key; none if it was left out, as the schema's default is a sample. */
function listReferences(model: Model, key: string, value: unknown): readonly Reference[] {
  const schema = model.input.properties?.[key];
  const rules = [...(schema?.validations ?? []), ...(schema?.items?.validations ?? [])];
  if (typeof value === 'string') return [{ path: key, url: value, rules }];
  if (!Array.isArray(value)) return [];
  return value.map((url, index) => ({ path: `${key}[${index}]`, url: String(url), rules }));
}

/** Whether a reference carries its bytes in itself. */
export function isDataUri(url: string): boolean {
  return /^data:/i.test(url);
}

/** A copy of a JSON value in which every `data:` URI became `data:<type>;sha256=<hex of its bytes>`. */
export function withoutData(value: unknown): unknown {
  if (typeof value === 'string' && isDataUri(value)) {
    const bytes = Buffer.from(value.slice(value.indexOf(',') + 1), 'base64');
    const type = /^data:([^;,]*)/i.exec(value)?.[1] ?? '';
    return `data:${type};sha256=${createHash('sha256').update(bytes).digest('hex')}`;
  }
  if (Array.isArray(value)) return value.map(withoutData);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutData(item)]));
}
