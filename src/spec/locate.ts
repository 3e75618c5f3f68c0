import { isMap, isScalar, isSeq } from 'yaml';
import type { LineCounter, Node, Pair } from 'yaml';

import type { Position } from '../shared/problem.ts';
import type { Pointer, SpecPath } from './issue.ts';
import type { YamlTree } from './yaml-tree.ts';

/** Finds the position of a value of the spec, or of its key, in the file, also through aliases and merges. */
export type Locate = (pointer: Pointer) => Position;

interface Source {
  /** Relative to the workspace. */
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly root: Node | null;
  readonly tree: YamlTree;
}

/**
 * Creates the look-up for one parsed file. An absent value is located at the key of the deepest existing map that is not behind
 * an alias or a merge, which others may use as well; a value behind an alias at its definition.
 */
export function createLocate(source: Source): Locate {
  const { follow, pairsOf } = source.tree;

  /**
   * The deepest existing node along the path, with its pair, and whether it is the end of the path: if not, the pair is the last one
   * before an alias or a merge.
   */
  function descend(path: SpecPath): { node: unknown; pair?: Pair; complete: boolean } {
    let node: unknown = source.root;
    let pair: Pair | undefined;
    let own: Pair | undefined;
    let isOwn = true;
    for (const step of path) {
      const inside = follow(node);
      isOwn &&= inside === node;
      const next = isMap(inside) ? pairsOf(inside).get(String(step)) : undefined;
      if (next !== undefined) [node, pair] = [next.value, next];
      else if (isSeq(inside) && typeof step === 'number' && step < inside.items.length) {
        [node, pair] = [inside.items[step], undefined];
      } else return { node, ...(own && { pair: own }), complete: false };
      isOwn &&= next === undefined || (isMap(inside) && inside.items.includes(next));
      if (isOwn) own = pair;
    }
    return { node, ...(pair && { pair }), complete: true };
  }

  function offsetOf(pointer: Exclude<Pointer, { readonly position: Position }>): number {
    const { node, pair, complete } = descend(pointer.path);
    const key = startOf(pair?.key);
    if (key !== undefined && (pointer.on === 'key' || !complete || isEmpty(node))) return key;
    const start = startOf(node) ?? 0;
    if (pointer.on !== 'text') return start;
    const found = source.text.indexOf(pointer.text, start);
    return found >= 0 && found < endOf(node) ? found : start;
  }

  return (pointer) => {
    if (pointer.path === undefined) return pointer.position;
    const { line, col } = source.lines.linePos(offsetOf(pointer));
    // An empty file has no line, but positions count from 1.
    return { file: source.file, line: Math.max(1, line), column: Math.max(1, col) };
  };
}

function startOf(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0];
}

function endOf(node: unknown): number {
  return (node as Partial<Node> | null | undefined)?.range?.[1] ?? 0;
}

/** An absent value has a range too, but an empty one. */
function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null && node.source === '');
}
