import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

import { dataUri } from './data-uri.ts';
import { readHead } from './read-pieces.ts';
import type { InspectedEdit, InspectedFile, ReferenceForms } from './types.ts';

/**
 * The images of an edit as the service takes them, in order. Called just before the submit, since `data:`
 * URIs are as large as the pictures; let the answer go after it. `outputUrls` has the first output's URL of each
 * edit that this one uses, by id. Throws where a file is not what it was when it was inspected: then its
 * fingerprint would not fit what is sent.
 */
export async function makeSendable(
  edit: Pick<InspectedEdit, 'images'>,
  forms: ReferenceForms,
  outputUrls: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const sendable: string[] = [];
  // One after the other, so that only one picture is held beside the finished ones.
  for (const image of edit.images) {
    switch (image.kind) {
      case 'url':
        sendable.push(new URL(image.url).href);
        break;
      case 'edit': {
        const url = outputUrls.get(image.id);
        if (url === undefined) throw new Error(`The output of edit ${image.id} has no address in this run.`);
        sendable.push(url);
        break;
      }
      case 'file': {
        const form = forms.get(image.path);
        if (form === undefined) throw new Error(`Nobody decided how ${image.path} reaches the service.`);
        sendable.push(form.kind === 'url' ? form.url : dataUri(image.type, await readUnchanged(image)));
        break;
      }
    }
  }
  return sendable;
}

async function readUnchanged(file: InspectedFile): Promise<Buffer> {
  await using handle = await open(file.absolutePath);
  // One byte more than there should be shows that the file grew, however large it has become.
  const bytes = await readHead(handle, file.bytes + 1);
  if (bytes.length === file.bytes && createHash('sha256').update(bytes).digest('hex') === file.sha256)
    return bytes;
  throw new Error(
    `${file.path} changed after this run looked at it. Let nothing write to it during the run.`,
  );
}
