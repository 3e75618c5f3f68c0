import * as z from 'zod';

import { SOURCE_TYPES } from '../media/mark/compose-mark.ts';
import { lazily } from '../shared/lazily.ts';

// Messages complete the sentence "`key` is `value`, but it ...".

/** Formats of renditions, by their file extensions without `jpg`. */
export const RENDITION_FORMATS = ['avif', 'webp', 'jpeg', 'png'] as const;

/** What WebP can hold; JPEG and the others have room for more. */
const MAX_WIDTH = 16_383;
const MAX_SETS = 8;
const MAX_WIDTHS = 12;

export const SET_NAME = /^[A-Za-z][A-Za-z0-9_]{0,29}$/;
export const BYTES = /^(\d{1,9}(?:\.\d{1,3})?)\s?(B|KB|MB|KiB|MiB)$/;
export const ASPECT = /^([1-9]\d{0,4})[:/]([1-9]\d{0,4})$/;
const COLOR = /^(?:#(?:[0-9a-f]{3}|[0-9a-f]{6})|white|black)$/i;

function makeSet() {
  const width = z.int().min(1).max(MAX_WIDTH);
  const format = z.enum(RENDITION_FORMATS, { error: 'must be avif, webp, jpeg or png.' });
  return z
    .strictObject({
      width: z
        .union([z.array(width).min(1).max(MAX_WIDTHS), width], {
          error: 'must be a width in pixels, or a list of them.',
        })
        .register(z.globalRegistry, {
          description:
            'Widths in pixels. A picture is never enlarged: for a wider one, its own width is used, once.',
          examples: [[640, 1280, 2560]],
        }),
      format: z
        .union([z.array(format).min(1).max(RENDITION_FORMATS.length), format], {
          error: 'must be avif, webp, jpeg or png, or a list of them.',
        })
        .optional()
        .register(z.globalRegistry, {
          description:
            'avif, webp, jpeg or png, or a list of them. AVIF takes many seconds for each. Default: webp and jpeg.',
          default: ['webp', 'jpeg'],
        }),
      quality: z
        .int()
        .min(1)
        .max(100)
        .optional()
        .register(z.globalRegistry, {
          description: '1 to 100, for all formats but PNG. Default: 80, and 60 for AVIF.',
          examples: [75],
        }),
      'max-bytes': z
        .string()
        .regex(BYTES, { error: 'must be a number with a unit, for example `300KB`.' })
        .optional()
        .register(z.globalRegistry, {
          description: 'The most that one file may have. The quality is lowered for it, but not below 30.',
          examples: ['300KB'],
        }),
      background: z
        .string()
        .regex(COLOR, { error: 'must be `white`, `black`, or a color such as `#ffcc00`.' })
        .optional()
        .register(z.globalRegistry, {
          description:
            'What is behind transparent parts, and around a picture with `fit: contain`. Default: nothing; white in JPEG.',
          examples: ['#ffcc00'],
        }),
      aspect: z
        .string()
        .regex(ASPECT, { error: 'must be two numbers such as `"16:9"`, in quotes.' })
        .optional()
        .register(z.globalRegistry, {
          description: 'Width and height of the rendition in relation to each other.',
          examples: ['16:9', '1:1'],
        }),
      fit: z
        .enum(['cover', 'contain'], { error: 'must be cover or contain.' })
        .optional()
        .register(z.globalRegistry, {
          description:
            'How a picture gets its `aspect`. cover (the default): what is too much is cut off. contain: it is filled up with `background`.',
        }),
    })
    .register(z.globalRegistry, {
      title: 'Set of renditions',
      description: 'Smaller copies of a picture, in one or several widths and formats.',
    });
}

/** The sets by name. */
export const renditions = lazily(() =>
  z
    .record(
      z.string().regex(SET_NAME, {
        error: 'is not a valid name. Use at most 30 letters, digits and `_`, starting with a letter.',
      }),
      makeSet(),
    )
    .refine((sets) => Object.keys(sets).length <= MAX_SETS, { error: `has more than ${MAX_SETS} sets.` })
    .register(z.globalRegistry, {
      title: 'Renditions',
      description:
        'Smaller copies of the pictures for pages, in sets. They cost nothing, and follow their picture.',
      examples: [{ web: { width: [640, 1280], format: ['webp', 'jpeg'] } }],
      propertyNames: { pattern: SET_NAME.source },
    }),
);

/** The sets of one edit. */
export const renditionNames = lazily(() =>
  z
    .union([z.array(z.string().min(1)), z.string().min(1)], {
      error: 'must be names of sets, or an empty list.',
    })
    .register(z.globalRegistry, {
      title: 'Sets of renditions',
      description: 'Names of sets under `renditions`. Default: all. An empty list: none.',
      examples: [['web']],
    }),
);

/** What the picture shows. */
export const alt = lazily(() =>
  z
    .string()
    .min(1)
    .max(1000)
    .register(z.globalRegistry, {
      title: 'Alternative text',
      description:
        'What the picture shows, for people who do not see it. It is not sent to the model. You can use `${{ }}`.',
      examples: ['A mug on a beach'],
    }),
);

/** Which pictures say that a machine made them. */
export const mark = lazily(() =>
  z
    .enum(['renditions', 'all', 'none'], { error: 'must be renditions, all or none.' })
    .register(z.globalRegistry, {
      title: 'Mark',
      description:
        'Which pictures say in their metadata that a machine made them. renditions (the default): originals stay as the service made them. all: originals as well, unless they are signed. none.',
      default: 'renditions',
    }),
);

/** Whether the mark has the prompt. */
export const markPrompt = lazily(() =>
  z.boolean().register(z.globalRegistry, {
    title: 'Prompt in the mark',
    description: 'true: the mark has the prompt as well. Anyone who has the picture can read it.',
    default: false,
  }),
);

/** How the mark names the source. */
export const markSource = lazily(() =>
  z.enum(SOURCE_TYPES, { error: `must be one of ${SOURCE_TYPES.join(', ')}.` }).register(z.globalRegistry, {
    title: 'Source type in the mark',
    description:
      'The digital source type of the IPTC. Default: compositeWithTrainedAlgorithmicMedia, and trainedAlgorithmicMedia for an edit without images.',
  }),
);

/** A set as written. */
export type RawSet = z.output<ReturnType<typeof makeSet>>;
