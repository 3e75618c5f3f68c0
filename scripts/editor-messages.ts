import * as z from 'zod';

/** A JSON schema as zod makes it, with the keys that editors know: `errorMessage` is shown instead of their own words. */
export type EditorSchema = z.core.JSONSchema.BaseSchema & { errorMessage?: string };

/**
 * Adds what the action's own schema says of a wrong value, as far as it has words of its own. For an alternative, it is said
 * in each branch: editors show that of the best-fitting branch. Used as the `override` of `z.toJSONSchema`.
 */
export function addMessage(zodSchema: z.core.$ZodType, schema: EditorSchema): void {
  const rule = ruleOf(zodSchema);
  if (rule === undefined) return;
  const branches = (schema.anyOf ?? []) as EditorSchema[];
  for (const branch of branches) if (branch.anyOf === undefined) branch.errorMessage ??= rule;
  if (branches.length === 0) schema.errorMessage ??= rule;
}

/**
 * Makes sentences of the rules, which only say what must be: each is said of its key, of an entry of its list or of a value of its
 * map. `subject` is what the schema is for.
 */
export function nameSubjects(schema: object, subject = 'The spec'): EditorSchema {
  const entries = Object.entries(schema).map(
    ([name, value]) => [name, nameIn(name, value, subject)] as const,
  );
  return Object.fromEntries(entries);
}

function nameIn(name: string, value: unknown, subject: string): unknown {
  if (name === 'errorMessage') return toSentence(String(value), subject);
  if (name === 'examples' || name === 'default' || name === 'defaultSnippets') return value;
  if (Array.isArray(value)) return value.map((each: unknown) => nameIn('', each, subject));
  if (typeof value !== 'object' || value === null) return value;
  if (name === 'items') return nameSubjects(value, `An entry of ${subject}`);
  if (name === 'additionalProperties') return nameSubjects(value, `A value in ${subject}`);
  if (name !== 'properties') return nameSubjects(value, subject);
  const properties = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(properties.map(([key, each]) => [key, nameIn('', each, `\`${key}\``)]));
}

function toSentence(rule: string, subject: string): string {
  if (rule.startsWith('must ')) return `${subject} ${rule}`;
  return rule.startsWith('is ') ? `This ${rule}` : rule;
}

/** What the schema says of a text that nothing accepts, or of a value of a type that nothing accepts. */
function ruleOf(schema: z.core.$ZodType): string | undefined {
  for (const wrong of ['\0', Symbol('wrong')]) {
    const { success, error } = z.safeParse(schema, wrong);
    const message = success ? undefined : error.issues[0]?.message;
    if (message !== undefined && !message.startsWith('Invalid ')) return message;
  }
  return undefined;
}
