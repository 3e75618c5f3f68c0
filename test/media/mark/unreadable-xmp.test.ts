import { expect, test } from 'vitest';

import { writeXmp } from '../../../src/media/embedded/embedded-xmp.ts';
import { composeMark } from '../../../src/media/mark/compose-mark.ts';
import { markPicture } from '../../../src/media/mark/mark-picture.ts';
import { jpeg, png, pngChunk } from '../samples.ts';

test('XMP that is not valid UTF-8 is not written back', async () => {
  const packet =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="uuid:ä"/></rdf:RDF></x:xmpmeta>';
  const mark = composeMark({ sourceType: 'trainedAlgorithmicMedia', system: 'm' });
  const written = writeXmp(await jpeg(9, 9), 'image/jpeg', packet);
  if (!written.ok) throw new Error(written.error);
  expect(markPicture(written.value, 'image/jpeg', mark).ok).toBe(true);
  const [at, latin1] = [written.value.indexOf('ä'), Buffer.from('\u00e4x', 'latin1')];
  latin1.copy(written.value, at);
  expect(markPicture(written.value, 'image/jpeg', mark)).toEqual({
    ok: false,
    error: 'its XMP cannot be read',
  });
});

test.each([
  [
    'is not valid UTF-8',
    Buffer.from(
      '\0\0\0\0<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="\u00e4"/></rdf:RDF>',
      'latin1',
    ),
  ],
  ['cannot be inflated', Buffer.from('\x01\0\0\0no stream', 'latin1')],
])('XMP of a PNG that %s is not replaced', async (_, text) => {
  const plain = await png(9, 9);
  const chunk = pngChunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0'), text]));
  const bytes = Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
  const mark = composeMark({ sourceType: 'trainedAlgorithmicMedia', system: 'm' });
  expect(markPicture(bytes, 'image/png', mark)).toEqual({ ok: false, error: 'its XMP cannot be read' });
});
