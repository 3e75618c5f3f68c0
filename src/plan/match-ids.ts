import path from 'node:path';

import type { Problem } from '../shared/problem.ts';
import { didYouMean } from '../spec/suggest.ts';

/** The ids that a list of globs matches, and an error for each glob that matches none: most likely a mistake. */
export interface Matches {
  readonly named: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Matches the globs of the input `input` against the ids of the spec. */
export function matchIds(input: string, globs: readonly string[], ids: readonly string[]): Matches {
  const problems: Problem[] = [];
  const named = new Set<string>();
  for (const glob of globs) {
    const matches = ids.filter((id) => path.posix.matchesGlob(id, glob));
    if (matches.length === 0) {
      const message = `Input \`${input}\` has ${JSON.stringify(glob)}, which matches no edit of the spec.${didYouMean(glob, ids)}`;
      problems.push({ severity: 'error', message });
    }
    for (const id of matches) named.add(id);
  }
  return { named, problems };
}
