import path from 'node:path';

import { isGlob, parseGlob, type Glob } from '../shared/glob.ts';
import { resolveInside } from '../shared/inside.ts';
import type { Position } from '../shared/problem.ts';
import type { Result } from '../shared/result.ts';
import { quote } from '../spec/issue.ts';
import type { ImageSource, ImageUser } from '../spec/types.ts';
import { explainMissing, type MissingPorts } from './explain-missing.ts';
import type { Finding } from './findings.ts';
import { MAX_IMAGES, MAX_IMAGES_ADVISED, type Fault } from './image-rules.ts';
import { walkTree } from './walk-tree.ts';

/** One image after expanding globs. A file's path is relative to the workspace; the file is not inspected yet. */
export type ExpandedImage =
  | Exclude<ImageSource, { readonly kind: 'file' }>
  | { readonly kind: 'file'; readonly path: string; readonly at: Position };

/** An edit with its images, before they are inspected. */
export interface EditToInspect<Request extends ImageUser> {
  readonly request: Request;
  readonly images: readonly ExpandedImage[];
}

/** The most names that the braces of all globs of a spec may stand for together. */
const MAX_NAMES = 20_000;

/**
 * Expands the globs of all edits, each distinct one once, and counts the images. An edit with too many images is a
 * finding and is dropped, so that a glob that matches half the repository does not cause it to be read.
 */
export async function expandImages<Request extends ImageUser>(
  edits: readonly Request[],
  ports: MissingPorts,
): Promise<{ readonly expanded: readonly EditToInspect<Request>[]; readonly findings: readonly Finding[] }> {
  const expansions = await expandPatterns(edits, ports);
  const findings: Finding[] = [];
  const expanded: EditToInspect<Request>[] = [];
  for (const request of edits) {
    const perSource = request.images.map((source) => expandSource(source, expansions));
    for (const [index, source] of request.images.entries()) {
      const fault = perSource[index]?.fault;
      if (fault === undefined || source.kind !== 'file') continue;
      const message = `${quote(source.pattern)} ${fault.message}`;
      findings.push({
        severity: 'error',
        at: source.at,
        rule: fault.rule,
        subject: source.pattern,
        message,
        edit: request.id,
      });
    }
    const images = perSource.flatMap((source) => source.images);
    const count = checkCount(request, images);
    if (count !== undefined) findings.push(count);
    if (count?.severity !== 'error') expanded.push({ request, images });
  }
  return { expanded, findings };
}

type Expansions = ReadonlyMap<string, Result<readonly string[], Fault>>;

async function expandPatterns(edits: readonly ImageUser[], ports: MissingPorts): Promise<Expansions> {
  const { workspace, signal } = ports;
  const sources = edits.flatMap(({ images }) => images);
  const patterns = new Set(sources.flatMap((source) => (source.kind === 'file' ? [source.pattern] : [])));
  const expansions = new Map<string, Result<readonly string[], Fault>>();
  const globs = new Map<string, Glob>();
  let names = 0;
  for (const pattern of patterns) {
    signal.throwIfAborted();
    // A file whose name merely looks like a glob (`shot[1].png`) is used as it is. Whether it exists is found out later.
    const glob = isGlob(pattern) && (await isAbsent(workspace, pattern)) ? parseGlob(pattern) : undefined;
    names += glob?.ok === true ? glob.value.alternatives.length : 0;
    if (glob === undefined) expansions.set(pattern, { ok: true, value: [path.posix.normalize(pattern)] });
    else if (!glob.ok) expansions.set(pattern, fail('glob', `${glob.error}.`));
    else if (names <= MAX_NAMES) globs.set(pattern, glob.value);
    else expansions.set(pattern, fail('glob', TOO_MANY_NAMES));
  }
  const walked = await walkTree(workspace, [...globs.values()], signal);
  const missing: string[] = [];
  for (const [index, pattern] of [...globs.keys()].entries()) {
    const { files, leavesAt } = walked[index] ?? { files: [] };
    if (files.length > 0) expansions.set(pattern, { ok: true, value: files });
    else if (leavesAt === undefined) missing.push(pattern);
    else {
      const link = `the symbolic link \`${leavesAt}\` leads out of the repository`;
      expansions.set(pattern, fail('outside', `matches no file: ${link}. Use files of the checkout.`));
    }
  }
  const specFolder = path.posix.dirname(edits[0]?.at.file ?? '');
  for (const [pattern, why] of await explainMissing(missing, specFolder, ports))
    expansions.set(pattern, fail('no-match', why));
  return expansions;
}

const TOO_MANY_NAMES = `is one glob too many: with it, the braces of this spec stand for more than ${MAX_NAMES} names. Use \`*\` instead of braces.`;

async function isAbsent(workspace: string, file: string): Promise<boolean> {
  const found = await resolveInside(workspace, file);
  return !found.ok && ['absent', 'unreadable'].includes(found.error.kind);
}

function fail(rule: string, message: string): Result<never, Fault> {
  return { ok: false, error: { rule, message } };
}

function expandSource(
  source: ImageSource,
  expansions: Expansions,
): { readonly images: readonly ExpandedImage[]; readonly fault?: Fault } {
  if (source.kind !== 'file') return { images: [source] };
  const expansion = expansions.get(source.pattern) ?? { ok: true, value: [] };
  if (!expansion.ok) return { images: [], fault: expansion.error };
  return { images: expansion.value.map((path) => ({ kind: 'file', path, at: source.at })) };
}

/** The finding is at the entry that brings the most images: that is the glob to narrow. */
function checkCount(request: ImageUser, images: readonly ExpandedImage[]): Finding | undefined {
  if (images.length <= MAX_IMAGES_ADVISED) return undefined;
  const [most] = [...Map.groupBy(images, ({ at }) => at).entries()].toSorted(
    (a, b) => b[1].length - a[1].length,
  );
  const about = { at: most?.[0] ?? request.at, subject: '', edit: request.id };
  return images.length > MAX_IMAGES
    ? {
        ...about,
        severity: 'error',
        rule: 'too-many-images',
        message: `This edit has ${images.length} reference images; the model accepts 1 to ${MAX_IMAGES}. Remove some or narrow the glob.`,
      }
    : {
        ...about,
        severity: 'warning',
        rule: 'many-images',
        message: `This edit has ${images.length} reference images; more than ${MAX_IMAGES_ADVISED} may lower the quality.`,
      };
}
