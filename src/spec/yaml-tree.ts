import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Pair, YAMLMap } from 'yaml';

import { isMergeKey, keyText } from './check-nodes.ts';

/** A parsed document with aliases resolved and merges applied, each in constant time. */
export interface YamlTree {
  /** The node that an alias refers to; any other node itself. */
  readonly follow: (node: unknown) => unknown;
  /** A map's pairs by key, its own first, followed by those that `<<` merges into it. */
  readonly pairsOf: (map: YAMLMap) => ReadonlyMap<string, Pair>;
}

/** Creates the view of a document without fatal faults; `aliased` comes from `checkNodes`. */
export function createTree(aliased: ReadonlyMap<Alias, Node>): YamlTree {
  const pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();

  function follow(node: unknown): unknown {
    return isAlias(node) ? aliased.get(node) : node;
  }

  function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = pairs.get(map);
    if (known !== undefined) return known;
    const found = new Map<string, Pair>();
    pairs.set(map, found);
    for (const pair of map.items) {
      if (isScalar(pair.key) && !isMergeKey(pair.key)) found.set(keyText(pair.key), pair);
    }
    // Own keys win over merged ones, and an earlier merged map over a later one.
    for (const pair of map.items) {
      if (!isMergeKey(pair.key)) continue;
      const source = follow(pair.value);
      for (const part of isSeq(source) ? source.items.map(follow) : [source]) {
        if (!isMap(part)) continue;
        for (const [name, merged] of pairsOf(part)) if (!found.has(name)) found.set(name, merged);
      }
    }
    return found;
  }

  return { follow, pairsOf };
}
