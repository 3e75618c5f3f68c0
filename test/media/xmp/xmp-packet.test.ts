import { expect, test } from 'vitest';

import fc from 'fast-check';
import { addProperties, createPacket, parsePacket, readProperty } from '../../../src/media/xmp/xmp-packet.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const property = (value: string) => [{ prefix: 'p', namespace: 'urn:p', local: 'name', value }];

function readBack(text: string): string | undefined {
  const packet = parsePacket(text);
  return packet && readProperty(packet, 'urn:p', 'name');
}

test.each([
  [
    'a usual one',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${RDF}"><rdf:Description rdf:about="a"/></rdf:RDF></x:xmpmeta>`,
  ],
  ['another prefix', `<r:RDF xmlns:r="${RDF}"><r:Description/></r:RDF>`],
  ['no prefix', `<RDF xmlns="${RDF}"></RDF>`],
  ['an empty element', `<rdf:RDF xmlns:rdf="${RDF}" />`],
  [
    'comments and instructions',
    `<?xpacket begin=""?><!-- <rdf:RDF> --><rdf:RDF xmlns:rdf="${RDF}"><!-- > --></rdf:RDF><?xpacket end="w"?>`,
  ],
  ['zeros at its end', `<rdf:RDF xmlns:rdf="${RDF}"></rdf:RDF>\0\0`],
])('a property is added to %s, and found there', (_, text) => {
  const packet = parsePacket(text);
  if (packet === undefined) throw new Error('not understood');
  const added = addProperties(packet, property('x'));
  expect(readBack(added)).toBe('x');
  const again = parsePacket(added);
  expect(again && addProperties(again, property('y'))).toBe(added);
});

test.each([
  '',
  'text',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>',
  '<a><b></a></b>',
])('it is not XMP: %s', (text) => {
  expect(parsePacket(text)).toBeUndefined();
});

test('any text is found as it was written, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
      const found = readBack(createPacket(property(`[${value}]`))) ?? '';
      // Line ends and signs that only reorder text are dropped or changed on purpose.
      const plain = (text: string): string => text.toWellFormed().replaceAll(/[\s\p{C}]/gu, '');
      expect(plain(found)).toBe(plain(`[${value}]`));
    }),
  );
});

test('anything may come as a packet', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    'rdf:RDF',
    ` xmlns:rdf="${RDF}"`,
    '"',
    "'",
    '&#x110000;',
    '<!--',
    ']]>',
    'a',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const packet = parsePacket(pieces.join(''));
      if (packet !== undefined) expect(readBack(addProperties(packet, property('x')))).toBe('x');
    }),
  );
});

const COUNT = 1_000_000;

// If they took the square of their length, these would take hours, and a run could not be stopped meanwhile.
test.each([
  ['tags that do not end', `<rdf:RDF xmlns:rdf="${RDF}">${'<a'.repeat(COUNT)}`],
  ['comments that do not end', `<rdf:RDF xmlns:rdf="${RDF}">${'<!--'.repeat(COUNT)}</rdf:RDF>`],
  ['blanks in a tag', `<rdf:RDF xmlns:rdf="${RDF}"${' '.repeat(COUNT)}a></rdf:RDF>`],
  ['quotes in a tag', `<rdf:RDF xmlns:rdf="${RDF}"${` a="b"`.repeat(COUNT)}${`"'`.repeat(COUNT)}>`],
  [
    'namespaces, around elements that have more of them',
    `<rdf:RDF xmlns:rdf="${RDF}"${Array.from({ length: COUNT / 10 }, (_, at) => ` xmlns:n${at}="u"`).join('')}>${'<a xmlns:b="c"/>'.repeat(COUNT / 10)}</rdf:RDF>`,
  ],
  ['zeros', `${'\0'.repeat(COUNT)}<rdf:RDF xmlns:rdf="${RDF}"/>`],
])('a long packet that is not XMP is left at once: %s', (_, text) => {
  const packet = parsePacket(text);
  expect(packet === undefined || packet.descriptions.length === 0).toBe(true);
});

test('text that is marked as such stays as it is, and is read at once', () => {
  const text = `<!-- a --> &amp; <!-- ${'<!--'.repeat(COUNT)}`;
  const packet = `<r:RDF xmlns:r="${RDF}"><r:Description xmlns:p="urn:p"><p:name>1 &lt; 2<![CDATA[${text}]]><!-- b --></p:name></r:Description></r:RDF>`;
  expect(readBack(packet) === `1 < 2${text}`).toBe(true);
});
