import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

const file = z.object({ path: z.string(), bytes: z.number(), sha256: z.string() });
const listSchema = z.object({
  version: z.literal(1),
  edits: z.record(
    z.string(),
    z.object({ pictures: z.array(file.extend({ renditions: z.array(z.object({ files: z.array(file) })) })) }),
  ),
});

/** Checks that `pictures.json` lists renditions of each edit, and that every file is as it says. Returns what is wrong. */
export async function checkRenditions(folder: string, edits: number): Promise<readonly string[]> {
  const text = await readFile(path.join(folder, 'pictures.json'), 'utf8').catch(() => '{}');
  const list = listSchema.safeParse(JSON.parse(text));
  if (!list.success) return [`${folder} has no pictures.json that can be read: ${list.error.message}`];
  const listed = Object.entries(list.data.edits);
  const faults =
    listed.length === edits ? [] : [`edits in pictures.json: ${listed.length}, in the run: ${edits}`];
  for (const [id, { pictures }] of listed) {
    for (const picture of pictures) {
      const files = picture.renditions.flatMap((rendition) => rendition.files);
      if (files.length === 0) faults.push(`${id} has no renditions`);
      for (const each of [picture, ...files]) {
        const bytes = await readFile(path.join(folder, ...each.path.split('/'))).catch(() => Buffer.alloc(0));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        if (sha256 !== each.sha256) faults.push(`${each.path} is not what pictures.json says`);
      }
    }
  }
  return faults;
}
