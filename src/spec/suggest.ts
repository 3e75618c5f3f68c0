import { distance } from 'fastest-levenshtein';

import { listSome } from '../shared/list-some.ts';
import { quote } from './issue.ts';

/** The candidate that `text` most likely meant; undefined if none is near (a third of its length, at least 2). */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(text.length / 3)) + 1;
  for (const candidate of candidates) {
    // The difference in length is a lower bound of the distance, and much cheaper for thousands of candidates.
    if (Math.abs(candidate.length - text.length) >= bestDistance) continue;
    const found = distance(wanted, candidate.toLowerCase());
    // Words without any common letter are not similar, however short they are.
    if (found < bestDistance && found < text.length) [best, bestDistance] = [candidate, found];
  }
  return best;
}

/** ` Did you mean X?` with a leading space, or nothing: appended to a sentence. */
export function didYouMean(text: string, candidates: Iterable<string>): string {
  const found = nearest(text, candidates);
  return found === undefined ? '' : ` Did you mean ${quote(found)}?`;
}

/** `a, b and 3 more`, each as code. */
export function quoteSome(items: readonly string[], most = 5): string {
  return listSome(items.map(quote), most);
}
