import type { Problem } from '../shared/problem.ts';
import { formatBytes } from '../shared/format.ts';
import { base64Length, dataPrefix } from '../media/data-picture.ts';
import { MAX_DATA_BYTES } from './make-sendable.ts';
import { groupFindings, type Finding } from './findings.ts';
import { publishFiles, type Publication } from './publish-files.ts';
import type {
  InspectedEdit,
  InspectedFile,
  ReferenceForm,
  ReferenceForms,
  ReferenceMode,
  RepositoryFacts,
} from './types.ts';

/** The largest request that the vendor's own clients send. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;

/** Room for everything in a request except the pictures: 800 characters of prompt, ten URLs, keys. */
const OTHER_REQUEST_BYTES = 64 * 1024;

export interface FormDeps {
  readonly mode: ReferenceMode;
  readonly repository: RepositoryFacts;
  readonly signal: AbortSignal;
}

/**
 * Decides, before anything is sent, how each repository file reaches the service: by its URL on GitHub if anyone
 * can fetch it there, otherwise as a `data:` URI within the service's limits. Files that can use neither way are
 * problems at their position in the spec. Reads no file. Throws only the signal's reason.
 */
export async function resolveReferenceForms(
  edits: readonly InspectedEdit[],
  { mode, repository, signal }: FormDeps,
): Promise<{ readonly forms: ReferenceForms; readonly problems: readonly Problem[] }> {
  const files = edits.flatMap(({ images }) => images).filter((image) => image.kind === 'file');
  const distinct = [...new Map(files.map((file) => [file.path, file])).values()];
  const publications: ReadonlyMap<string, Publication> =
    mode === 'data-uri' || distinct.length === 0
      ? new Map()
      : await publishFiles(distinct, repository, signal);

  const forms = new Map<string, ReferenceForm>();
  for (const { path } of distinct) {
    const publication = publications.get(path);
    forms.set(path, publication?.ok === true ? { kind: 'url', url: publication.value } : { kind: 'data' });
  }

  const findings: Finding[] = [];
  for (const edit of edits) {
    const sent = edit.images.filter(
      (image) => image.kind === 'file' && forms.get(image.path)?.kind === 'data',
    );
    const asData = sent.filter((image) => image.kind === 'file');
    const faults = asData.flatMap(
      (file) => findFault(file, edit.id, mode, publications.get(file.path)) ?? [],
    );
    findings.push(...faults);
    const total = faults.length > 0 ? undefined : checkRequestSize(asData);
    if (total !== undefined) {
      findings.push({
        severity: 'error',
        at: edit.at,
        rule: 'request-size',
        subject: '',
        message: total,
        edit: edit.id,
      });
    }
  }
  return { forms, problems: groupFindings(findings) };
}

function findFault(
  file: InspectedFile,
  edit: string,
  mode: ReferenceMode,
  publication: Publication | undefined,
): Finding | undefined {
  const about = { severity: 'error', at: file.at, subject: file.path, edit } as const;
  const why = publication?.ok === false ? publication.error : undefined;
  if (mode === 'url') {
    const message = `\`${file.path}\` cannot be sent as a URL: ${why ?? 'it is not published'}. Push it to a public repository on github.com, use a public https URL, or set \`references: auto\`.`;
    return { ...about, rule: 'not-published', message };
  }
  const size = checkDataSize(file, why);
  return size === undefined ? undefined : { ...about, rule: 'data-size', message: size };
}

/**
 * The limit for one picture that is sent with the request: undefined if the picture obeys it, otherwise a message.
 * `whyNotUrl` is the reason why it is not sent as a URL, if that was tried.
 */
function checkDataSize(file: InspectedFile, whyNotUrl: string | undefined): string | undefined {
  if (file.bytes <= MAX_DATA_BYTES) return undefined;
  const tried = whyNotUrl === undefined ? '' : ` It cannot be sent as a URL instead: ${whyNotUrl}.`;
  return `\`${file.path}\` has ${file.bytes} bytes; a picture that is sent with the request may have at most ${MAX_DATA_BYTES} (${formatBytes(MAX_DATA_BYTES)}).${tried} Make it smaller, preferably as a JPEG, or use a public https URL.`;
}

/** The limit for all pictures that are sent with one request; undefined if they obey it. */
function checkRequestSize(files: readonly InspectedFile[]): string | undefined {
  const bytes = files.reduce(
    (sum, file) => sum + dataPrefix(file.type).length + base64Length(file.bytes),
    OTHER_REQUEST_BYTES,
  );
  return bytes <= MAX_REQUEST_BYTES
    ? undefined
    : `With its pictures, the request would have ${formatBytes(bytes)}; the limit is ${formatBytes(MAX_REQUEST_BYTES)}. Use fewer or smaller pictures, preferably as JPEG, or public https URLs.`;
}
