import * as z from 'zod';

import { PUBLIC_MODELS } from '../models/model-id.ts';
import { DURATION_PATTERN } from '../shared/duration.ts';
import { lazily } from '../shared/lazily.ts';
import { MODEL } from '../shared/model.ts';
import { SHORT_SIZES, WIRE_SIZES } from './size.ts';
import { WHOLE_REFERENCE } from './template.ts';

// Each form is made when a spec has its key: to make them all takes 3 ms of every start.
// Messages complete the sentence "`key` is `value`, but it ...".

const DURATION_RULE = 'must be a number with a unit, for example `90s`, `15m` or `1.5h`.';
const SIZE_RULE = `must be one of ${SHORT_SIZES.join(', ')}.`;

/** The model's own spellings, or a value of the matrix or of `vars`. A pattern, so that editors offer each size once. */
const OTHER_SIZE = new RegExp(`^(?:${WIRE_SIZES.map(escape).join('|')})$|${WHOLE_REFERENCE.source}`);

function escape(text: string): string {
  return text.replaceAll(/[()]/g, String.raw`\$&`);
}

/** One of the model's sizes, in either spelling, or a value of the matrix or of `vars`. */
export const size = lazily(() =>
  z
    .union([z.enum(SHORT_SIZES), z.string().regex(OTHER_SIZE, { error: SIZE_RULE })], { error: SIZE_RULE })
    .register(z.globalRegistry, {
      title: 'Output size',
      description:
        'Width x height in pixels, one of the eleven sizes that the model offers. Default: 2048x2048.',
      default: '2048x2048',
      examples: ['2048x2048', '2560x1440', '${{ matrix.size }}'],
    }),
);

/** The weight of the prompt against the images, or a value of the matrix or of `vars`. */
export const scale = lazily(() =>
  z
    .union(
      [
        z.number().min(0).max(1),
        z
          .string()
          .regex(WHOLE_REFERENCE, { error: 'must be a number from 0 to 1, or `${{ matrix.NAME }}`.' }),
      ],
      { error: 'must be a number from 0 to 1.' },
    )
    .register(z.globalRegistry, {
      title: 'Weight of the prompt',
      description: '0 to 1. A higher value gives the prompt more weight against the images. Default: 0.5.',
      default: 0.5,
      examples: [0.5, 0.8],
    }),
);

/** Whether to request one image only, or as many as the model returns. */
export const forceSingle = lazily(() =>
  z.boolean().register(z.globalRegistry, {
    title: 'One image only',
    description:
      'true: request one image. false (the default): the model may return several images, whose names end in -1, -2, ...',
    default: false,
  }),
);

/** The time limit of one edit. */
export const timeout = lazily(() =>
  z
    .string({ error: DURATION_RULE })
    .regex(DURATION_PATTERN, { error: DURATION_RULE })
    .register(z.globalRegistry, {
      title: 'Time limit of one edit',
      description:
        'A number with a unit: ms, s, m or h. After this time, the edit stays pending. Default: 15m.',
      default: '15m',
      examples: ['90s', '15m'],
    }),
);

/** The most takes that an edit can have. */
export const MOST_TAKES = 16;

/** How often the same request is made. */
export const takes = lazily(() =>
  z
    .int()
    .min(1)
    .max(MOST_TAKES)
    .register(z.globalRegistry, {
      title: 'Takes',
      description: `How many candidates to make, 1 to ${MOST_TAKES}. Each take is submitted and paid for on its own. \`keep\` chooses one of them.`,
      default: 1,
      examples: [4],
    }),
);

const takeNumber = lazily(() => z.int().min(1).max(MOST_TAKES));
const KEEP_RULE = 'must be the number of a take, or with a matrix a map of ids and numbers.';

/** The take whose pictures are those of the edit. */
export const keep = lazily(() =>
  z
    .union([takeNumber(), z.record(z.string(), takeNumber())], { error: KEEP_RULE })
    .register(z.globalRegistry, {
      title: 'Kept take',
      description:
        'The number of the take that becomes the picture of the edit, at its `output`. With a matrix, a map of ids and numbers. Default: 1. Changing it costs nothing for the edit itself.',
      examples: [2, { 'hero@beach': 2 }],
    }),
);

/** The output path, before interpolation. */
export const output = lazily(() =>
  z
    .string()
    .min(1)
    .register(z.globalRegistry, {
      title: 'Output path',
      description:
        "Relative to the output folder, without extension (the file's type decides). Several images get -1, -2, ... " +
        "Default: the edit's id; with a matrix, KEY/VALUES. You can use `${{ }}`.",
      examples: ['banners/hero', 'banners/${{ matrix.scene }}'],
    }),
);

const imageEntry = lazily(() =>
  z.union(
    [
      z.string().min(1).register(z.globalRegistry, {
        description: 'A file or glob of the repository, or an https:// URL. You can use `${{ }}`.',
      }),
      z
        .strictObject({
          edit: z.string().min(1).register(z.globalRegistry, {
            description: 'Id of another edit, for example `cutout` or `hero@beach`.',
          }),
        })
        .register(z.globalRegistry, {
          description: 'The output of another edit, which is made first.',
        }),
    ],
    { error: 'must be a file or glob of the repository, an https:// URL, or `edit: ID`.' },
  ),
);

/** The model's id, before interpolation. */
export const model = lazily(() =>
  z
    .string()
    .min(1)
    .register(z.globalRegistry, {
      title: 'Model',
      description:
        'The id of an edit model of the service. `size`, `scale` and `force-single` belong to the default model; all others have their own keys under `options`. You can use `${{ }}`.',
      default: MODEL,
      examples: [...PUBLIC_MODELS, '${{ matrix.model }}'],
    }),
);

/** The model's own keys. What they may be is known from the schema that the service publishes. */
export const options = lazily(() =>
  z.record(z.string(), z.unknown()).register(z.globalRegistry, {
    title: "The model's own keys",
    description:
      'Checked by the schema that the service publishes for the model. A key for a picture, such as a mask, takes a file of the repository, an https:// URL or `edit: ID`. You can use `${{ }}`.',
    examples: [{ aspect_ratio: '16:9', resolution: '2K', seed: 7 }],
  }),
);

/** The reference images: one, or a list. */
export const images = lazily(() =>
  z
    // A list first: it is what most specs have, and a failed attempt takes time.
    .union([z.array(imageEntry()).min(1), imageEntry()], {
      error: 'must be a list of files, https:// URLs and `edit: ID`.',
    })
    .register(z.globalRegistry, {
      title: 'Reference images',
      description:
        'Repository files, globs, https:// URLs, outputs of other edits. The default model takes 1 to 10 images, and more than 6 may lower the quality.',
      examples: ['shots/mug.png', ['shots/mug.png', 'scenes/*.jpg']],
    }),
);
