import { escapeHtml } from '../../shared/escape-html.ts';
import { NS } from './namespaces.ts';
import { parseXml, textOfElement, type XmlElement } from './parse-xml.ts';

/** A simple property: its namespace with the usual prefix, its local name, and its text. */
export interface XmpProperty {
  readonly prefix: string;
  readonly namespace: string;
  readonly local: string;
  readonly value: string;
}

/** A packet that was understood. */
export interface XmpPacket {
  readonly text: string;
  readonly root: XmlElement;
  readonly rdf: XmlElement;
  /** The elements that hold the properties. */
  readonly descriptions: readonly XmlElement[];
}

/** Reads a packet; undefined if it is not XMP. */
export function parsePacket(text: string): XmpPacket | undefined {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0) end -= 1;
  const root = parseXml(text.slice(0, end));
  if (root === undefined) return undefined;
  const isRdf = ({ name }: XmlElement): boolean => name === `${NS.rdf} RDF`;
  const rdf = isRdf(root) ? root : root.children.find(isRdf);
  if (rdf === undefined) return undefined;
  const descriptions = rdf.children.filter(({ name }) => name === `${NS.rdf} Description`);
  return { text, root, rdf, descriptions };
}

/** The text of a property, an address as well; undefined if the packet does not have it. */
export function readProperty(
  { text, descriptions }: XmpPacket,
  namespace: string,
  local: string,
): string | undefined {
  const name = `${namespace} ${local}`;
  for (const { attributes, children } of descriptions) {
    const attribute = attributes.find((each) => each.name === name);
    if (attribute !== undefined) return attribute.value;
    const element = children.find((each) => each.name === name);
    if (element === undefined) continue;
    const resource = element.attributes.find((each) => each.name === `${NS.rdf} resource`);
    return resource?.value ?? deepText(text, element).trim();
  }
  return undefined;
}

/** The first text in an element or in what it holds: an array's first item. */
function deepText(text: string, element: XmlElement): string {
  const own = textOfElement(text, element);
  if (own.trim() !== '') return own;
  for (const child of element.children) {
    const inner = deepText(text, child);
    if (inner.trim() !== '') return inner;
  }
  return '';
}

/** The packet with these properties besides its own; one that it has already stays as it is. */
export function addProperties(packet: XmpPacket, properties: readonly XmpProperty[]): string {
  const missing = properties.filter(
    ({ namespace, local }) => readProperty(packet, namespace, local) === undefined,
  );
  const { text, rdf, descriptions } = packet;
  if (missing.length === 0) return text;
  // All descriptions of one packet are about the same thing, by the same name.
  const about = descriptions
    .flatMap(({ attributes }) => attributes)
    .find(({ name }) => name === `${NS.rdf} about`)?.value;
  return addDescriptions(packet, renderDescription(missing, rdf.prefix, about ?? ''));
}

/** The most characters that may be needed to repeat the namespaces of a second packet. */
const MOST_REPEATED = 1_000_000;

/** The packet with the descriptions of another one, which keep the namespaces that are declared around them there. */
export function joinPackets(packet: XmpPacket, { text, root, rdf }: XmpPacket): string {
  const declared = new Map<string, string>();
  for (const { attributes } of root === rdf ? [rdf] : [root, rdf])
    for (const { name, start, end } of attributes)
      if (/^xmlns(?::|$)/.test(name)) declared.set(name, ` ${text.slice(start, end).trim()}`);
  const names = [...declared];
  const repeated = rdf.children.length * names.reduce((sum, [, { length }]) => sum + length, 0);
  if (repeated > MOST_REPEATED) return packet.text;
  const added = rdf.children.map(({ start, end, attributes }) => {
    const own = new Set(attributes.map(({ name }) => name));
    const [tag = ''] = /^<[^\s/>]+/.exec(text.slice(start, end)) ?? [];
    const inherited = names.flatMap(([name, written]) => (own.has(name) ? [] : [written]));
    return `${tag}${inherited.join('')}${text.slice(start + tag.length, end)}`;
  });
  return addDescriptions(packet, added.join(''));
}

function addDescriptions({ text, rdf }: XmpPacket, added: string): string {
  if (rdf.end > rdf.open) return `${text.slice(0, rdf.close)}${added}${text.slice(rdf.close)}`;
  // It has no end tag, as it was empty.
  const start = text.slice(rdf.start, rdf.end).replace(/\/>$/, '>');
  return `${text.slice(0, rdf.start)}${start}${added}</${rdf.prefix}RDF>${text.slice(rdf.end)}`;
}

/** A new packet of these properties. */
export function createPacket(properties: readonly XmpProperty[]): string {
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    `<x:xmpmeta xmlns:x="${NS.meta}">`,
    `<rdf:RDF xmlns:rdf="${NS.rdf}">${renderDescription(properties, 'rdf:', '')}</rdf:RDF>`,
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}

function renderDescription(properties: readonly XmpProperty[], rdf: string, about: string): string {
  const namespaces = new Map(properties.map(({ prefix, namespace }) => [prefix, namespace]));
  const declared = [...namespaces].map(([prefix, namespace]) => ` xmlns:${prefix}="${namespace}"`);
  const elements = properties.map(
    ({ prefix, local, value }) => `<${prefix}:${local}>${escapeXml(value)}</${prefix}:${local}>`,
  );
  // The prefix of RDF may be none, in which case an attribute cannot have it.
  const name = rdf === '' ? 'r:' : rdf;
  const own = rdf === '' ? ` xmlns:r="${NS.rdf}"` : '';
  return `<${name}Description${own} ${name}about="${escapeXml(about)}"${declared.join('')}>${elements.join('')}</${name}Description>`;
}

/** Without the characters that XML cannot hold. */
function escapeXml(value: string): string {
  return escapeHtml(value.toWellFormed().replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''));
}
