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

// Both are tried at one place only, the end of the one before: otherwise a text that only seems to begin many of them would take
// the square of its length.
const TOKEN =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<(?<closing>\/?)(?<tag>[^\s/><!?]+)(?<rest>[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*)>/y;
const ATTRIBUTE = /\s*([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
/** What is in a text besides text and elements. */
const ASIDE = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MAX_DEPTH = 100;

/** The prefixes that an element declares, and those around it: not copied, as every element may declare some. */
interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly outer?: Scope;
}

const OUTERMOST: Scope = { own: new Map([['xml', 'xml']]) };

/**
 * The elements of a well-formed XML text without a document type, with their places in it, so that parts can be cut out or
 * added and the rest stays as it is; undefined if the text is anything else.
 */
export function parseXml(text: string): XmlElement | undefined {
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) return undefined;
  const open: { element: XmlElement; tag: string; scope: Scope }[] = [];
  let root: XmlElement | undefined;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const match = matchAt(TOKEN, text, at);
    if (match === null) return undefined;
    at = match.index + match[0].length;
    const { tag, closing, rest = '' } = match.groups ?? {};
    if (tag === undefined) continue;
    const end = at;
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
    const read = readAttributes(rest, match.index + 1 + tag.length, top?.scope);
    if (read === undefined) return undefined;
    const { attributes, scope } = read;
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

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The attributes of a tag; undefined if it has anything else. */
function readAttributes(
  text: string,
  offset: number,
  outer: Scope = OUTERMOST,
): { readonly attributes: readonly XmlAttribute[]; readonly scope: Scope } | undefined {
  const found: { written: string; value: string; start: number; end: number }[] = [];
  let at = 0;
  for (let match = matchAt(ATTRIBUTE, text, at); match !== null; match = matchAt(ATTRIBUTE, text, at)) {
    at = match.index + match[0].length;
    found.push({
      ...{ written: match[1] ?? '', value: decode(match[2] ?? match[3] ?? '') },
      ...{ start: offset + match.index, end: offset + at },
    });
  }
  if (!['', '/'].includes(text.slice(at).trim())) return undefined;
  const own = found.filter(({ written }) => /^xmlns(?::|$)/.test(written));
  const scope =
    own.length === 0
      ? outer
      : { own: new Map(own.map(({ written, value }) => [written.slice(6), value])), outer };
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
  const namespace = findNamespace(scope, prefix);
  return namespace === undefined ? written : `${namespace} ${local}`;
}

function findNamespace(scope: Scope, prefix: string): string | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = at.own.get(prefix);
    if (found !== undefined) return found;
  }
  return undefined;
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
  let plain = '';
  let at = 0;
  for (const match of inner.matchAll(ASIDE)) {
    plain += decode(inner.slice(at, match.index)) + (match[1] ?? '');
    at = match.index + match[0].length;
  }
  return plain + decode(inner.slice(at));
}

function decode(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
