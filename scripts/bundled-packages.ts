import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

/** A package with code in a bundle, and everything that it says about its license. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As in its package.json; undefined if it names none. */
  readonly license: string | undefined;
  readonly author: string | undefined;
  /** The license itself and notices that must go with it, as the package has them. */
  readonly texts: readonly string[];
}

/** A module in webpack's statistics; one that was joined from others has them in `modules`. */
interface StatsModule {
  readonly nameForCondition?: string | undefined;
  readonly chunks?: readonly unknown[] | undefined;
  readonly modules?: readonly StatsModule[] | undefined;
}

const statsModule: z.ZodType<StatsModule> = z.lazy(() =>
  z.object({
    nameForCondition: z
      .string()
      .nullish()
      .transform((name) => name ?? undefined),
    chunks: z.array(z.unknown()).optional(),
    modules: z.array(statsModule).optional(),
  }),
);

/** The folders of all packages whose code is in some chunk, by webpack's statistics of a build. Sorted, each once. */
export function listPackageFolders(stats: unknown): readonly string[] {
  const { modules } = z.object({ modules: z.array(statsModule) }).parse(stats);
  const folders = new Set<string>();
  const visit = (module: StatsModule, isInChunk: boolean): void => {
    const isBundled = isInChunk || (module.chunks?.length ?? 0) > 0;
    const file = module.nameForCondition?.replaceAll('\\', '/') ?? '';
    const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
    if (isBundled && folder !== undefined) folders.add(folder);
    for (const inner of module.modules ?? []) visit(inner, isBundled);
  };
  for (const module of modules) visit(module, false);
  return [...folders].toSorted();
}

const packageFile = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
});

/** Files at the top of a package that are about its license: the license itself first, then notices. */
const LICENSE_FILES = [/^(?:licen[cs]e|copying)/i, /^(?:notice|copyrightnotice|third-?party)/i];

/** Reads what a package says about its license. Throws if its package.json cannot be read. */
export async function readPackage(folder: string): Promise<BundledPackage> {
  const json: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const { name, version, license, author } = packageFile.parse(json);
  const files = (await readdir(folder)).toSorted();
  const names = LICENSE_FILES.flatMap((pattern) => files.filter((file) => pattern.test(file)));
  const texts = await Promise.all(names.map(async (file) => await readText(path.join(folder, file))));
  const readme = files.find((file) => /^readme/i.test(file));
  const hasLicense = names.some((file) => LICENSE_FILES[0]?.test(file));
  const section =
    hasLicense || readme === undefined ? undefined : findSection(await readText(path.join(folder, readme)));
  return {
    name,
    version,
    license,
    author: typeof author === 'string' ? author.replace(/\s*[<(].*$/, '') : author?.name,
    texts: section === undefined ? texts : [section, ...texts],
  };
}

async function readText(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).replaceAll('\r\n', '\n').trim();
}

/** A license that a README quotes in full under a heading of its own. */
function findSection(readme: string): string | undefined {
  const [, section] = /^#+ *licen[cs]e[^\n]*\n(.*?)(?=^#|$(?![^]))/ims.exec(readme) ?? [];
  return section !== undefined && /without warranty/i.test(section) ? section.trim() : undefined;
}
