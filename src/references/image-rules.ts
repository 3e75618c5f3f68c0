import type { Dimensions, MediaType } from '../media/types.ts';
import { DEFAULT_MODEL } from '../models/default-model.ts';
import { isInRange } from '../models/image-limits.ts';
import type { Bound, ImageLimits, ImageRule, Range } from '../models/types.ts';
import { MODEL } from '../shared/model.ts';
import type { ImageUser } from '../spec/types.ts';

/** Why a file cannot be a reference image. */
export interface Fault {
  /** Kebab-case. */
  readonly rule: string;
  /** Continues after the file's name: `is empty. Export it again.` */
  readonly message: string;
  /** The size of a file that was not read because of it: for a model with another limit, the message is another one. */
  readonly bytes?: number;
}

/** Types of pictures that can be sent. */
export type SendableType = Extract<MediaType, 'image/jpeg' | 'image/png' | 'image/webp'>;

/** What a model accepts as a picture. */
export interface PictureRules {
  readonly types: readonly SendableType[];
  readonly limits: ImageLimits;
}

/** The vendor of the default model warns about lower quality above this number. */
export const MAX_IMAGES_ADVISED = 6;

/** A larger file is not read: no model is known to accept one. */
const MAX_READ_BYTES = 100_000_000;

const NO_LIMITS: ImageLimits = { fileBytes: {}, width: {}, height: {}, ratio: {} };

/** The page of the default model names these two; the schemas of other models do not say. */
const TYPES: readonly SendableType[] = ['image/jpeg', 'image/png'];
const TYPES_OF_OTHERS: readonly SendableType[] = [...TYPES, 'image/webp'];

/** The key of an edit's model that takes an image: `option` names one of `options`, and without it, the references are meant. */
export function findImageRule(
  { model = MODEL, published, frozen = false }: Pick<ImageUser, 'model' | 'published' | 'frozen'>,
  option: string | undefined,
): ImageRule | undefined {
  // It is not sent: no rule applies to it, whatever its model takes by now.
  if (frozen) return undefined;
  const known = published ?? (model === MODEL ? DEFAULT_MODEL : undefined);
  if (option === undefined) return known?.references;
  const rule = known?.options.get(option);
  return rule?.type === 'image' ? rule : undefined;
}

/** What an edit's model accepts as a picture for one of its keys; without limits if its schema is not known. */
export function findPictureRules(
  user: Pick<ImageUser, 'model' | 'published' | 'frozen'>,
  option: string | undefined,
): PictureRules {
  const isDefault = (user.model ?? MODEL) === MODEL && user.frozen !== true;
  return {
    types: isDefault ? TYPES : TYPES_OF_OTHERS,
    limits: findImageRule(user, option)?.limits ?? NO_LIMITS,
  };
}

/** What the default model accepts. */
export const DEFAULT_RULES: PictureRules = findPictureRules({}, undefined);

/** The most bytes of a file that is read at all if it must obey one of these rules. */
export function mostBytes(rules: readonly PictureRules[]): number {
  return rules.reduce(
    (most, { limits }) => Math.max(most, limits.fileBytes.most?.value ?? MAX_READ_BYTES),
    0,
  );
}

/** The model's rule for the size of a file in bytes; undefined if the file obeys it. */
export function checkFileSize(bytes: number, { limits }: PictureRules = DEFAULT_RULES): Fault | undefined {
  if (bytes === 0) return { rule: 'empty', message: 'is empty. Export or commit it again.' };
  const { least, most = { value: MAX_READ_BYTES, isOpen: false } } = limits.fileBytes;
  const range = { most, ...(least !== undefined && { least }) };
  if (isInRange(bytes, range)) return undefined;
  const isTooLarge = !isInRange(bytes, { most });
  const limit = isTooLarge
    ? `at most ${most.value / 1_000_000} MB (${most.value}). Make it smaller, preferably as a JPEG`
    : `at least ${(least?.value ?? 0) / 1_000_000} MB. Use a larger picture`;
  return { rule: 'file-size', message: `has ${bytes} bytes; the model accepts ${limit}.`, bytes };
}

/** All of the model's rules for the dimensions of a picture that it breaks. */
export function checkDimensions(
  { width, height }: Dimensions,
  { limits }: PictureRules = DEFAULT_RULES,
): readonly Fault[] {
  const faults: Fault[] = [];
  const has = `has ${width} x ${height} pixels; the model accepts`;
  const isLarge = isOver(width, limits.width) || isOver(height, limits.height);
  const isSmall = isUnder(width, limits.width) || isUnder(height, limits.height);
  if (isLarge)
    faults.push({
      rule: 'resolution',
      message: `${has} at most ${describeSides(limits, 'most')}. Scale it down.`,
    });
  if (isSmall)
    faults.push({
      rule: 'small',
      message: `${has} at least ${describeSides(limits, 'least')}. Use a larger picture.`,
    });
  if (!isRatioInRange({ width, height }, limits.ratio)) {
    const message = `${has} a width of ${describeRatio(limits.ratio)} the height. Crop or pad it.`;
    faults.push({ rule: 'aspect-ratio', message });
  }
  return faults;
}

function isOver(value: number, { most }: Range): boolean {
  return most !== undefined && !isInRange(value, { most });
}

function isUnder(value: number, { least }: Range): boolean {
  return least !== undefined && !isInRange(value, { least });
}

/** Compared by multiplication, so that exactly 1:3 and 3:1 are allowed if one third and 3 are. */
function isRatioInRange({ width, height }: Dimensions, { least, most }: Range): boolean {
  const inverse = Math.round(1 / (least?.value ?? 1));
  const isThird = least?.value === 1 / inverse;
  const isWide =
    least === undefined ||
    (isThird && !least.isOpen ? width * inverse >= height : isInRange(width / height, { least }));
  return (
    isWide && (most === undefined || isInRange(width, { most: { ...most, value: height * most.value } }))
  );
}

/** The limit of both sides, or of the one that has one. */
export function describeSides({ width, height }: ImageLimits, side: 'least' | 'most'): string {
  const [w, h] = [width[side], height[side]];
  if (w !== undefined && h !== undefined) return `${w.value} x ${h.value}`;
  return w !== undefined ? `${w.value} in width` : `${h?.value ?? 0} in height`;
}

function describeRatio({ least, most }: Range): string {
  if (least === undefined) return `at most ${describeTimes(most)}`;
  if (most === undefined) return `at least ${describeTimes(least)}`;
  return `${describeTimes(least).replace(' times', '')} to ${describeTimes(most)}`;
}

const WORDS: ReadonlyMap<number, string> = new Map([
  [1 / 3, 'one third'],
  [0.25, 'a quarter'],
  [0.5, 'half'],
  [2, 'two times'],
  [3, 'three times'],
  [4, 'four times'],
]);

function describeTimes(bound: Bound | undefined): string {
  const value = bound?.value ?? 0;
  return WORDS.get(value) ?? `${value} times`;
}

/** All of the model's rules that a sound picture breaks. */
export function checkPicture(
  picture: Dimensions & { readonly bytes: number; readonly type: SendableType },
  rules: PictureRules,
): readonly Fault[] {
  const size = checkFileSize(picture.bytes, rules);
  if (size !== undefined) return [size];
  if (!rules.types.includes(picture.type)) return [refuseType('a WebP picture', rules)];
  return checkDimensions(picture, rules);
}

/** That a file is of a type that the model does not accept. `described` fits behind "is". */
export function refuseType(described: string, { types }: PictureRules): Fault {
  const names = types.length > TYPES.length ? 'JPEG, PNG and WebP' : 'JPEG and PNG';
  return {
    rule: 'type',
    message: `is ${described} according to its content; the model accepts ${names}. Convert it.`,
  };
}
