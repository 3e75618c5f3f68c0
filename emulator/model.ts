import * as z from 'zod';
import { schemaOfSchemas, type Schema } from './schema.ts';

/** What the service publishes about a model: the answer to `GET /v1/models/{model_id}`. */
export type ModelDocument = Readonly<Record<string, unknown>>;

/** A model that is emulated. */
export interface Model {
  readonly id: string;
  readonly name: string;
  readonly categories: readonly string[];
  /** USD for each output, if no option makes it more. */
  readonly basePriceUsd: number;
  /** As it was published: it is served without a change. */
  readonly document: ModelDocument;
  readonly input: Schema;
  /** The keys of `input` that take pictures: the references, then any others, such as a mask. */
  readonly pictureKeys: readonly string[];
  /** Formats of references: the model of the seed says on its page that it takes no others than JPEG and PNG. */
  readonly referenceFormats: readonly string[];
}

/** The model of the seed, which every emulator has. */
export const MODEL_ID = 'bytedance/dreamina-4-0/edit';

/** Two to four segments, none of them `.` or `..`. */
const ID_FORM = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.-]+(?:\/[\w.-]+){1,3}$/;

const documentSchema = z.looseObject({
  model_id: z.string().regex(ID_FORM, 'must be two to four segments of letters, digits, `_`, `.` and `-`'),
  display_name: z.string().min(1).optional(),
  categories: z.array(z.string()).default(['image-to-image']),
  base_price_usd: z.number().min(0),
  price_unit: z.string(),
  input_schema: z.looseObject({ type: z.literal('object') }),
});

/** Reads a published document; throws a RangeError that says what is wrong with it. */
export function parseModel(document: unknown): Model {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) throw new RangeError(`Not a published model: ${z.prettifyError(parsed.error)}`);
  const input = schemaOfSchemas.safeParse(parsed.data.input_schema);
  if (!input.success) throw new RangeError(`Not an input schema: ${z.prettifyError(input.error)}`);
  const { model_id: id, display_name: name = id, categories, base_price_usd: basePriceUsd } = parsed.data;
  const pictureKeys = findPictureKeys(input.data);
  if (pictureKeys.length === 0)
    throw new RangeError(`No key of ${id} has an image format, so it takes no pictures`);
  return {
    id,
    name,
    categories,
    basePriceUsd,
    document: document as ModelDocument,
    input: input.data,
    pictureKeys,
    referenceFormats: id === MODEL_ID ? ['jpeg', 'png'] : ['jpeg', 'png', 'webp'],
  };
}

/** The references are what is required, and of several of those the first; names say nothing. */
function findPictureKeys(input: Schema): readonly string[] {
  const keys = Object.entries(input.properties ?? {})
    .filter(([, schema]) => takesPictures(schema))
    .map(([key]) => key);
  const main = keys.find((key) => input.required?.includes(key)) ?? keys[0];
  return main === undefined ? [] : [main, ...keys.filter((key) => key !== main)];
}

/** Whether a value of this schema is an address of a picture, or several. */
export function takesPictures({ format, items }: Schema): boolean {
  return format === 'image_uri' || format === 'image_uris' || items?.format === 'image_uri';
}
