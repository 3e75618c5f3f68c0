import { expect, test } from 'vitest';

import sharp from 'sharp';
import { writeXmp } from '../../../src/media/embedded/embedded-xmp.ts';
import { composeMark } from '../../../src/media/mark/compose-mark.ts';
import { renditionPacket } from '../../../src/media/mark/rendition-packet.ts';
import { jpeg, png, pngChunk } from '../samples.ts';

const MARK = composeMark({ sourceType: 'trainedAlgorithmicMedia', system: 'm' });

function withPacket(bytes: Buffer, description: string): Buffer {
  const written = writeXmp(
    bytes,
    'image/jpeg',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta>`,
  );
  if (!written.ok) throw new Error(written.error);
  return written.value;
}

test('what others wrote is kept; positions, serial numbers and claims about the original go', async () => {
  const description = `<rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" xmlns:Container="http://ns.google.com/photos/1.0/container/" tiff:Orientation="6" aux:SerialNumber="SERIAL" hdrgm:Version="1.0" dc:source="kept" dcterms:provenance="https://example.com/m">
    <exif:GPSLatitude>52,31N</exif:GPSLatitude>
    <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© kept</rdf:li></rdf:Alt></dc:rights>
    <Container:Directory><rdf:Seq><rdf:li>gain map</rdf:li></rdf:Seq></Container:Directory>
    <dcterms:created>kept too</dcterms:created>
    <dc:relation rdf:parseType="Resource"><exif:GPSLongitude>13,24E</exif:GPSLongitude><dc:title>nested</dc:title></dc:relation>
  </rdf:Description>`;
  const original = withPacket(await jpeg(9, 9), description);
  const packet = renditionPacket(original, 'image/jpeg', MARK, 'image/webp') ?? '';
  for (const kept of ['dc:source="kept"', '© kept', 'kept too', 'nested', 'trainedAlgorithmicMedia'])
    expect(packet).toContain(kept);
  for (const gone of ['Orientation', 'SERIAL', '52,31N', '13,24E', 'hdrgm:Version', 'gain map', 'provenance'])
    expect(packet).not.toContain(gone);
});

test('positions and serial numbers in the namespace of a maker go as well', async () => {
  const description = `<rdf:Description rdf:about="" xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/" drone-dji:GpsLatitude="+48.1" drone-dji:RelativeAltitude="+7.5" drone-dji:CameraSerialNumber="SN1" drone-dji:Version="kept">
    <drone-dji:GPSLongtitude>11.5</drone-dji:GPSLongtitude><drone-dji:DroneSerialNumber>SN2</drone-dji:DroneSerialNumber>
  </rdf:Description>`;
  const original = withPacket(await jpeg(9, 9), description);
  const packet = renditionPacket(original, 'image/jpeg', MARK, 'image/jpeg') ?? '';
  expect(packet).toContain('drone-dji:Version="kept"');
  for (const gone of ['48.1', '7.5', 'SN1', '11.5', 'SN2']) expect(packet).not.toContain(gone);
});

test('names of namespaces stay, whatever they are: without them nothing could be read', async () => {
  const description = `<rdf:Description rdf:about="" xmlns:gpsMaker="urn:maker" gpsMaker:Version="kept" gpsMaker:GPSLat="48.1"/>`;
  const packet = renditionPacket(withPacket(await jpeg(9, 9), description), 'image/jpeg', MARK, 'image/webp');
  expect(packet).toContain('xmlns:gpsMaker="urn:maker" gpsMaker:Version="kept"/>');
});

test('positions in another kind of description go as well', async () => {
  const description = `<e:Photo xmlns:e="http://ns.adobe.com/exif/1.0/" e:GPSLatitude="52,31N"/><p:Place xmlns:p="urn:p"><p:latitude>13,24E</p:latitude></p:Place>`;
  const packet = renditionPacket(withPacket(await jpeg(9, 9), description), 'image/jpeg', MARK, 'image/webp');
  expect(packet).toContain('trainedAlgorithmicMedia');
  for (const gone of ['52,31N', '13,24E']) expect(packet).not.toContain(gone);
});

test('a label outside of XMP gets into it, as the EXIF or the chunk that held it goes', async () => {
  const label = '{"AIGC":{"Label":"1"}}';
  const plain = await png(9, 9);
  const chunk = pngChunk('tEXt', Buffer.from(`AIGC\0${label}`));
  const chunked = Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
  const commented = await sharp(await jpeg(9, 9))
    .withExif({ IFD0: { ImageDescription: label } })
    .toBuffer();
  for (const packet of [
    renditionPacket(chunked, 'image/png', [], 'image/webp'),
    renditionPacket(commented, 'image/jpeg', [], 'image/webp'),
  ])
    expect(packet).toContain('<TC260:AIGC>{&quot;AIGC&quot;:{&quot;Label&quot;:&quot;1&quot;}}</TC260:AIGC>');
});

test('without a mark and without anything of others, there is no packet; one that is broken is replaced', async () => {
  expect(renditionPacket(await jpeg(9, 9), 'image/jpeg', [], 'image/webp')).toBeUndefined();
  const broken = writeXmp(await jpeg(9, 9), 'image/jpeg', '<broken');
  expect(broken.ok && renditionPacket(broken.value, 'image/jpeg', MARK, 'image/webp')).toContain(
    'trainedAlgorithmicMedia',
  );
  expect(renditionPacket(Buffer.alloc(4), 'image/gif', [], 'image/webp')).toBeUndefined();
});
