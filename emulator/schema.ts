import * as z from 'zod';

/** A rule on the pictures behind the addresses, as the vendor writes it. */
const validation = z.object({
  validation_rule: z.string(),
  /** A number, or a number as text. */
  validation_value: z.union([z.number(), z.string()]),
  validation_error: z.string().default(''),
});

export type Validation = z.infer<typeof validation>;

/** `float` is the vendor's own type. */
const TYPES = ['object', 'array', 'string', 'boolean', 'integer', 'number', 'float'] as const;

/** The part of JSON schema that the vendor uses. What is not named here is left alone, as for any reader of JSON schema. */
export interface Schema {
  readonly type: (typeof TYPES)[number];
  readonly default?: unknown;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly format?: string | undefined;
  readonly enum?: readonly (string | number | boolean)[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly validations?: readonly Validation[] | undefined;
}

const count = z.int().min(0).optional();

/** Checks a published schema: a type that no one here can check is refused rather than let anything pass. */
export const schemaOfSchemas: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.enum(TYPES),
    default: z.unknown().optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), schemaOfSchemas).optional(),
    items: schemaOfSchemas.optional(),
    format: z.string().optional(),
    enum: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: count,
    maxLength: count,
    minItems: count,
    maxItems: count,
    validations: z.array(validation).optional(),
  }),
);
