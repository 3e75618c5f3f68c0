import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const eventSchema = z.object({ repository: z.object({ private: z.boolean() }) });

/**
 * Whether the repository of the event at `eventPath` is private; undefined where there is no event that says so. Throws
 * where the file cannot be read or is no JSON.
 */
export async function readEventPrivacy(eventPath: string | undefined): Promise<boolean | undefined> {
  if (eventPath === undefined) return undefined;
  const event = eventSchema.safeParse(JSON.parse(await readFile(eventPath, 'utf8')));
  return event.data?.repository.private;
}
