import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';

import { writeXmp } from '../../../src/media/embedded/embedded-xmp.ts';
import { readWithoutPixels } from '../../../src/media/embedded/without-pixels.ts';
import { composeMark } from '../../../src/media/mark/compose-mark.ts';
import { markPicture } from '../../../src/media/mark/mark-picture.ts';
import { readCarried } from '../../../src/media/mark/read-carried.ts';
import { renditionPacket } from '../../../src/media/mark/rendition-packet.ts';
import { parsePacket } from '../../../src/media/xmp/xmp-packet.ts';
import { jpeg, picture, png, withSegments } from '../samples.ts';
import { listTags } from './metadata-readers.ts';

const MARK = composeMark({ sourceType: 'trainedAlgorithmicMedia', system: 'm' });
const LABEL = '{"Label":"1"}';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const AIGC = 'xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"';
const IPTC = 'xmlns:I="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"';
const LABELED = `<rdf:Description rdf:about=""><TC260:AIGC>${LABEL}</TC260:AIGC></rdf:Description>`;

const wrap = (descriptions: string, declared = ''): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${RDF}" ${declared}>${descriptions}</rdf:RDF></x:xmpmeta>`;

/** A JPEG whose packet says that there is more of it, in these pieces of its segments, the last one first. */
function withExtension(file: Buffer, more: string, cut = 100): Buffer {
  const bytes = Buffer.from(more);
  const guid = createHash('md5').update(bytes).digest('hex').toUpperCase();
  const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)].map((data, index) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(bytes.length);
    head.writeUInt32BE(index * cut, 4);
    const name = Buffer.from(`http://ns.adobe.com/xmp/extension/\0${guid}`, 'latin1');
    return { marker: 0xe1, data: Buffer.concat([name, head, data]) };
  });
  const noted = `<rdf:Description rdf:about="" xmlns:N="http://ns.adobe.com/xmp/note/" N:HasExtendedXMP="${guid}" xmlns:w="urn:w" w:notes="in the packet"/>`;
  const written = writeXmp(withSegments(file, ...pieces.toReversed()), 'image/jpeg', wrap(noted));
  if (!written.ok) throw new Error(written.error);
  return written.value;
}

/** A GIF with this packet behind its header, as the XMP specification has it. */
function withXmp(gif: Buffer, packet: string): Buffer {
  const packed = gif.readUInt8(10);
  const at = 13 + ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));
  const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);
  const block = Buffer.concat([Buffer.from('!\xff\x0bXMP DataXMP', 'latin1'), Buffer.from(packet), trailer]);
  return Buffer.concat([gif.subarray(0, at), block, gif.subarray(at)]);
}

let extended: Buffer;
let gif: Buffer;
beforeAll(async () => {
  extended = withExtension(await jpeg(9, 9), wrap(LABELED, AIGC));
  gif = withXmp(await picture(40, 30).gif().toBuffer(), wrap(LABELED, AIGC));
});

describe.each([
  ['of a JPEG that has no room in its packet', 'image/jpeg', () => extended],
  ['of a GIF', 'image/gif', () => gif],
] as const)('XMP %s', (_, type, file) => {
  test('exiftool finds the label there, and so do we, also without the pixels', async () => {
    expect(Object.entries(listTags(file(), type)).find(([name]) => /:aigc$/i.test(name))?.[1]).toEqual(LABEL);
    const readAt = (at: number, length: number): Promise<Buffer> =>
      Promise.resolve(file().subarray(at, at + length));
    for (const bytes of [file(), await readWithoutPixels(readAt, file().length, type)])
      expect(readCarried(bytes, type)).toEqual({ label: LABEL });
  });

  test('renditions have it, with the mark', () => {
    const packet = renditionPacket(file(), type, MARK, 'image/webp') ?? '';
    expect(packet).toContain(`<TC260:AIGC>${LABEL}</TC260:AIGC>`);
    expect(packet).toContain('trainedAlgorithmicMedia');
    expect(packet).not.toContain('HasExtendedXMP');
    expect(parsePacket(packet)?.descriptions.length).toBeGreaterThan(1);
  });

  test('whatever is broken in it, nothing is thrown', () => {
    for (let at = 0; at < Math.min(2000, file().length); at += 1) {
      const broken = Buffer.from(file());
      broken[at] = 255 - (broken[at] ?? 0);
      for (const bytes of [broken, file().subarray(0, at)]) {
        readCarried(bytes, type);
        renditionPacket(bytes, type, MARK, 'image/jpeg');
      }
    }
  });
});

test('a packet without all of its pieces is read as it is', async () => {
  const whole = withExtension(await jpeg(9, 9), wrap(LABELED, AIGC));
  const at = whole.indexOf('http://ns.adobe.com/xmp/extension/');
  whole.write('gone', at);
  const packet = renditionPacket(whole, 'image/jpeg', MARK, 'image/webp');
  expect([packet?.includes('in the packet'), packet?.includes('AIGC')]).toEqual([true, false]);
});

test('an original is not marked twice, and not at all if the manifest is named in what had no room', async () => {
  const plain = await jpeg(9, 9);
  const own = wrap('<rdf:Description I:DigitalSourceType="theirs"/>', IPTC);
  const marked = markPicture(withExtension(plain, own), 'image/jpeg', MARK);
  expect(marked.ok && readCarried(marked.value, 'image/jpeg')?.mark).toBe('theirs');
  expect(marked.ok && marked.value.toString('latin1').split('DigitalSourceType').length).toBe(2);
  const linked = wrap(
    '<rdf:Description xmlns:d="http://purl.org/dc/terms/" d:provenance="https://a.example/m"/>',
  );
  expect(markPicture(withExtension(plain, linked), 'image/jpeg', MARK)).toMatchObject({ ok: false });
});

test('a label in XMP that has no room in a JPEG is carried into it all the same', async () => {
  const long = `<rdf:Description rdf:about="" xmlns:w="urn:w" w:notes="${'x'.repeat(70_000)}"/>`;
  const original = writeXmp(await png(9, 9), 'image/png', wrap(`${long}${LABELED}`, AIGC));
  const packet = original.ok ? renditionPacket(original.value, 'image/png', MARK, 'image/jpeg') : undefined;
  expect(packet).toContain('{&quot;Label&quot;:&quot;1&quot;}</TC260:AIGC>');
  expect(packet).not.toContain('w:notes');
});

test('namespaces that would be repeated very often are a reason to leave out what had no room', async () => {
  const declared = Array.from({ length: 1400 }, (_, index) => ` xmlns:n${index}="urn:n"`).join('');
  const many = wrap('<rdf:Description/>'.repeat(1400), `${AIGC}${declared}`);
  const packet = renditionPacket(withExtension(await jpeg(9, 9), many), 'image/jpeg', MARK, 'image/webp');
  expect(packet?.length).toBeLessThan(10_000);
});
