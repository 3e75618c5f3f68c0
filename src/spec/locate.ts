import { isMap, isScalar, isSeq } from 'yaml';
import type { LineCounter, Node, Pair } from 'yaml';

import type { Position } from '../shared/problem.ts';
import type { Place, SpecPath } from './issue.ts';
import type { YamlTree } from './yaml-tree.ts';

/** Finds where a value of the spec, or its key, stands in the file: also through aliases and merges. */
export type Locate = (place: Place) => Position;

interface Source {
  /** Relative to the workspace. */
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly root: Node | null;
  readonly tree: YamlTree;
}

/**
 * Makes the look-up for one parsed file. A value that is absent is located at the key of the deepest map
 * that is there; what lies behind an alias, where it is written.
 */
export function createLocate(source: Source): Locate {
  const { follow, pairsOf } = source.tree;

  /** The deepest node on the way that exists, with the pair that holds it, and whether it is the end of the way. */
  function descend(path: SpecPath): { node: unknown; pair?: Pair; complete: boolean } {
    let node: unknown = source.root;
    let pair: Pair | undefined;
    for (const step of path) {
      const inside = follow(node);
      const next = isMap(inside) ? pairsOf(inside).get(String(step)) : undefined;
      if (next !== undefined) [node, pair] = [next.value, next];
      else if (isSeq(inside) && typeof step === 'number' && step < inside.items.length) {
        [node, pair] = [inside.items[step], undefined];
      } else return { node, ...(pair && { pair }), complete: false };
    }
    return { node, ...(pair && { pair }), complete: true };
  }

  function offsetOf(place: Exclude<Place, { readonly position: Position }>): number {
    const { node, pair, complete } = descend(place.path);
    const key = startOf(pair?.key);
    if (key !== undefined && (place.on === 'key' || !complete || isEmpty(node))) return key;
    const start = startOf(node) ?? 0;
    if (place.on !== 'text') return start;
    const found = source.text.indexOf(place.text, start);
    return found >= 0 && found < endOf(node) ? found : start;
  }

  return (place) => {
    if (place.path === undefined) return place.position;
    const { line, col } = source.lines.linePos(offsetOf(place));
    // A file with no line at all is still shown at its beginning.
    return { file: source.file, line: Math.max(1, line), column: Math.max(1, col) };
  };
}

function startOf(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0];
}

function endOf(node: unknown): number {
  return (node as Partial<Node> | null | undefined)?.range?.[1] ?? 0;
}

/** An absent value has a range too, but one that points at nothing. */
function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null && node.source === '');
}
