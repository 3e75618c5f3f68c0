import * as z from 'zod';

import { lazily } from '../shared/lazily.ts';
import { MODEL } from '../shared/model.ts';
import { alt, markSource, renditionNames } from './rendition-fields.ts';
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
import { strictForm, type KeysThere, type StrictForm } from './strict-form.ts';

// Messages complete the sentence "`key` ...".

/** Names of `vars` and of matrix axes, as GitHub allows them in `${{ matrix.NAME }}`. */
export const NAME_PATTERN = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;

const NAME_RULE =
  'is not a valid name. Use at most 100 letters, digits, `_` and `-`, starting with a letter or `_`.';

/** A name of `vars` or of a matrix axis. */
export const name = lazily(() => z.string().regex(NAME_PATTERN, { error: NAME_RULE }));
/** A value of `vars` or of a matrix. */
export const scalar = lazily(() =>
  z.union([z.string(), z.number(), z.boolean()], { error: 'must be text, a number, or `true` or `false`.' }),
);

const combination = lazily(() => z.record(name(), scalar()));
const matrix = lazily(() =>
  z
    .object({
      include: z
        .array(combination())
        .optional()
        .register(z.globalRegistry, {
          description: 'Adds values to combinations, or whole combinations, as in a GitHub workflow.',
          examples: [[{ scene: 'beach', light: 'sunset' }]],
        }),
      exclude: z
        .array(combination())
        .optional()
        .register(z.globalRegistry, {
          description: 'Removes matching combinations, as in a GitHub workflow.',
          examples: [[{ scene: 'studio', light: 'sunset' }]],
        }),
    })
    .catchall(z.array(scalar(), { error: 'must be a list of values.' }).min(1))
    .register(z.globalRegistry, {
      title: 'Matrix',
      description:
        'Makes one edit for each combination of values, at most 256. Use the values as `${{ matrix.NAME }}`.',
      examples: [{ scene: ['beach', 'studio'] }],
      propertyNames: { pattern: NAME_PATTERN.source, errorMessage: NAME_RULE },
    }),
);

const FORMS = {
  description: () =>
    z
      .string()
      .optional()
      .register(z.globalRegistry, {
        title: 'Description',
        description: 'For people. It is not sent to the model.',
        examples: ['Home page hero'],
      }),
  prompt: () =>
    z
      .string()
      .min(1)
      .optional()
      .register(z.globalRegistry, {
        title: 'Prompt',
        description:
          'What to do with the images: 1 to 800 characters. You can use `${{ matrix.x }}`, `${{ vars.x }}` and `${{ edit.id }}`.',
        examples: ['Put the mug on the ${{ matrix.scene }}.'],
      }),
  'prompt-file': () =>
    z
      .string()
      .min(1)
      .optional()
      .register(z.globalRegistry, {
        title: 'Prompt file',
        description: 'A text file of the repository that contains the prompt. Use it instead of `prompt`.',
        examples: ['prompts/hero.txt'],
      }),
  images,
  matrix: () => matrix().optional(),
  model: () => model().optional(),
  options: () => options().optional(),
  size: () => size().optional(),
  scale: () => scale().optional(),
  'force-single': () => forceSingle().optional(),
  timeout: () => timeout().optional(),
  output: () => output().optional(),
  takes: () => takes().optional(),
  keep: () => keep().optional(),
  alt: () => alt().optional(),
  renditions: () => renditionNames().optional(),
  'mark-source': () => markSource().optional(),
  frozen: () =>
    z.boolean().optional().register(z.globalRegistry, {
      title: 'Frozen',
      description: 'true: leave this edit as it is and never submit it.',
      default: false,
    }),
};

/** The form of an entry under `edits` that has the keys of `there`. */
export function editForm(there: KeysThere): StrictForm<typeof FORMS> {
  return strictForm(FORMS, ['images'], there).register(z.globalRegistry, {
    title: 'Edit',
    allOf: [
      {
        if: { required: ['prompt'] },
        then: {
          properties: { 'prompt-file': false },
          errorMessage: 'Use either `prompt` or `prompt-file`, not both.',
        },
        else: {
          required: ['prompt-file'],
          errorMessage:
            'The edit has no `prompt`. Add one, or `prompt-file` with a text file of the repository.',
        },
      },
    ],
    // What else is known of other models is known when the spec is read.
    if: { required: ['model'], properties: { model: { not: { enum: [MODEL] }, pattern: '^[^$]*$' } } },
    then: {
      properties: { size: false, scale: false, 'force-single': false },
      errorMessage:
        '`size`, `scale` and `force-single` are keys of the default model. This model has keys of its own: write them under `options`.',
    },
  });
}
