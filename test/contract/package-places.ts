import { listImports } from './list-imports.ts';
import type { Rule } from './source-tree.ts';

/** Where the runner's own packages may be used. */
const actionsPlaces: readonly RegExp[] = [
  /^src\/(main|post)\.ts$/,
  /^src\/runner\//,
  /^src\/inputs\//,
  /^src\/deliver\/artifact\/artifact\.ts$/,
  /^src\/ledger\/stores\/[\w-]*cache[\w-]*\.ts$/,
  /^src\/report\/emit[\w-]*\.ts$/,
];

/** `@actions/*` stays where the action meets the runner; the heavy artifact client is loaded where it is used. */
export const actionsPackagesAtTheEdge: Rule = (files) =>
  files.flatMap((file) =>
    !file.path.startsWith('src/')
      ? []
      : listImports(file)
          .filter(({ specifier }) => specifier.startsWith('@actions/'))
          .filter(() => !actionsPlaces.some((place) => place.test(file.path)))
          .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );

/** Packages that cost much of the start-up, so that an eager import of them would be felt in every run. */
const lazy = ['@actions/artifact', '@actions/github', '@actions/cache'];

/** Heavy packages are loaded by `await import()`, at the moment they are needed. */
export const heavyPackagesAreLazy: Rule = (files) =>
  files.flatMap((file) =>
    !file.path.startsWith('src/')
      ? []
      : listImports(file)
          .filter(({ specifier, typeOnly }) => lazy.includes(specifier) && !typeOnly)
          .filter(({ specifier }) => !file.text.includes(`import('${specifier}')`))
          .map(({ specifier }) => `${file.path} loads ${specifier} at start-up`),
  );

/** `undici` sends in one file of the queue and one of the download, so that tokens and redirects have one place each. */
export const undiciInTwoFiles: Rule = (files) => {
  const users = files
    .filter((file) => file.path.startsWith('src/'))
    .filter((file) => listImports(file).some(({ specifier }) => /^undici(\/|$)/.test(specifier)))
    .map((file) => file.path);
  const others = users.filter((file) => !/^src\/(queue|download)\//.test(file));
  const crowded = ['src/queue/', 'src/download/']
    .map((folder) => users.filter((file) => file.startsWith(folder)))
    .filter((inFolder) => inFolder.length > 1);
  return [
    ...others.map((file) => `${file} imports undici`),
    ...crowded.map((inFolder) => `${inFolder.join(' and ')} both import undici`),
  ];
};

/** One file starts processes, so that what they are given has one place. */
export const processesInOneFile: Rule = (files) =>
  files
    .filter((file) => file.path.startsWith('src/') && file.path !== 'src/git/run-git.ts')
    .filter((file) => listImports(file).some(({ specifier }) => /^(?:node:)?child_process$/.test(specifier)))
    .map((file) => `${file.path} imports node:child_process`);

/** The action and the emulator know nothing of each other: a mistake in one cannot hide in the other. */
export const actionAndEmulatorApart: Rule = (files) =>
  files.flatMap(listImports).flatMap(({ from, specifier, target = '' }) => {
    const own = from.split('/')[0] ?? '';
    const other = target.split('/')[0] ?? '';
    const apart =
      (own === 'src' && ['emulator', 'demo', 'test', 'bench', 'scripts'].includes(other)) ||
      (own === 'emulator' && ['src', 'demo', 'test', 'bench', 'scripts'].includes(other));
    return apart ? [`${from} imports ${specifier}`] : [];
  });
