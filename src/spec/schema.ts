import * as z from 'zod';

import { DEFAULT_MODEL } from '../models/default-model.ts';
import { asMap } from '../shared/is-map.ts';
import { lazily } from '../shared/lazily.ts';
import { MODEL } from '../shared/model.ts';
import { editForm, name, scalar } from './edit-schema.ts';
import { mark, markPrompt, markSource, renditions } from './rendition-fields.ts';
import { forceSingle, model, options, output, scale, size, takes, timeout } from './schema-fields.ts';
import { strictForm, type KeysThere, type StrictForm } from './strict-form.ts';

// The messages below complete the sentence "`key` ...". Later checks cover what a JSON schema cannot express.

const EDIT_KEY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

const DEFAULTS = {
  size: () => size().optional(),
  scale: () => scale().optional(),
  'force-single': () => forceSingle().optional(),
  timeout: () => timeout().optional(),
  output: () => output().optional(),
  options: () => options().optional(),
  takes: () => takes().optional(),
};

/** Keys that a spec has: at its top, in `defaults`, and in any of its edits. */
interface SpecKeys {
  readonly top: KeysThere;
  readonly defaults: KeysThere;
  readonly edits: KeysThere;
}

/** The forms of the keys of a spec whose maps have the keys of `there`. */
function listForms(there: SpecKeys) {
  return {
    version: () =>
      z.literal(1).register(z.globalRegistry, { title: 'Version of this format', description: 'Always 1.' }),
    model: () => model().optional(),
    vars: () =>
      z
        .record(name(), scalar())
        .optional()
        .register(z.globalRegistry, {
          title: 'Variables',
          description: 'Values to use as `${{ vars.NAME }}`.',
          examples: [{ brand: 'Acme' }],
        }),
    defaults: () =>
      strictForm(DEFAULTS, [], there.defaults)
        .optional()
        .register(z.globalRegistry, {
          title: 'Defaults',
          description: 'Settings for every edit that does not set its own.',
          examples: [{ size: '2560x1440', timeout: '30m' }],
        }),
    renditions: () => renditions().optional(),
    mark: () => mark().optional(),
    'mark-prompt': () => markPrompt().optional(),
    'mark-source': () => markSource().optional(),
    budget: () =>
      z
        .strictObject({
          'max-edits': z
            .int()
            .min(0)
            .optional()
            .register(z.globalRegistry, {
              description: 'The most edits that one run may submit. 0: nothing is sent.',
              examples: [40],
            }),
          'max-cost': z
            .number()
            .min(0)
            .optional()
            .register(z.globalRegistry, {
              description: 'The most that one run may cost, in USD. 0: nothing is sent.',
              examples: [5],
            }),
          'per-month': z
            .number()
            .min(0)
            .optional()
            .register(z.globalRegistry, {
              description:
                'The most that the runs which deliver to one branch may cost together in a calendar month (UTC), in USD, as its lock file records it.',
              examples: [50],
            }),
        })
        .optional()
        .register(z.globalRegistry, {
          title: 'Budget',
          description: 'Limits, checked before anything is sent.',
          examples: [{ 'max-edits': 40, 'max-cost': 5 }],
        }),
    edits: () =>
      z
        .record(
          z.string().regex(EDIT_KEY, {
            error:
              'is not a valid id. Use at most 100 letters, digits, `_` and `-`, starting with a letter or digit.',
          }),
          editForm(there.edits),
        )
        .register(z.globalRegistry, {
          title: 'Edits',
          description: 'The edits by id. Keep an id the same over time.',
          examples: [{ hero: { prompt: 'Put the mug on the beach.', images: 'shots/mug.png' } }],
          minProperties: 1,
          errorMessage:
            '`edits` must be a map. Write each edit under an id of its own, without a dash: `hero: { prompt: ..., images: ... }`.',
          defaultSnippets: [
            {
              label: 'New edit',
              description: 'An edit with one reference image',
              body: {
                '${1:hero}': { prompt: '${2:Put the mug on the beach.}', images: ['${3:shots/mug.png}'] },
              },
            },
            {
              label: 'New edit for each value of a matrix',
              description: 'Several edits with one prompt',
              body: {
                '${1:hero}': {
                  prompt: '${2:Put the mug on the} \\${{ matrix.${3:scene} \\}\\}.',
                  images: ['${4:shots/mug.png}'],
                  matrix: { '${3:scene}': ['${5:beach}', '${6:studio}'] },
                },
              },
            },
          ],
        }),
  };
}

/** The form of a spec whose maps have the keys of `there`. */
function specForm(there: SpecKeys): StrictForm<ReturnType<typeof listForms>> {
  return strictForm(listForms(there), ['version', 'edits'], there.top).register(z.globalRegistry, {
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
}

/** The form of every spec, which is exported as the JSON schema for editors. */
export const specSchema = lazily(() => specForm({ top: undefined, defaults: undefined, edits: undefined }));

/** The form of a spec, as far as it matters to `value`. */
export function specSchemaFor(value: unknown): ReturnType<typeof specSchema> {
  const { defaults, edits } = asMap(value);
  const inEdits = Object.values(asMap(edits)).flatMap((edit) => Object.keys(asMap(edit)));
  return specForm({
    top: new Set(Object.keys(asMap(value))),
    defaults: new Set(Object.keys(asMap(defaults))),
    edits: new Set(inEdits),
  });
}

/** A spec as written: texts not interpolated, defaults not applied. */
export type RawSpec = z.output<ReturnType<typeof specSchema>>;
/** One entry under `edits`. */
export type RawEdit = RawSpec['edits'][string];
/** The `defaults`. */
export type RawDefaults = NonNullable<RawSpec['defaults']>;
