import { formatDuration, parseDuration } from '../shared/duration.ts';
import { parseGlob, type Glob } from '../shared/glob.ts';
import type { Result } from '../shared/result.ts';
import type { DeliveryWay } from './types.ts';

/** Longest run: the longest that a job may last on a hosted runner is six hours, on your own five days. */
const MAX_TIMEOUT_MS = 5 * 24 * 3_600_000;

/** A parser of one of the given words. */
export function oneOf<const T extends string>(...allowed: readonly T[]): (text: string) => Result<T, string> {
  return (text) => {
    const value = allowed.find((word) => word === text);
    return value === undefined
      ? { ok: false, error: `is ${JSON.stringify(text)}. It can be ${listed(allowed)}.` }
      : { ok: true, value };
  };
}

/** A parser of a whole number within [min, max], in decimal digits only. */
export function wholeNumber(min: number, max: number): (text: string) => Result<number, string> {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max
      ? { ok: true, value }
      : { ok: false, error: `is ${JSON.stringify(text)}. It must be a whole number from ${min} to ${max}.` };
  };
}

/** A parser of one word, or of what `parse` takes. */
export function wordOr<const T extends string, V>(
  word: T,
  parse: (text: string) => Result<V, string>,
): (text: string) => Result<T | V, string> {
  return (text) => {
    if (text === word) return { ok: true, value: word };
    const parsed = parse(text);
    return parsed.ok ? parsed : { ok: false, error: `${parsed.error} It can also be \`${word}\`.` };
  };
}

/** A parser of an input that may be left empty: then its value is undefined. */
export function optional<T>(
  parse: (text: string) => Result<T, string>,
): (text: string) => Result<T | undefined, string> {
  return (text) => (text === '' ? { ok: true, value: undefined } : parse(text));
}

/** An amount of US dollars in decimal digits. */
export function parseUsd(text: string): Result<number, string> {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value)
    ? { ok: true, value }
    : { ok: false, error: `is ${JSON.stringify(text)}. Write US dollars, e.g. \`2.50\`.` };
}

/** The parts of a list that is separated by white space or line breaks. */
export function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Globs over paths, one a line: names of files may have spaces in them. */
export function parseGlobs(text: string): Result<readonly Glob[], string> {
  const globs: Glob[] = [];
  for (const line of text.split(/[\r\n]+/).map((each) => each.trim())) {
    if (line === '') continue;
    const glob = parseGlob(line);
    if (!glob.ok) return { ok: false, error: `holds ${JSON.stringify(line)}, which ${glob.error}.` };
    globs.push(glob.value);
  }
  return { ok: true, value: globs };
}

/** `30m` and the like in milliseconds: more than nothing, at most five days. */
export function parseTimeout(text: string): Result<number, string> {
  const ms = parseDuration(text);
  if (ms === undefined) {
    return {
      ok: false,
      error: `is ${JSON.stringify(text)}. Write a number with its unit, e.g. \`90s\`, \`30m\` or \`2h\`.`,
    };
  }
  if (ms === 0) return { ok: false, error: 'is zero: nothing could be done in it.' };
  return ms <= MAX_TIMEOUT_MS
    ? { ok: true, value: ms }
    : { ok: false, error: `is ${formatDuration(ms)}. The longest is ${formatDuration(MAX_TIMEOUT_MS)}.` };
}

/** The input `deliver` as it was written. */
export interface AskedDelivery {
  readonly ways: readonly DeliveryWay[];
  /** Whether the branch is one of its own, for a pull request. */
  readonly isPull: boolean;
}

/** `artifact`, and `branch` or `pull-request`, separated by commas or white space. */
export function parseDeliver(text: string): Result<AskedDelivery, string> {
  const asked = new Set(words(text.replaceAll(',', ' ')));
  const isPull = asked.has('pull-request');
  const ways = [...asked].map((word) => (word === 'pull-request' ? 'branch' : word)).filter(isWay);
  if (ways.length < asked.size)
    return {
      ok: false,
      error: `is ${JSON.stringify(text)}. It can be \`artifact\`, \`branch\`, \`pull-request\`, or \`artifact\` and one of the others.`,
    };
  if (isPull && asked.has('branch'))
    return {
      ok: false,
      error:
        'names `branch` and `pull-request`. With `pull-request`, the pictures get to the branch when you merge; use one of them.',
    };
  return ways.length === 0
    ? { ok: false, error: 'names no destination. Use `artifact`, `branch`, `pull-request`, or two of them.' }
    : { ok: true, value: { ways, isPull } };
}

function isWay(word: string): word is DeliveryWay {
  return word === 'artifact' || word === 'branch';
}

function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}
