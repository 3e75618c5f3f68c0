import * as z from 'zod';

import { forceSingle, images, output, scale, size, timeout } from './schema-fields.ts';

// The messages below end the sentence "`key` ...". What a JSON schema cannot say is checked after this schema.

/** Names of `vars` and of a matrix's axes: as GitHub's, so that `${{ matrix.NAME }}` can be read. */
export const NAME_PATTERN = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;
const EDIT_KEY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

const name = z.string().regex(NAME_PATTERN, {
  error: 'is no valid name: use letters, digits, `_` and `-`, at most 100, a letter or `_` first.',
});
const scalar = z.union([z.string(), z.number(), z.boolean()], {
  error: 'must be text, a number, or true or false.',
});

const combination = z.record(name, scalar);
const matrix = z
  .object({
    include: z
      .array(combination)
      .optional()
      .meta({ description: 'Adds values to combinations, or whole combinations, as in a GitHub workflow.' }),
    exclude: z
      .array(combination)
      .optional()
      .meta({ description: 'Leaves out the combinations that match, as in a GitHub workflow.' }),
  })
  .catchall(z.array(scalar, { error: 'must be a list of values.' }).min(1))
  .meta({
    title: 'Matrix',
    description:
      'One edit for each combination of the values; use them as `${{ matrix.NAME }}`. At most 256.',
    examples: [{ scene: ['beach', 'studio'] }],
    propertyNames: { pattern: NAME_PATTERN.source },
  });

const edit = z
  .strictObject({
    description: z
      .string()
      .optional()
      .meta({ title: 'Description', description: 'For people; the model does not see it.' }),
    prompt: z
      .string()
      .min(1)
      .optional()
      .meta({
        title: 'Prompt',
        description:
          'What to do with the images: 1 to 800 characters. `${{ matrix.x }}`, `${{ vars.x }}` and `${{ edit.id }}` work here.',
        examples: ['Put the mug on the ${{ matrix.scene }}.'],
      }),
    'prompt-file': z
      .string()
      .min(1)
      .optional()
      .meta({
        title: 'Prompt file',
        description: 'A text file of the repository that holds the prompt, in place of `prompt`.',
        examples: ['prompts/hero.txt'],
      }),
    images,
    matrix: matrix.optional(),
    size: size.optional(),
    scale: scale.optional(),
    'force-single': forceSingle.optional(),
    timeout: timeout.optional(),
    output: output.optional(),
    frozen: z.boolean().optional().meta({
      title: 'Frozen',
      description: 'true: leave this edit as it is; never submit it.',
      default: false,
    }),
  })
  .meta({
    title: 'Edit',
    oneOf: [{ required: ['prompt'] }, { required: ['prompt-file'] }],
  });

/** The spec's form. The same schema checks specs and becomes the JSON schema for editors. */
export const specSchema = z
  .strictObject({
    version: z.literal(1).meta({ title: 'Version of this format', description: 'Always 1.' }),
    vars: z
      .record(name, scalar)
      .optional()
      .meta({
        title: 'Variables',
        description: 'Values to use as `${{ vars.NAME }}`.',
        examples: [{ brand: 'Acme' }],
      }),
    defaults: z
      .strictObject({
        size: size.optional(),
        scale: scale.optional(),
        'force-single': forceSingle.optional(),
        timeout: timeout.optional(),
        output: output.optional(),
      })
      .optional()
      .meta({ title: 'Defaults', description: 'For every edit that does not say otherwise.' }),
    budget: z
      .strictObject({
        'max-edits': z
          .int()
          .min(1)
          .optional()
          .meta({ description: 'Most edits that one run may submit.', examples: [40] }),
        'max-cost': z
          .number()
          .gt(0)
          .optional()
          .meta({ description: 'Most that one run may cost, in USD.', examples: [5] }),
      })
      .optional()
      .meta({ title: 'Budget', description: 'Limits of one run, checked before anything is sent.' }),
    edits: z
      .record(
        z.string().regex(EDIT_KEY, {
          error: 'is no valid id: use letters, digits, `_` and `-`, at most 100, a letter or digit first.',
        }),
        edit,
      )
      .meta({
        title: 'Edits',
        description: 'The edits by their ids, which stay the same over time.',
        minProperties: 1,
      }),
  })
  .meta({ title: 'Edits as code', description: 'Image edits for dreamina-edit-action.' });

/** A spec in its written form: strings not interpolated, defaults not applied. */
export type RawSpec = z.output<typeof specSchema>;
/** One entry under `edits`. */
export type RawEdit = RawSpec['edits'][string];
/** The `defaults`. */
export type RawDefaults = NonNullable<RawSpec['defaults']>;
