import type { Schema } from './schema.ts';

/** The size that is asked for; without a ratio it is that of the first reference. */
export type AskedSize =
  | { readonly kind: 'exact'; readonly width: number; readonly height: number }
  | { readonly kind: 'area'; readonly pixels: number; readonly ratio: number | undefined };

export type PictureFormat = 'jpeg' | 'png' | 'webp';

/** What an input asks of the pictures, by the names that the service's models give their keys. */
export interface AskedOutput {
  readonly size: AskedSize;
  /** Undefined if it is for the model to decide how many it makes. */
  readonly count: number | undefined;
  readonly format: PictureFormat | undefined;
  readonly transparent: boolean;
  /** By how much the options multiply the base price of each picture. */
  readonly priceFactor: number;
}

/** Reads an input that fits its schema; what it leaves out has the schema's default, as at the service. */
export function readAskedOutput(input: Schema, raw: Readonly<Record<string, unknown>>): AskedOutput {
  const value = (key: string): unknown => raw[key] ?? input.properties?.[key]?.default;
  return {
    size: readSize(value),
    count: readCount(input, value),
    format: readFormat(value('output_format')),
    transparent: value('background') === 'transparent',
    priceFactor:
      stepFactor(input.properties?.['resolution'], value('resolution'), readK) *
      stepFactor(input.properties?.['quality'], value('quality'), readQuality),
  };
}

/** The default of a model that has no key for the size: 1024 x 1024. */
const DEFAULT_PIXELS = 1024 * 1024;

function readSize(value: (key: string) => unknown): AskedSize {
  for (const key of ['width×height', 'size', 'image_size']) {
    const [, width, height] = /^(\d+)[x×](\d+)/.exec(text(value(key))) ?? [];
    if (width !== undefined && height !== undefined)
      return { kind: 'exact', width: Number(width), height: Number(height) };
  }
  const k = readK(value('resolution'));
  const pixels = k === undefined ? DEFAULT_PIXELS : (k * 1024) ** 2;
  return { kind: 'area', pixels, ratio: readRatio(text(value('aspect_ratio')), text(value('image_size'))) };
}

/** `16:9`, or a preset such as `portrait_16_9`; undefined for `auto` and the like. */
function readRatio(aspect: string, preset: string): number | undefined {
  const [, across, down] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(aspect) ?? [];
  if (across !== undefined && down !== undefined) return Number(across) / Number(down);
  if (aspect !== '') return undefined;
  const [, kind, one = '1', two = '1'] = /^(portrait|landscape)_(\d+)_(\d+)$/.exec(preset) ?? [];
  const long = Math.max(Number(one), Number(two)) / Math.min(Number(one), Number(two));
  return kind === 'portrait' ? 1 / long : long;
}

const COUNT_KEYS = ['number_of_images', 'num_images', 'num_outputs', 'n'];

/** One picture, unless a key asks for more; with `force_single: false` the model decides. */
function readCount(input: Schema, value: (key: string) => unknown): number | undefined {
  const counted = COUNT_KEYS.map(value).find((count) => typeof count === 'number');
  if (counted !== undefined) return counted;
  return input.properties?.['force_single'] !== undefined && value('force_single') !== true ? undefined : 1;
}

function readFormat(value: unknown): PictureFormat | undefined {
  const word = text(value).toLowerCase();
  if (word === 'jpg' || word === 'jpeg') return 'jpeg';
  return word === 'png' || word === 'webp' ? word : undefined;
}

/** Each step up from the lowest value of the enum costs half as much again. */
const STEP = 1.5;

function stepFactor(
  schema: Schema | undefined,
  value: unknown,
  rank: (value: unknown) => number | undefined,
): number {
  const own = rank(value);
  if (own === undefined) return 1;
  const lower = new Set((schema?.enum ?? []).map(rank).filter((other) => other !== undefined && other < own));
  return STEP ** lower.size;
}

/** The thousands of pixels of `2K` or `0.5k`. */
function readK(value: unknown): number | undefined {
  const [, k] = /^(\d+(?:\.\d+)?)k$/i.exec(text(value)) ?? [];
  return k === undefined ? undefined : Number(k);
}

function readQuality(value: unknown): number | undefined {
  const at = ['low', 'medium', 'high'].indexOf(text(value).toLowerCase());
  return at < 0 ? undefined : at;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
