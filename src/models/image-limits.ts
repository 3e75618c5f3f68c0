import { isMap } from '../shared/is-map.ts';
import type { Bound, ImageLimits, Range } from './types.ts';

/**
 * A file of "15 MB": the service does not say which megabyte is meant. This is the smaller one, because a refusal here
 * costs nothing and a refusal by the service may.
 */
const BYTES_OF_A_MEGABYTE = 1_000_000;

/** A rule ends in a comparison. */
const RULE = /^(.*?)(<=|>=|=<|=>|≤|≥|<|>)$/s;

const NO_LIMITS: ImageLimits = { fileBytes: {}, width: {}, height: {}, ratio: {} };

/** What each rule is about, without spaces, and by how much its value is multiplied. */
const SUBJECTS: ReadonlyMap<string, readonly [keyof ImageLimits, number]> = new Map([
  ['file_size_mb', ['fileBytes', BYTES_OF_A_MEGABYTE]],
  ['file_size_kb', ['fileBytes', 1000]],
  ['file_size_bytes', ['fileBytes', 1]],
  ['width_pixels', ['width', 1]],
  ['height_pixels', ['height', 1]],
  ['width/height', ['ratio', 1]],
]);

/** Reads the `validations` of a key for pictures. Rules that this version does not understand are named as published. */
export function readImageLimits(validations: unknown): {
  readonly limits: ImageLimits;
  readonly unknown: readonly string[];
} {
  let limits = NO_LIMITS;
  const unknown: string[] = [];
  for (const each of Array.isArray(validations) ? (validations as readonly unknown[]) : []) {
    const { validation_rule: rule, validation_value: value } = isMap(each) ? each : {};
    const text = typeof rule === 'string' ? rule : JSON.stringify(rule ?? null);
    const more = readRule(text, value, limits);
    if (more === undefined) unknown.push(`${text} ${String(value)}`);
    else limits = more;
  }
  return { limits, unknown };
}

function readRule(rule: string, value: unknown, limits: ImageLimits): ImageLimits | undefined {
  const [, subject = '', comparison = ''] = RULE.exec(rule.replaceAll(/\s/g, '').toLowerCase()) ?? [];
  const found = SUBJECTS.get(subject);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (found === undefined || typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  const [key, factor] = found;
  const isOpen = comparison === '<' || comparison === '>';
  const bound: Bound = { value: number * factor, isOpen };
  const isMost = /[<≤]/.test(comparison);
  return { ...limits, [key]: narrow(limits[key], isMost ? { most: bound } : { least: bound }) };
}

/** The numbers that are in both ranges. */
function narrow(range: Range, { least, most }: Range): Range {
  return {
    ...range,
    ...(least !== undefined && { least: stricter(range.least, least, 1) }),
    ...(most !== undefined && { most: stricter(range.most, most, -1) }),
  };
}

function stricter(one: Bound | undefined, other: Bound, sign: 1 | -1): Bound {
  if (one === undefined) return other;
  if (one.value === other.value) return one.isOpen ? one : other;
  return (one.value - other.value) * sign > 0 ? one : other;
}

/** Whether a number is in a range. */
export function isInRange(value: number, { least, most }: Range): boolean {
  const isLarge = least === undefined || (least.isOpen ? value > least.value : value >= least.value);
  const isSmall = most === undefined || (most.isOpen ? value < most.value : value <= most.value);
  return isLarge && isSmall;
}
