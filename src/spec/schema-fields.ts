import * as z from 'zod';

import { DURATION_PATTERN } from '../shared/duration.ts';
import { SIZE_SPELLINGS } from './size.ts';
import { WHOLE_REFERENCE } from './template.ts';

// Messages end the sentence "`key` is `value`, but ...".

const DURATION_RULE = 'must be a number with its unit, e.g. `90s`, `15m` or `1.5h`.';
const SIZE_RULE = `must be one of ${SIZE_SPELLINGS.filter((text) => !text.includes('(')).join(', ')}.`;

/** One of the model's sizes, in either spelling, or a value of the matrix or of `vars`. */
export const size = z
  .union([z.enum(SIZE_SPELLINGS), z.string().regex(WHOLE_REFERENCE, { error: SIZE_RULE })], {
    error: SIZE_RULE,
  })
  .meta({
    title: 'Output size',
    description: 'Width x height in pixels, one of the eleven the model offers. Default: 2048x2048.',
    default: '2048x2048',
    examples: ['2048x2048', '2560x1440', '${{ matrix.size }}'],
  });

/** How much the prompt weighs against the images, or a value of the matrix or of `vars`. */
export const scale = z
  .union(
    [
      z.number().min(0).max(1),
      z.string().regex(WHOLE_REFERENCE, { error: 'must be a number from 0 to 1, or `${{ matrix.NAME }}`.' }),
    ],
    { error: 'must be a number from 0 to 1.' },
  )
  .meta({
    title: 'Weight of the prompt',
    description: '0 to 1; higher lets the prompt weigh more against the images. Default: 0.5.',
    default: 0.5,
    examples: [0.5, 0.8],
  });

/** Whether one image is asked for, or as many as the model likes. */
export const forceSingle = z.boolean().meta({
  title: 'One image only',
  description:
    'true: one image for each edit. false (the default): the model may return several, named with -1, -2, ...',
  default: false,
});

/** The time limit of one edit. */
export const timeout = z
  .string({ error: DURATION_RULE })
  .regex(DURATION_PATTERN, { error: DURATION_RULE })
  .meta({
    title: 'Time limit of one edit',
    description:
      'A number with its unit: ms, s, m or h. The edit stays pending when it is over. Default: 15m.',
    default: '15m',
    examples: ['90s', '15m'],
  });

/** The output path, before interpolation. */
export const output = z
  .string()
  .min(1)
  .meta({
    title: 'Output path',
    description:
      "Relative to the output folder, without extension: the file's own type decides. Several images get -1, -2, ... " +
      "Default: the edit's id, with a matrix KEY/VALUES. `${{ }}` works here.",
    examples: ['banners/hero', 'banners/${{ matrix.scene }}'],
  });

const imageEntry = z.union(
  [
    z.string().min(1).meta({
      description: 'A file or glob of the repository, or an https:// address. `${{ }}` works here.',
    }),
    z
      .strictObject({
        edit: z.string().min(1).meta({ description: 'Id of another edit, e.g. `cutout` or `hero@beach`.' }),
      })
      .meta({
        description: "Another edit's output: that edit is done first.",
      }),
  ],
  { error: 'must be a file or glob of the repository, an https:// address, or `edit: ID`.' },
);

/** The reference images: one, or a list. */
export const images = z
  .union([imageEntry, z.array(imageEntry).min(1).max(10)], {
    error: 'must be a list of files, https:// addresses and `edit: ID`.',
  })
  .meta({
    title: 'Reference images',
    description:
      "1 to 10 (more than 6 may lower the quality): repository files, globs, https:// addresses, other edits' outputs.",
    examples: [['shots/mug.png', { edit: 'cutout' }]],
  });
