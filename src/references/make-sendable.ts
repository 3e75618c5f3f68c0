import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

import { allocatePicture, type SentPicture } from '../media/data-picture.ts';
import { fillBuffer } from '../shared/fill-buffer.ts';
import type { InspectedEdit, InspectedFile, ReferenceForms } from './types.ts';

/** The largest picture that the vendor's own clients send as a `data:` URI. */
export const MAX_DATA_BYTES = 6 * 1024 * 1024;

/**
 * The images of an edit as the service accepts them, in order. Call it just before the submit and drop the result
 * afterwards, because it may hold the pictures' bytes. `outputUrls` has the first output of each edit that this one
 * uses, by id. Throws if a file has changed since it was inspected: its fingerprint would no longer
 * match what is sent.
 */
export async function makeSendable(
  edit: Pick<InspectedEdit, 'images'>,
  forms: ReferenceForms,
  outputUrls: ReadonlyMap<string, SentPicture>,
): Promise<readonly SentPicture[]> {
  const sendable: SentPicture[] = [];
  for (const image of edit.images) {
    switch (image.kind) {
      case 'url':
        sendable.push(new URL(image.url).href);
        break;
      case 'edit': {
        const url = outputUrls.get(image.id);
        if (url === undefined) throw new Error(`Bug: the output of edit ${image.id} has no URL in this run.`);
        sendable.push(url);
        break;
      }
      case 'file': {
        const form = forms.get(image.path);
        if (form === undefined) throw new Error(`Bug: no delivery form was chosen for ${image.path}.`);
        sendable.push(
          form.kind === 'url' ? form.url : { type: image.type, bytes: await readUnchanged(image) },
        );
        break;
      }
    }
  }
  return sendable;
}

async function readUnchanged(file: InspectedFile): Promise<Buffer> {
  await using handle = await open(file.absolutePath);
  // One byte more than expected is enough to detect that the file grew, however large it has become.
  const bytes = await fillBuffer(handle, allocatePicture(file.bytes + 1), 0);
  if (bytes.length === file.bytes && createHash('sha256').update(bytes).digest('hex') === file.sha256)
    return bytes;
  throw new Error(`${file.path} changed during the run. Make sure that nothing writes to it.`);
}

/**
 * The bytes of the pictures that are sent with an edit's submit. A picture that is sent as a URL takes no
 * memory and counts as nothing; one that is listed twice is sent twice.
 */
export function uploadBytes({ images }: Pick<InspectedEdit, 'images'>, forms: ReferenceForms): number {
  return images
    .filter((image) => image.kind === 'file')
    .filter(({ path }) => forms.get(path)?.kind === 'data')
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
