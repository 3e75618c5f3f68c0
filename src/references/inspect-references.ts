import type { Clock, ResolveHost } from '../shared/ports.ts';
import type { Problem } from '../shared/problem.ts';
import type { EditRequest } from '../spec/types.ts';
import type { HostVerdict } from './check-host.ts';
import { expandEdits, type ExpandedImage } from './expand-edits.ts';
import { groupFindings, type Finding } from './findings.ts';
import { inspectFiles, type FileReading } from './inspect-files.ts';
import { inspectHosts, judgeUrl } from './inspect-hosts.ts';
import type { InspectedEdit, InspectedImage } from './types.ts';

export interface InspectionDeps {
  /** Absolute path. */
  readonly workspace: string;
  readonly clock: Clock;
  readonly resolveHost: ResolveHost;
  readonly signal: AbortSignal;
}

/**
 * Looks at every reference image before anything is sent: globs are expanded, each distinct file is read
 * and hashed once and held against the model's rules, each distinct host resolved once. `edits` has those
 * without an error, in the given order; `problems` has all that was found, one for each place in the spec
 * and rule. Throws only the signal's reason.
 */
export async function inspectReferences(
  edits: readonly EditRequest[],
  deps: InspectionDeps,
): Promise<{ readonly edits: readonly InspectedEdit[]; readonly problems: readonly Problem[] }> {
  deps.signal.throwIfAborted();
  const { expanded, findings: expansionFindings } = await expandEdits(deps.workspace, edits);
  const findings = [...expansionFindings];

  const images = expanded.flatMap((edit) => edit.images);
  const paths = new Set(images.flatMap((image) => (image.kind === 'file' ? [image.path] : [])));
  const urls = images.flatMap((image) => (image.kind === 'url' ? [image.url] : []));
  const [files, hosts] = await Promise.all([
    inspectFiles(deps.workspace, [...paths], deps.signal),
    inspectHosts(urls, deps),
  ]);

  const inspected: InspectedEdit[] = [];
  for (const { request, images: wanted } of expanded) {
    const looked = wanted.map((image) => lookUp(image, request.id, files, hosts));
    findings.push(...looked.flatMap((image) => image.findings));
    inspected.push({
      ...request,
      images: looked.flatMap(({ image }) => (image === undefined ? [] : [image])),
    });
  }
  const broken = new Set(findings.flatMap(({ severity, edit }) => (severity === 'error' ? [edit] : [])));
  return { edits: inspected.filter(({ id }) => !broken.has(id)), problems: groupFindings(findings) };
}

function lookUp(
  image: ExpandedImage,
  edit: string,
  files: ReadonlyMap<string, FileReading>,
  hosts: ReadonlyMap<string, HostVerdict>,
): { readonly image?: InspectedImage; readonly findings: readonly Finding[] } {
  switch (image.kind) {
    case 'edit':
      return { image, findings: [] };
    case 'url': {
      const verdict = hosts.get(new URL(image.url).hostname);
      const finding = verdict === undefined ? undefined : judgeUrl(image, verdict, edit);
      return { image, findings: finding === undefined ? [] : [finding] };
    }
    case 'file': {
      const { path, at } = image;
      const reading = files.get(path);
      if (reading?.ok === true) return { image: { ...reading.value, at }, findings: [] };
      const findings = (reading?.error ?? []).map(({ rule, message }): Finding => {
        return { severity: 'error', at, rule, subject: path, message: `\`${path}\` ${message}`, edit };
      });
      return { findings };
    }
  }
}
