import { parseBraces } from './glob-braces.ts';
import { compileName, type NamePattern } from './glob-name.ts';
import type { Result } from './result.ts';
import type { Clause } from './sentence.ts';

/** The most names that the braces and ranges of one glob may stand for. */
export const MAX_GLOB_NAMES = 1000;
const MAX_CHARACTERS = 1000;
/** Groups such as `+(a|b)` that one glob may have: each makes matching slower. */
const MAX_GROUPS = 10;

/** A segment of a path pattern: `**`, or a pattern for one name. */
export type GlobSegment = 'any depth' | NamePattern;

/** A glob without braces: the alternatives that its braces stand for, each as segments. */
export interface Glob {
  readonly alternatives: readonly (readonly GlobSegment[])[];
}

/** Whether a text has characters with a meaning in globs. */
export function isGlob(text: string): boolean {
  return /[*?[{]|[+@!]\(/.test(text);
}

/**
 * Compiles a glob: `*`, `?`, `[a-z]`, `**`, groups such as `@(a|b)`, and braces. What the braces stand for is counted before
 * they are expanded. The error is a clause about the glob.
 */
export function parseGlob(pattern: string): Result<Glob, Clause> {
  if (pattern.length > MAX_CHARACTERS)
    return { ok: false, error: `is longer than ${MAX_CHARACTERS} characters` };
  if ((pattern.match(/[?*+@!]\(/g) ?? []).length > MAX_GROUPS)
    return { ok: false, error: `has more than ${MAX_GROUPS} groups in parentheses` };
  const braces = parseBraces(pattern);
  if (braces.count > MAX_GLOB_NAMES)
    return { ok: false, error: `stands for more than ${MAX_GLOB_NAMES} names. Use \`*\` instead of braces` };
  const alternatives = [...new Set(braces.expand())].map((path) =>
    path
      .split('/')
      .filter((segment) => segment !== '' && segment !== '.')
      .map(compileSegment),
  );
  return { ok: true, value: { alternatives } };
}

function compileSegment(segment: string): GlobSegment {
  return segment === '**' ? 'any depth' : compileName(segment);
}

/** Whether a path (forward slashes) matches a glob. `**` and wildcards do not match names that start with a dot. */
export function matchesGlob({ alternatives }: Glob, path: string): boolean {
  const names = path.split('/');
  return alternatives.some((segments) => {
    let positions: ReadonlySet<number> = enter(segments, [0]);
    for (const name of names) positions = advance(segments, positions, name);
    return positions.has(segments.length);
  });
}

/**
 * The positions in `segments` after one more name of a path. A position counts the segments that are matched already.
 * With `namesOnly`, no `**` matches the name.
 */
export function advance(
  segments: readonly GlobSegment[],
  positions: ReadonlySet<number>,
  name: string,
  namesOnly = false,
): ReadonlySet<number> {
  return enter(
    segments,
    [...positions].flatMap((position) => {
      const segment = segments[position];
      if (segment === undefined) return [];
      if (segment === 'any depth')
        return namesOnly || name.startsWith('.') ? [] : endAnyDepth(segments, position);
      return segment.matches(name) ? [position + 1] : [];
    }),
  );
}

/** A `**` at the end matches at least one name; it may match more. */
function endAnyDepth(segments: readonly GlobSegment[], position: number): readonly number[] {
  return position + 1 === segments.length ? [position, position + 1] : [position];
}

/** Adds the positions behind each `**`, which may also match nothing, unless it is the last segment. */
export function enter(segments: readonly GlobSegment[], positions: readonly number[]): ReadonlySet<number> {
  const entered = new Set(positions);
  for (const position of entered)
    if (segments[position] === 'any depth' && position + 1 < segments.length) entered.add(position + 1);
  return entered;
}
