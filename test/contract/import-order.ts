import { listImports } from './list-imports.ts';
import type { Import } from './list-imports.ts';
import type { Rule } from './source-tree.ts';

/** From left to right: code may be imported from further left only. */
const order: readonly (readonly string[])[] = [
  ['shared'],
  ['media'],
  ['git', 'ledger/life'],
  ['lock'],
  ['models'],
  ['inputs', 'spec'],
  ['references', 'pictures'],
  ['plan'],
  ['queue', 'ledger/stores', 'download', 'deliver', 'deliver/artifact', 'deliver/branch', 'report'],
  ['ledger/write'],
  ['ledger/claims'],
  ['jobs'],
  ['jobs/budget', 'jobs/follow'],
  ['jobs/one-edit'],
  ['jobs/schedule'],
  ['runner'],
  ['run/ledger', 'run/adopt'],
  ['run/deliver', 'run/comment'],
  ['run/prepare', 'run/make', 'run/end', 'run/pull'],
  ['run/rescue', 'run/plan'],
  ['run/clean'],
  ['run'],
  ['cli'],
  ['the entries'],
];

/** Features meet here; nothing further left may know of it, not even its types. */
const firstMeeting = order.findIndex((group) => group.includes('jobs'));

/** Imports in `src/` point left. Another feature's types may be imported, its code not. `shared` and `media` know no feature. */
export const importsPointLeft: Rule = (files) => {
  const faults: string[] = [];
  for (const file of files) {
    if (!file.path.startsWith('src/')) continue;
    if (rankOf(file.path) < 0) faults.push(`${file.path} is in a folder that has no place in the order`);
    for (const found of listImports(file)) {
      const why = judge(found);
      if (why !== undefined) faults.push(`${found.from} imports ${found.specifier}: ${why}`);
    }
  }
  return faults;
};

function judge({ from, target, typeOnly }: Import): string | undefined {
  if (target === undefined) return undefined;
  if (!target.startsWith('src/')) return 'it is outside src/';
  if (!target.endsWith('.ts')) return 'own files are named with .ts';
  const [own, other] = [placeOf(from), placeOf(target)];
  if (own === other) return undefined;
  const [here, there] = [rankOf(from), rankOf(target)];
  if (there < here) return undefined;
  if (!typeOnly) return `code of ${other} is not left of ${own}`;
  if (wingOf(own) === wingOf(other)) return undefined;
  if (there >= firstMeeting) return `${other} is where features meet, and they do not know it`;
  return own === 'shared' || own === 'media' ? `${own} knows no feature` : undefined;
}

/** The room of a file: its folder below `src/`, as far as the order distinguishes rooms of a wing. */
function placeOf(file: string): string {
  if (['src/main.ts', 'src/post.ts', 'src/cli.ts'].includes(file)) return 'the entries';
  const folders = file.split('/').slice(1, -1);
  const room = folders.slice(0, 2).join('/');
  return order.flat().includes(room) ? room : (folders[0] ?? 'the root');
}

/** The first-level folder that a room is in. */
function wingOf(place: string): string {
  return place.split('/')[0] ?? place;
}

function rankOf(file: string): number {
  return order.findIndex((group) => group.includes(placeOf(file)));
}

/** No file of `src/` reaches itself through the code it imports. */
export const noCycles: Rule = (files) => {
  const edges = new Map(
    files
      .filter((file) => file.path.startsWith('src/'))
      .map((file) => [
        file.path,
        listImports(file).flatMap(({ target, typeOnly }) =>
          typeOnly || target === undefined ? [] : [target],
        ),
      ]),
  );
  const done = new Set<string>();
  const faults: string[] = [];
  function walk(file: string, trail: readonly string[]): void {
    const start = trail.indexOf(file);
    if (start >= 0) faults.push([...trail.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  }
  for (const file of edges.keys()) walk(file, []);
  return faults;
};
