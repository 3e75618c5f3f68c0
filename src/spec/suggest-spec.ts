import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { resolveInside } from '../shared/inside.ts';
import { quote } from './issue.ts';
import { nearest } from './suggest.ts';

/** `Did you mean X?` for a spec that does not exist, if the folder has a YAML file with a similar name. */
export async function suggestSpec(file: string, workspace: string): Promise<string | undefined> {
  const wanted = await resolveInside(workspace, file);
  if (wanted.ok || wanted.error.kind !== 'absent') return undefined;
  const folder = path.posix.dirname(file);
  const inside = await resolveInside(workspace, folder);
  // Without access to the folder, there is no suggestion.
  const names = inside.ok ? await readdir(inside.value.absolute).catch(() => []) : [];
  const specs = names.filter((name) => /\.ya?ml$/i.test(name)).toSorted();
  const name = nearest(path.posix.basename(file), specs);
  return name === undefined ? undefined : `Did you mean ${quote(path.posix.join(folder, name))}?`;
}
