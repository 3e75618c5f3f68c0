import { hasOption, OWN_KEYS } from '../models/own-keys.ts';
import { quote, type SpecIssue } from './issue.ts';
import type { EditModels } from './resolve-models.ts';
import type { RawDefaults } from './schema.ts';
import { didYouMean } from './suggest.ts';

/** An error for each key of `options` under `defaults` that no model of the spec has; pure. */
export function checkDefaultOptions({ options = {} }: RawDefaults, models: EditModels): readonly SpecIssue[] {
  const names = Object.keys(options);
  const known = [...models.values()].flatMap(({ answer }) => (answer.kind === 'known' ? [answer.model] : []));
  // What is not known may have the key.
  if (names.length === 0 || known.length === 0 || known.length < models.size) return [];
  const distinct = [...new Set(known)];
  return names
    .filter((name) => !distinct.some((model) => hasOption(model, name)))
    .map((name): SpecIssue => {
      const key = quote(`options.${name}`);
      const other = OWN_KEYS.get(name) ?? (name === 'prompt' ? name : undefined);
      const keys = distinct.flatMap((model) =>
        [...model.options.keys()].filter((each) => hasOption(model, each)),
      );
      const advice = didYouMean(name, keys) || ' Remove it.';
      const message =
        other !== undefined
          ? `${key} has a key of its own. Use ${quote(other)} instead.`
          : `No model of this spec has the key ${key}.${advice}`;
      return { severity: 'error', message, pointer: { path: ['defaults', 'options', name], on: 'key' } };
    });
}
