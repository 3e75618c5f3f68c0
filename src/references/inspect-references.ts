import path from 'node:path';

import { resolveInside } from '../shared/inside.ts';
import { mapBounded } from '../shared/pool.ts';
import type { Clock, ResolveHost } from '../shared/ports.ts';
import type { Problem } from '../shared/problem.ts';
import type { Result } from '../shared/result.ts';
import type { ImageUser } from '../spec/types.ts';
import type { HostVerdict } from './check-host.ts';
import { expandImages, type EditToInspect, type ExpandedImage } from './expand-images.ts';
import { explainMissing, type MissingPorts } from './explain-missing.ts';
import { groupFindings, type Finding } from './findings.ts';
import {
  checkFileSize,
  checkPicture,
  findPictureRules,
  type Fault,
  type PictureRules,
} from './image-rules.ts';
import { inspectFile } from './inspect-file.ts';
import { createReadingBuffers } from './reading-buffers.ts';
import { inspectHosts, judgeUrl } from './inspect-hosts.ts';
import type { Inspected, InspectedFile, InspectedImage } from './types.ts';

/** A file without a position, because several positions of the spec may name it. */
type FileReading = Result<Omit<InspectedFile, 'at' | 'option'>, readonly Fault[]>;

/** Number of paths to resolve at a time. */
const PARALLEL_PATHS = 16;

/** Number of files to read at a time: as many as Node has threads for it, each with less than a megabyte of memory. */
const PARALLEL_FILES = 4;

export interface InspectionDeps extends MissingPorts {
  readonly clock: Clock;
  /** Undefined if there is no network. */
  readonly resolveHost: ResolveHost | undefined;
}

/**
 * Inspects every reference image before anything is sent: expands globs, reads, hashes and checks each distinct
 * file once, and resolves each distinct host once. `edits` has the edits without an error, in the given order;
 * `problems` has everything that was found, one for each position and rule. Throws only the signal's reason.
 */
export async function inspectReferences<Request extends ImageUser>(
  edits: readonly Request[],
  deps: InspectionDeps,
): Promise<{ readonly edits: readonly Inspected<Request>[]; readonly problems: readonly Problem[] }> {
  deps.signal.throwIfAborted();
  const { expanded, findings: expansionFindings } = await expandImages(edits, deps);
  const findings = [...expansionFindings];

  const images = expanded.flatMap((edit) => edit.images);
  const users = listUsers(expanded);
  const urls = images.flatMap((image) => (image.kind === 'url' ? [image.url] : []));
  const [files, hosts] = await Promise.all([
    inspectFiles(users, path.posix.dirname(edits[0]?.at.file ?? ''), deps),
    inspectHosts(urls, deps),
  ]);

  const inspected: Inspected<Request>[] = [];
  for (const { request, images: wanted } of expanded) {
    const looked = wanted.map((image) => lookUp(image, request, files, hosts));
    findings.push(...looked.flatMap((image) => image.findings));
    inspected.push({
      ...request,
      images: looked.flatMap(({ image }) => (image === undefined ? [] : [image])),
    });
  }
  const broken = new Set(findings.flatMap(({ severity, edit }) => (severity === 'error' ? [edit] : [])));
  return { edits: inspected.filter(({ id }) => !broken.has(id)), problems: groupFindings(findings) };
}

/** The files, each with the rules of those that use it, every one once. */
function listUsers(
  expanded: readonly EditToInspect<ImageUser>[],
): ReadonlyMap<string, readonly PictureRules[]> {
  const users = new Map<string, PictureRules[]>();
  for (const { request, images } of expanded)
    for (const image of images) {
      if (image.kind !== 'file') continue;
      const rules = findPictureRules(request, image.option);
      const known = users.get(image.path) ?? [];
      if (!known.some(({ limits }) => limits === rules.limits)) known.push(rules);
      users.set(image.path, known);
    }
  return users;
}

function lookUp(
  image: ExpandedImage,
  user: ImageUser,
  files: ReadonlyMap<string, FileReading>,
  hosts: ReadonlyMap<string, HostVerdict>,
): { readonly image?: InspectedImage; readonly findings: readonly Finding[] } {
  switch (image.kind) {
    case 'edit':
      return { image, findings: [] };
    case 'url': {
      const verdict = hosts.get(new URL(image.url).hostname);
      const finding = verdict === undefined ? undefined : judgeUrl(image, verdict, user.id);
      return { image, findings: finding === undefined ? [] : [finding] };
    }
    case 'file': {
      const { path: file, at, option } = image;
      const reading = files.get(file);
      const rules = findPictureRules(user, option);
      const faults =
        reading?.ok === true
          ? checkPicture(reading.value, rules)
          : reading?.error.map((fault) =>
              fault.bytes === undefined ? fault : (checkFileSize(fault.bytes, rules) ?? fault),
            );
      if (reading?.ok === true && faults?.length === 0)
        return { image: { ...reading.value, at, ...(option !== undefined && { option }) }, findings: [] };
      const edit = user.id;
      const findings = (faults ?? []).map(({ rule, message }): Finding => {
        return { severity: 'error', at, rule, subject: file, message: `\`${file}\` ${message}`, edit };
      });
      return { findings };
    }
  }
}

/**
 * Inspects the files at these paths (relative to the workspace, forward slashes). A file is read only once, even
 * if several paths lead to it through symbolic links. The result has an entry for each path.
 */
async function inspectFiles(
  users: ReadonlyMap<string, readonly PictureRules[]>,
  specFolder: string,
  deps: Omit<InspectionDeps, 'resolveHost'>,
): Promise<ReadonlyMap<string, FileReading>> {
  const resolved = await mapBounded([...users.keys()], PARALLEL_PATHS, async (file) => {
    deps.signal.throwIfAborted();
    return { file, real: await resolveInside(deps.workspace, file) };
  });
  const absent = resolved.flatMap(({ file, real }) =>
    real.ok || real.error.kind !== 'absent' ? [] : [file],
  );
  const missing = await explainMissing(absent, specFolder, deps);
  const distinct = new Map<string, readonly PictureRules[]>();
  for (const { file, real } of resolved) {
    if (!real.ok) continue;
    const { absolute } = real.value;
    const rules = [...(distinct.get(absolute) ?? []), ...(users.get(file) ?? [])];
    distinct.set(
      absolute,
      rules.filter(({ limits }, index) => rules.findIndex((each) => each.limits === limits) === index),
    );
  }
  const fileDeps = { ...deps, buffers: createReadingBuffers() };
  const facts = new Map(
    await mapBounded(
      [...distinct],
      PARALLEL_FILES,
      async ([file, rules]) => [file, await inspectFile(file, fileDeps, rules)] as const,
    ),
  );
  return new Map(
    resolved.map(({ file, real }): [string, FileReading] => {
      if (!real.ok) {
        const message = missing.get(file) ?? `${real.error.why}.`;
        return [file, { ok: false, error: [{ rule: 'path', message }] }];
      }
      const { absolute } = real.value;
      const reading = facts.get(absolute);
      if (reading === undefined) throw new Error(`Bug: ${file} was not inspected.`);
      if (!reading.ok) return [file, reading];
      return [
        file,
        { ok: true, value: { kind: 'file', path: file, absolutePath: absolute, ...reading.value } },
      ];
    }),
  );
}
