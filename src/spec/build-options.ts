import type { Json } from '../lock/types.ts';
import { checkOptions, type Options } from '../models/check-options.ts';
import { hasOption, OWN_KEYS } from '../models/own-keys.ts';
import type { Model, OptionFault } from '../models/types.ts';
import { MODEL } from '../shared/model.ts';
import { comparesModels, isFrozen, reject } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import type { BuiltImage } from './build-images.ts';
import { describeFault } from './describe-fault.ts';
import { quote, type SpecPath } from './issue.ts';
import { buildPictures, isForPictures, isPicture } from './option-pictures.ts';
import { describeOption, readOptionValue } from './option-value.ts';

/** The `options` of an edit, with those that are pictures apart. */
export interface BuiltOptions {
  readonly options: Options;
  /** Those of `defaults` that the edit does not set itself, whether its model has them by now or not. */
  readonly defaultOptions?: Options;
  readonly images: readonly BuiltImage[];
}

const NO_OPTIONS: BuiltOptions = { options: {}, images: [] };

/**
 * The model's own keys of an edit, interpolated and checked by the model's schema. Keys of `defaults` that the model does not
 * have are left out. The values stay as the spec has them: what type a model asks for may change.
 */
export function buildOptions(context: BuildContext): BuiltOptions {
  const { key, fields } = context.expanded;
  const model = context.model?.answer.kind === 'known' ? context.model.answer.model : undefined;
  // What most edits are like: without any, and of a model that needs none.
  const isPlain = fields.options === undefined && context.defaults.options === undefined;
  if (isPlain && (model === undefined || model.required.length === 0)) return NO_OPTIONS;
  const own = fields.options ?? {};
  const inherited = Object.entries(context.defaults.options ?? {}).filter(
    ([name]) => !Object.hasOwn(own, name) && (model === undefined || hasOption(model, name)),
  );
  const written = [
    ...inherited.map(([name, value]) => ({ name, value, path: ['defaults', 'options', name] })),
    ...Object.entries(own).map(([name, value]) => ({ name, value, path: ['edits', key, 'options', name] })),
  ];
  const options = new Map<string, Json>();
  /** As they are sent. */
  const fitted = new Map<string, Json>();
  const images: BuiltImage[] = [];
  /** Keys that are there, whatever their value. */
  const given = new Set<string>();
  for (const { name, value, path } of written) {
    if (isNamedElsewhere(context, model, name, path)) continue;
    const rule = model?.options.get(name);
    if (isForPictures(context, rule, name, value)) {
      given.add(name);
      images.push(...buildPictures(context, value, rule?.type === 'image' ? rule : undefined, path));
      continue;
    }
    const read = readOptionValue(context, value, rule, path);
    if (read === undefined) given.add(name);
    else {
      fitted.set(name, read);
      options.set(name, readOptionValue({ ...context, issues: [] }, value, undefined, path) ?? read);
    }
  }
  // A frozen edit stays as it is, also if its model takes other options by now.
  if (model !== undefined && !isFrozen(context))
    checkBySchema(context, model, Object.fromEntries(fitted), given);
  const defaultOptions = readDefaults(context);
  return {
    options: Object.fromEntries(options),
    ...(defaultOptions !== undefined && { defaultOptions }),
    images,
  };
}

function readDefaults(context: BuildContext): Options | undefined {
  const { options: own = {} } = context.expanded.fields;
  const { options } = context.defaults;
  if (options === undefined) return undefined;
  const read = Object.entries(options).flatMap(([name, value]) => {
    if (Object.hasOwn(own, name) || isPicture(name, value)) return [];
    const known = readOptionValue({ ...context, issues: [] }, value, undefined, [
      'defaults',
      'options',
      name,
    ]);
    return known === undefined ? [] : [[name, known] as const];
  });
  return Object.fromEntries(read);
}

function checkBySchema(
  context: BuildContext,
  model: Model,
  options: Options,
  given: ReadonlySet<string>,
): void {
  const { key, fields } = context.expanded;
  const rules = new Map([...model.options].filter(([name]) => hasOption(model, name)));
  for (const fault of checkOptions({ ...model, options: rules }, options, given)) {
    const name = String(fault.path[0] ?? '');
    const isInherited = !Object.hasOwn(fields.options ?? {}, name) && Object.hasOwn(options, name);
    const start: SpecPath = isInherited ? ['defaults', 'options'] : ['edits', key, 'options'];
    const isAbout = fault.kind === 'missing' || fault.kind === 'unknown-key' ? 'key' : 'value';
    if (fault.kind === 'unknown-key' && fault.path.length === 1 && context.model?.isStandIn === true) {
      const message = `\`options.${name}\` was not checked: the schema of ${quote(model.id)} that is built in does not have it, and the service's own is not known here.`;
      context.issues.push({
        severity: 'warning',
        message,
        pointer: { path: [...start, ...fault.path], on: 'key' },
      });
      continue;
    }
    const message = `${describeFault(fault, model.id)}${isInherited ? describeDefault(name, model) : adviseOnComparison(fault, context)}`;
    reject(context, message, { path: [...start, ...fault.path], on: isAbout });
  }
}

function describeDefault(name: string, { id }: Model): string {
  return ` It comes from \`defaults\`. If other models need it so, set \`options.${name}\` in the edits by ${quote(id)}.`;
}

/** Keys of an edit are for all models that its matrix compares. */
function adviseOnComparison({ kind, path }: OptionFault, context: BuildContext): string {
  return kind === 'unknown-key' && path.length === 1 && comparesModels(context)
    ? ' If only some of the models have it, move it to `options` under `defaults`: the others ignore it there.'
    : '';
}

/** Refuses keys that the spec has another name for. */
function isNamedElsewhere(
  context: BuildContext,
  model: Model | undefined,
  name: string,
  path: SpecPath,
): boolean {
  const ownName =
    name === 'prompt'
      ? 'prompt'
      : name === model?.references.key && !isFrozen(context)
        ? 'images'
        : context.model?.id === MODEL
          ? OWN_KEYS.get(name)
          : undefined;
  if (ownName === undefined) return false;
  reject(context, `\`${describeOption(path)}\` has a key of its own. Use \`${ownName}\` instead.`, {
    path,
    on: 'key',
  });
  return true;
}
