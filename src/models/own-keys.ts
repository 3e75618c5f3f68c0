/** Keys of the default model that have a name of their own in the spec, and are always sent. */
export const OWN_KEYS: ReadonlyMap<string, string> = new Map([
  ['width×height', 'size'],
  ['scale', 'scale'],
  ['force_single', 'force-single'],
]);
