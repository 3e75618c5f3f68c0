/** An attribute, and where it is in the text, the blank in front of it included. */
export interface XmlAttribute {
  /** The namespace, a blank, and the local name; only the name if it has no prefix. */
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** An element, and where it is in the text. */
export interface XmlElement {
  /** As with attributes. */
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  /** Prefix of the name as it is written, with its colon; empty if it has none. */
  readonly prefix: string;
  readonly start: number;
  /** Where its content begins. */
  readonly open: number;
  /** Where its end tag begins; as `open` if it has none. */
  close: number;
  end: number;
}

const TOKEN =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<(?<closing>\/?)(?<tag>[^\s/><!?]+)(?<rest>(?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MAX_DEPTH = 100;

type Scope = ReadonlyMap<string, string>;

/**
 * The elements of a well-formed XML text without a document type, with their places in it, so that parts can be cut out or
 * added and the rest stays as it is; undefined if the text is anything else.
 */
export function parseXml(text: string): XmlElement | undefined {
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) return undefined;
  const open: { element: XmlElement; tag: string; scope: Scope }[] = [];
  let root: XmlElement | undefined;
  for (const match of text.matchAll(TOKEN)) {
    const { tag, closing, rest = '' } = match.groups ?? {};
    if (tag === undefined) continue;
    const end = match.index + match[0].length;
    const top = open.at(-1);
    if (closing === '/') {
      if (top?.tag !== tag) return undefined;
      open.pop();
      top.element.close = match.index;
      top.element.end = end;
      continue;
    }
    if (open.length === MAX_DEPTH || (top === undefined && root !== undefined)) return undefined;
    const isEmpty = rest.endsWith('/');
    const { attributes, scope } = readAttributes(rest, match.index + 1 + tag.length, top?.scope);
    const [prefix] = splitName(tag);
    const element: XmlElement = {
      ...{ name: resolve(tag, scope, true), attributes, children: [] },
      ...{ prefix: prefix === '' ? '' : `${prefix}:`, start: match.index, open: end, close: end, end },
    };
    if (top === undefined) root = element;
    else top.element.children.push(element);
    if (!isEmpty) open.push({ element, tag, scope });
  }
  return open.length === 0 ? root : undefined;
}

function readAttributes(
  text: string,
  offset: number,
  outer: Scope = new Map([['xml', 'xml']]),
): { readonly attributes: readonly XmlAttribute[]; readonly scope: Scope } {
  const found = [...text.matchAll(ATTRIBUTE)].map((match) => ({
    written: match[1] ?? '',
    value: decode(match[2] ?? match[3] ?? ''),
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
  const scope = new Map(outer);
  for (const { written, value } of found) {
    if (written === 'xmlns') scope.set('', value);
    else if (written.startsWith('xmlns:')) scope.set(written.slice(6), value);
  }
  const attributes = found.map(({ written, ...rest }) => ({ ...rest, name: resolve(written, scope, false) }));
  return { attributes, scope };
}

function splitName(written: string): readonly [prefix: string, local: string] {
  const colon = written.indexOf(':');
  return colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)];
}

function resolve(written: string, scope: Scope, isElement: boolean): string {
  const [prefix, local] = splitName(written);
  if (prefix === 'xmlns' || (prefix === '' && !isElement)) return written;
  const namespace = scope.get(prefix);
  return namespace === undefined ? written : `${namespace} ${local}`;
}

/** The text of an element without markup; elements inside are left out. */
export function textOfElement(text: string, element: XmlElement): string {
  let inner = '';
  let from = element.open;
  for (const child of element.children) {
    inner += text.slice(from, child.start);
    from = child.end;
  }
  inner += text.slice(from, element.close);
  const plain = inner.replaceAll(/<!--[^]*?-->|<\?[^]*?\?>/g, '');
  return plain
    .split(/(<!\[CDATA\[[^]*?\]\]>)/)
    .map((piece) => (piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : decode(piece)))
    .join('');
}

function decode(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
