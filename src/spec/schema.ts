import * as z from 'zod';

import { DEFAULT_MODEL } from '../models/default-model.ts';
import { MODEL } from '../shared/model.ts';
import { alt, mark, markPrompt, markSource, renditionNames, renditions } from './rendition-fields.ts';
import {
  forceSingle,
  images,
  keep,
  model,
  options,
  output,
  scale,
  size,
  takes,
  timeout,
} from './schema-fields.ts';

// The messages below complete the sentence "`key` ...". Later checks cover what a JSON schema cannot express.

/** Names of `vars` and of matrix axes, as GitHub allows them in `${{ matrix.NAME }}`. */
export const NAME_PATTERN = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;
const EDIT_KEY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

const name = z.string().regex(NAME_PATTERN, {
  error: 'is not a valid name. Use at most 100 letters, digits, `_` and `-`, starting with a letter or `_`.',
});
const scalar = z.union([z.string(), z.number(), z.boolean()], {
  error: 'must be text, a number, or `true` or `false`.',
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
      .meta({ description: 'Removes matching combinations, as in a GitHub workflow.' }),
  })
  .catchall(z.array(scalar, { error: 'must be a list of values.' }).min(1))
  .meta({
    title: 'Matrix',
    description:
      'Makes one edit for each combination of values, at most 256. Use the values as `${{ matrix.NAME }}`.',
    examples: [{ scene: ['beach', 'studio'] }],
    propertyNames: { pattern: NAME_PATTERN.source },
  });

const edit = z
  .strictObject({
    description: z
      .string()
      .optional()
      .meta({ title: 'Description', description: 'For people. It is not sent to the model.' }),
    prompt: z
      .string()
      .min(1)
      .optional()
      .meta({
        title: 'Prompt',
        description:
          'What to do with the images: 1 to 800 characters. You can use `${{ matrix.x }}`, `${{ vars.x }}` and `${{ edit.id }}`.',
        examples: ['Put the mug on the ${{ matrix.scene }}.'],
      }),
    'prompt-file': z
      .string()
      .min(1)
      .optional()
      .meta({
        title: 'Prompt file',
        description: 'A text file of the repository that contains the prompt. Use it instead of `prompt`.',
        examples: ['prompts/hero.txt'],
      }),
    images,
    matrix: matrix.optional(),
    model: model.optional(),
    options: options.optional(),
    size: size.optional(),
    scale: scale.optional(),
    'force-single': forceSingle.optional(),
    timeout: timeout.optional(),
    output: output.optional(),
    takes: takes.optional(),
    keep: keep.optional(),
    alt: alt.optional(),
    renditions: renditionNames.optional(),
    'mark-source': markSource.optional(),
    frozen: z.boolean().optional().meta({
      title: 'Frozen',
      description: 'true: leave this edit as it is and never submit it.',
      default: false,
    }),
  })
  .meta({
    title: 'Edit',
    oneOf: [{ required: ['prompt'] }, { required: ['prompt-file'] }],
    // What else is known of other models is known when the spec is read.
    if: { required: ['model'], properties: { model: { not: { enum: [MODEL] }, pattern: '^[^$]*$' } } },
    then: { properties: { size: false, scale: false, 'force-single': false } },
  });

/** The form of a spec. The same schema checks specs and is exported as the JSON schema for editors. */
export const specSchema = z
  .strictObject({
    version: z.literal(1).meta({ title: 'Version of this format', description: 'Always 1.' }),
    model: model.optional(),
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
        options: options.optional(),
        takes: takes.optional(),
      })
      .optional()
      .meta({ title: 'Defaults', description: 'Settings for every edit that does not set its own.' }),
    renditions: renditions.optional(),
    mark: mark.optional(),
    'mark-prompt': markPrompt.optional(),
    'mark-source': markSource.optional(),
    budget: z
      .strictObject({
        'max-edits': z
          .int()
          .min(0)
          .optional()
          .meta({
            description: 'The most edits that one run may submit. 0: nothing is sent.',
            examples: [40],
          }),
        'max-cost': z
          .number()
          .min(0)
          .optional()
          .meta({
            description: 'The most that one run may cost, in USD. 0: nothing is sent.',
            examples: [5],
          }),
        'per-month': z
          .number()
          .min(0)
          .optional()
          .meta({
            description:
              'The most that the runs which deliver to one branch may cost together in a calendar month (UTC), in USD, as its lock file records it.',
            examples: [50],
          }),
      })
      .optional()
      .meta({ title: 'Budget', description: 'Limits, checked before anything is sent.' }),
    edits: z
      .record(
        z.string().regex(EDIT_KEY, {
          error:
            'is not a valid id. Use at most 100 letters, digits, `_` and `-`, starting with a letter or digit.',
        }),
        edit,
      )
      .meta({
        title: 'Edits',
        description: 'The edits by id. Keep an id the same over time.',
        minProperties: 1,
      }),
  })
  .meta({
    title: 'Edits as code',
    description: 'Image edits for dreamina-edit-action.',
    if: { properties: { model: { const: MODEL } } },
    then: {
      properties: {
        edits: {
          additionalProperties: {
            if: { properties: { model: { const: MODEL } } },
            then: { properties: { images: { maxItems: DEFAULT_MODEL.references.most } } },
          },
        },
      },
    },
  });

/** A spec as written: texts not interpolated, defaults not applied. */
export type RawSpec = z.output<typeof specSchema>;
/** One entry under `edits`. */
export type RawEdit = RawSpec['edits'][string];
/** The `defaults`. */
export type RawDefaults = NonNullable<RawSpec['defaults']>;
