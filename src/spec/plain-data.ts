import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node, Scalar as ScalarNode } from 'yaml';

import type { YamlTree } from './yaml-tree.ts';

/**
 * How the scalars of a part of the spec are read:
 * `typed` as YAML types them; `text` always as written, because text is expected; `value` with their type, but as
 * written if their typed form would look different (`1.10`, `007`, `0x10`), because values end up in texts.
 */
type Reading = 'typed' | 'text' | 'value';

/** The reading of each part of a spec, by key. `*` stands for all other keys, a name for everything below. */
type Readings = Reading | { readonly [key: string]: Readings };

const SETTINGS: Readings = {
  scale: 'typed',
  'force-single': 'typed',
  options: 'typed',
  takes: 'typed',
  '*': 'text',
};
const EDIT: Readings = { ...SETTINGS, keep: 'typed', frozen: 'typed', matrix: 'value' };
const SPEC: Readings = {
  model: 'text',
  vars: 'value',
  defaults: SETTINGS,
  edits: { '*': EDIT },
  '*': 'typed',
};

/**
 * The document as plain data, with numbers as they are written wherever they become text: a version `1.10` is not `1.1`,
 * and an article `00123` is not `123`. What an alias stands for becomes a single object, however often it is used.
 */
export function toPlainData(root: Node | null, { follow, pairsOf }: YamlTree): unknown {
  const known = new Map<Readings, Map<unknown, unknown>>();

  function read(node: unknown, readings: Readings): unknown {
    if (!isAlias(node)) return readNode(node, readings);
    const followed = follow(node);
    const values = known.get(readings) ?? new Map<unknown, unknown>();
    known.set(readings, values);
    if (!values.has(followed)) values.set(followed, readNode(followed, readings));
    return values.get(followed);
  }

  function readNode(node: unknown, readings: Readings): unknown {
    if (node === undefined) return undefined;
    if (isScalar(node)) return readScalar(node, typeof readings === 'string' ? readings : 'typed');
    if (isSeq(node)) return node.items.map((item) => read(item, readings));
    if (!isMap(node)) return null;
    return Object.fromEntries(
      Array.from(pairsOf(node), ([name, pair]) => [name, read(pair.value, below(readings, name))]),
    );
  }

  return read(root, SPEC);
}

function below(readings: Readings, key: string): Readings {
  if (typeof readings === 'string') return readings;
  return (Object.hasOwn(readings, key) ? readings[key] : readings['*']) ?? 'typed';
}

function readScalar({ value, source }: ScalarNode, reading: Reading): unknown {
  if (reading === 'typed' || source === undefined) return value;
  if (typeof value !== 'number' && typeof value !== 'boolean') return value;
  return reading === 'text' || String(value) !== source ? source : value;
}
