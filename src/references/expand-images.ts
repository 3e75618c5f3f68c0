import path from 'node:path';

import { isGlob, parseGlob, type Glob } from '../shared/glob.ts';
import { plural } from '../shared/format.ts';
import { resolveInside } from '../shared/inside.ts';
import { MODEL } from '../shared/model.ts';
import type { Result } from '../shared/result.ts';
import { quote } from '../spec/issue.ts';
import type { ImageSource, ImageUse, ImageUser } from '../spec/types.ts';
import { explainMissing, type MissingPorts } from './explain-missing.ts';
import type { Finding } from './findings.ts';
import { findImageRule, MAX_IMAGES_ADVISED, type Fault } from './image-rules.ts';
import { walkTree } from './walk-tree.ts';

/** One image after expanding globs. A file's path is relative to the workspace; the file is not inspected yet. */
export type ExpandedImage =
  | Exclude<ImageSource, { readonly kind: 'file' }>
  | (ImageUse & { readonly kind: 'file'; readonly path: string });

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
    const counts = checkCounts(request, images);
    findings.push(...counts);
    if (counts.every(({ severity }) => severity === 'warning')) expanded.push({ request, images });
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
  const { at, option } = source;
  const use: ImageUse = { at, ...(option !== undefined && { option }) };
  return { images: expansion.value.map((path) => ({ kind: 'file', path, ...use })) };
}

/** The images of each key of the model are counted by themselves. */
function checkCounts(request: ImageUser, images: readonly ExpandedImage[]): readonly Finding[] {
  const byKey = Map.groupBy(images, ({ option }) => option);
  return [...byKey].flatMap(([option, own]) => checkCount(request, own, option) ?? []);
}

/** The finding is at the entry that brings the most images: that is the glob to narrow. */
function checkCount(
  request: ImageUser,
  images: readonly ExpandedImage[],
  option: string | undefined,
): Finding | undefined {
  const { model = MODEL } = request;
  const { least = 1, most = Infinity } = findImageRule(request, option) ?? {};
  const [first] = [...Map.groupBy(images, ({ at }) => at).entries()].toSorted(
    (a, b) => b[1].length - a[1].length,
  );
  const about = { at: first?.[0] ?? request.at, subject: '', edit: request.id };
  const count = images.length;
  const what =
    option === undefined
      ? plural(count, 'reference image')
      : `${plural(count, 'picture')} as \`options.${option}\``;
  if (count > most || count < least) {
    const range = most === Infinity ? `at least ${least}` : `${Math.max(1, least)} to ${most}`;
    const limit = least === most || most === 1 ? String(most) : range;
    const advice = count > most ? 'Remove some or narrow the glob.' : 'Add some.';
    const message = `This edit has ${what}; the model accepts ${limit}. ${advice}`;
    return {
      ...about,
      severity: 'error',
      rule: count > most ? 'too-many-images' : 'too-few-images',
      message,
    };
  }
  if (count <= MAX_IMAGES_ADVISED || model !== MODEL) return undefined;
  const message = `This edit has ${what}; more than ${MAX_IMAGES_ADVISED} may lower the quality.`;
  return { ...about, severity: 'warning', rule: 'many-images', message };
}
