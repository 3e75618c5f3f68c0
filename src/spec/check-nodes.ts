import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Pair, YAMLMap } from 'yaml';

import { quote } from './issue.ts';

/** Deepest nesting that is read; a spec needs seven levels. */
const MAX_DEPTH = 64;
/** Most values that a file may stand for with every alias written out; 10,000 edits need about 300,000. */
const MAX_EXPANDED_NODES = 1_000_000;

/** Something that YAML allows, or that its parser lets pass, and a spec may not have. */
export interface NodeFault {
  /** Into the source, in UTF-16 code units. */
  readonly offset: number;
  readonly message: string;
  /** Whether the tree cannot be used: making values of it would fail, or take without end. */
  readonly fatal: boolean;
}

export interface CheckedNodes {
  readonly faults: readonly NodeFault[];
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** Whether a key is the merge key `<<` (unquoted). */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && (typeof key.value === 'symbol' || (key.value === '<<' && key.type === 'PLAIN'));
}

/**
 * Walks a parsed document once, in the order of the file: resolves aliases, finds keys that are there twice or are no plain
 * text, and adds up how large the tree is with every alias written out, before that is done (alias bombs).
 */
export function checkNodes(root: Node | null): CheckedNodes {
  const faults: NodeFault[] = [];
  const targets = new Map<Alias, Node>();
  const anchors = new Map<string, Node>();
  /** Expanded sizes of anchored nodes; one that is still being walked is not in it yet. */
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
      fault(node, `Nested more than ${MAX_DEPTH} levels deep.`);
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
    const target = anchors.get(alias.source);
    if (target === undefined) {
      fault(
        alias,
        `The alias ${quote(`*${alias.source}`)} has no anchor ${quote(`&${alias.source}`)} before it.`,
      );
      return 1;
    }
    targets.set(alias, target);
    const size = sizes.get(target);
    if (size === undefined)
      fault(alias, `The alias ${quote(`*${alias.source}`)} stands inside of what it stands for.`);
    return size ?? 1;
  }

  function checkKeys(map: YAMLMap): void {
    const seen = new Set<string>();
    for (const { key } of map.items) {
      if (isMergeKey(key)) continue;
      const name = isScalar(key) ? String(key.value) : undefined;
      if (name === undefined || name === '__proto__')
        fault(key, 'This cannot be a key: a key is a plain name.', false);
      else if (seen.has(name)) fault(key, `The key ${quote(name)} is there twice.`, false);
      else seen.add(name);
    }
  }

  function checkMerge({ key, value }: Pair): void {
    if (!isMergeKey(key)) return;
    const source = isAlias(value) ? targets.get(value) : value;
    const parts = isSeq(source)
      ? source.items.map((item) => (isAlias(item) ? targets.get(item) : item))
      : [source];
    if (!parts.every((part) => isMap(part) || part === undefined)) {
      fault(value ?? key, 'Only maps can be merged by `<<`: an alias of a map, or a list of such aliases.');
    }
  }

  const size = walk(root, 0);
  if (size > MAX_EXPANDED_NODES)
    fault(root, `With its aliases written out the file has more than ${MAX_EXPANDED_NODES} values.`);
  return { faults, targets };
}
