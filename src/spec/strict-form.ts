import * as z from 'zod';

/** The forms of a map's keys, each made when it is asked for. */
export type Forms = Readonly<Record<string, () => z.ZodType>>;

/** Keys that a map has; undefined: all that it can have. */
export type KeysThere = ReadonlySet<string> | undefined;

/** A map of the keys of `forms` and no others. */
export type StrictForm<F extends Forms> = z.ZodObject<
  { -readonly [Key in keyof F]: ReturnType<F[Key]> },
  z.core.$strict
>;

/**
 * The form of a map that has the keys of `there`, as far as that matters to such a map: only the forms of these keys, and of `required` ones,
 * are made. For a map with other keys it is wrong.
 */
export function strictForm<F extends Forms>(
  forms: F,
  required: readonly (keyof F & string)[],
  there: KeysThere,
): StrictForm<F> {
  const isAsked = (key: string): boolean => there?.has(key) ?? true;
  const made = Object.entries(forms).flatMap(([key, form]) =>
    isAsked(key) || required.includes(key) ? [[key, form()] as const] : [],
  );
  return z.strictObject(Object.fromEntries(made)) as unknown as StrictForm<F>;
}
