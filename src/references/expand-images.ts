import { mapBounded } from '../shared/pool.ts';
import type { Position } from '../shared/problem.ts';
import type { Result } from '../shared/result.ts';
import type { EditRequest, ImageSource } from '../spec/types.ts';
import { expandPattern } from './expand-pattern.ts';
import type { Finding } from './findings.ts';
import { MAX_IMAGES, MAX_IMAGES_ADVISED, type Fault } from './image-rules.ts';

/** One image after expanding globs. A file's path is relative to the workspace; the file is not inspected yet. */
export type ExpandedImage =
  | Exclude<ImageSource, { readonly kind: 'file' }>
  | { readonly kind: 'file'; readonly path: string; readonly at: Position };

/** An edit with its images, before they are inspected. */
export interface EditToInspect {
  readonly request: EditRequest;
  readonly images: readonly ExpandedImage[];
}

/** Number of globs at a time: each walks folders, so more would only wait for the same disk. */
const PARALLEL_GLOBS = 8;

/**
 * Expands the globs of all edits, each distinct one once, and counts the images. An edit with too many images is a
 * finding and is dropped, so that a glob that matches half the repository does not cause it to be read.
 */
export async function expandImages(
  workspace: string,
  edits: readonly EditRequest[],
): Promise<{ readonly expanded: readonly EditToInspect[]; readonly findings: readonly Finding[] }> {
  const expansions = await expandPatterns(workspace, edits);
  const findings: Finding[] = [];
  const expanded: EditToInspect[] = [];
  for (const request of edits) {
    const perSource = request.images.map((source) => expandSource(source, expansions));
    for (const [index, source] of request.images.entries()) {
      const fault = perSource[index]?.fault;
      if (fault === undefined || source.kind !== 'file') continue;
      const message = `\`${source.pattern}\` ${fault.message}`;
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

async function expandPatterns(workspace: string, edits: readonly EditRequest[]): Promise<Expansions> {
  const sources = edits.flatMap(({ images }) => images);
  const patterns = [
    ...new Set(sources.flatMap((source) => (source.kind === 'file' ? [source.pattern] : []))),
  ];
  return new Map(
    await mapBounded(
      patterns,
      PARALLEL_GLOBS,
      async (pattern) => [pattern, await expandPattern(workspace, pattern)] as const,
    ),
  );
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
function checkCount(request: EditRequest, images: readonly ExpandedImage[]): Finding | undefined {
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
