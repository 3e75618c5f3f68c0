import { MODEL } from '../shared/model.ts';
import type { Model } from './types.ts';

/** Keys of the default model that have a name of their own in the spec, and are always sent. */
export const OWN_KEYS: ReadonlyMap<string, string> = new Map([
  ['width×height', 'size'],
  ['scale', 'scale'],
  ['force_single', 'force-single'],
]);

/** Whether a key is one of `options` for a model, and has no other name in the spec. */
export function hasOption({ id, options }: Pick<Model, 'id' | 'options'>, name: string): boolean {
  return options.has(name) && !(id === MODEL && OWN_KEYS.has(name));
}
