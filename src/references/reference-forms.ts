import type { Problem } from '../shared/problem.ts';
import { checkDataSize, checkRequestSize } from './data-uri.ts';
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

export interface FormDeps {
  readonly mode: ReferenceMode;
  readonly repository: RepositoryFacts;
  readonly signal: AbortSignal;
}

/**
 * Decides, before anything is sent, how each repository file reaches the service: by its URL at GitHub where
 * anyone can fetch it there, else as a `data:` URI within the service's limits. Files that can go neither way
 * are problems at their place in the spec. Reads no file. Throws only the signal's reason.
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
    const message = `\`${file.path}\` cannot be given as a URL: ${why ?? 'it is not published'}. Push it to a public repository on github.com, give a public https address, or set \`references: auto\`.`;
    return { ...about, rule: 'not-published', message };
  }
  const size = checkDataSize(file, why);
  return size === undefined ? undefined : { ...about, rule: 'data-size', message: size };
}
