/** A model service whose every output is a valid JPEG of as many bytes as its argument says. Prints its addresses as JSON on the first line. */
import sharp from 'sharp';

import { startFakeService } from '../test/support/fake-service.ts';
import { createPlainScript } from '../test/support/plain-script.ts';
import { padJpeg } from './pad-jpeg.ts';

const outputBytes = Number(process.argv[2]);

const picture = await sharp({ create: { width: 2048, height: 2048, channels: 3, background: '#48a' } })
  .jpeg()
  .toBuffer();
const output = padJpeg(picture, outputBytes);
const service = await startFakeService(createPlainScript({ output, readsUntilDone: 1 }));
console.log(JSON.stringify({ url: service.url, outputHost: service.host }));
