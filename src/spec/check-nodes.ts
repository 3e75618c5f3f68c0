import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Pair, Scalar, YAMLMap } from 'yaml';

import { quote } from './issue.ts';

/** Deepest nesting that is accepted; a spec needs seven levels. */
const MAX_DEPTH = 64;
/** Most values that a file may have once every alias is expanded; 10,000 edits need about 300,000. */
const MAX_EXPANDED_NODES = 1_000_000;

/** Something that YAML or its parser allows and a spec does not. */
export interface NodeFault {
  /** Into the source, in UTF-16 code units. */
  readonly offset: number;
  readonly message: string;
  /** Whether the tree is unusable: building values from it would fail or never end. */
  readonly fatal: boolean;
}

export interface CheckedNodes {
  readonly faults: readonly NodeFault[];
  /** The node that each alias refers to. */
  readonly aliased: ReadonlyMap<Alias, Node>;
}

/** Whether a key is the merge key `<<` (unquoted). */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && (typeof key.value === 'symbol' || (key.value === '<<' && key.type === 'PLAIN'));
}

/** A key as it is written: `007` stays `007`, although YAML reads a number. */
export function keyText({ source, value }: Scalar): string {
  return source ?? String(value);
}

/**
 * Walks a parsed document once, in the order of the file: resolves aliases, finds keys that are duplicates or not plain text,
 * and computes the size of the tree with every alias expanded, before anything is expanded (alias bombs).
 */
export function checkNodes(root: Node | null): CheckedNodes {
  const faults: NodeFault[] = [];
  const aliased = new Map<Alias, Node>();
  const anchors = new Map<string, Node>();
  /** Expanded sizes of the anchored nodes that have been walked completely. */
  const sizes = new Map<Node, number>();

  function fault(node: unknown, message: string, fatal = true): void {
    const range = (node as Partial<Node> | null)?.range;
    faults.push({ offset: range?.[0] ?? 0, message, fatal });
  }

  function walk(node: unknown, depth: number): number {
    if (isAlias(node)) return walkAlias(node);
    if (isPair(node)) return walk(node.key, depth) + walk(node.value, depth);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return 0;
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (depth > MAX_DEPTH) {
      fault(node, `This is nested more than ${MAX_DEPTH} levels deep.`);
      return 1;
    }
    if (isMap(node)) checkKeys(node);
    let size = 1;
    if (!isScalar(node)) for (const item of node.items) size += walk(item, depth + 1);
    if (isMap(node)) for (const pair of node.items) checkMerge(pair);
    if (node.anchor !== undefined) sizes.set(node, size);
    return size;
  }

  function walkAlias(alias: Alias): number {
    const anchored = anchors.get(alias.source);
    if (anchored === undefined) {
      fault(
        alias,
        `The alias ${quote(`*${alias.source}`)} has no anchor ${quote(`&${alias.source}`)} above it.`,
      );
      return 1;
    }
    aliased.set(alias, anchored);
    const size = sizes.get(anchored);
    if (size === undefined) fault(alias, `The alias ${quote(`*${alias.source}`)} refers to itself.`);
    return size ?? 1;
  }

  function checkKeys(map: YAMLMap): void {
    const seen = new Set<string>();
    for (const { key } of map.items) {
      if (isMergeKey(key)) continue;
      const name = isScalar(key) ? keyText(key) : undefined;
      if (name === undefined || name === '__proto__')
        fault(key, 'This cannot be a key. A key is a plain name.', false);
      else if (seen.has(name)) fault(key, `The key ${quote(name)} is defined twice. Remove one.`, false);
      else seen.add(name);
    }
  }

  function checkMerge({ key, value }: Pair): void {
    if (!isMergeKey(key)) return;
    const source = isAlias(value) ? aliased.get(value) : value;
    const parts = isSeq(source)
      ? source.items.map((item) => (isAlias(item) ? aliased.get(item) : item))
      : [source];
    if (!parts.every((part) => isMap(part) || part === undefined)) {
      fault(value ?? key, '`<<` can only merge maps: use an alias of a map, or a list of such aliases.');
    }
  }

  const size = walk(root, 0);
  if (size > MAX_EXPANDED_NODES)
    fault(
      root,
      `With its aliases expanded, the file has more than ${MAX_EXPANDED_NODES} values. Use fewer aliases.`,
    );
  return { faults, aliased };
}
