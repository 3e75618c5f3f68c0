import { setTimeout as sleep } from 'node:timers/promises';
import { checkPicture, inspectPicture, type PictureFacts } from './check-picture.ts';
import { findFault } from './faults.ts';
import type { FetchReference } from './fetch-reference.ts';
import type { Job, JobOutput, JobPhase } from './job.ts';
import { MODEL_ID } from './model.ts';
import type { OutputStore } from './output-store.ts';
import { resolveSize } from './resolve-size.ts';
import type { ModelInput } from './read-input.ts';

type Ended = Exclude<JobPhase, { readonly kind: 'in_queue' | 'in_progress' }>;

/** Does a job's work: reads its references, and makes its outputs; it lasts the job's service time at least. */
export async function runJob(
  job: Job,
  fetchReference: FetchReference,
  store: OutputStore,
  signal: AbortSignal,
): Promise<Ended> {
  const stuck = findFault(job.faults, 'stuck') !== undefined;
  const [references] = await Promise.all([
    readReferences(job.input, fetchReference),
    sleep(stuck ? 2 ** 31 - 1 : job.serviceMs, undefined, { signal }),
  ]);
  const finishedAtMs = Date.now();
  const planned = findFault(job.faults, 'fails');
  if (planned !== undefined) {
    return { kind: 'failed', error: planned.error ?? 'The model failed to generate an image.', finishedAtMs };
  }
  const input = job.input;
  if (input === undefined || 'problem' in references) {
    const error = 'problem' in references ? references.problem : 'The input is gone.';
    return { kind: 'failed', error: { code: 'InvalidInput', message: error }, finishedAtMs };
  }
  return { kind: 'succeeded', output: makeOutput(job, input, references.pictures, store), finishedAtMs };
}

interface Picture {
  readonly bytes: Buffer;
  readonly facts: PictureFacts;
}

/** The references in order, or what is wrong with the first that cannot be used. */
async function readReferences(
  input: ModelInput | undefined,
  fetchReference: FetchReference,
): Promise<{ readonly pictures: readonly Picture[] } | { readonly problem: string }> {
  const pictures: Picture[] = [];
  for (const { path: where, url, rules } of input?.references ?? []) {
    const fetched = await fetchReference(url);
    if ('problem' in fetched) return { problem: `Could not fetch ${where}: ${fetched.problem}` };
    const facts = await inspectPicture(fetched.bytes, input?.model.referenceFormats);
    if ('problem' in facts) return { problem: `${where} ${facts.problem}` };
    const [broken] = checkPicture(rules, facts);
    if (broken !== undefined) return { problem: `${where}: ${broken}` };
    pictures.push({ bytes: fetched.bytes, facts });
  }
  return { pictures };
}

function makeOutput(
  job: Job,
  input: ModelInput,
  pictures: readonly Picture[],
  store: OutputStore,
): JobOutput {
  const noOutput = findFault(job.faults, 'no-output');
  if (noOutput !== undefined) return {};
  const { model, prompt, scale, transparent } = input;
  const requests = Array.from({ length: job.imageCount }, (_, index) => ({
    ...resolveSize(input.size, pictures[0]?.facts),
    prompt,
    scale,
    transparent,
    maker: model.id === MODEL_ID ? undefined : model.name,
    references: pictures.map(({ bytes }) => bytes),
    index,
    again: job.again,
    count: job.imageCount,
  }));
  if (findFault(job.faults, 'video') !== undefined) {
    const [first] = requests;
    return first === undefined ? {} : { video: store.addVideo(job.id, first) };
  }
  const format = findFault(job.faults, 'png') === undefined ? input.format : 'png';
  const urls = requests.map((request) => store.addPicture(job.id, request, format));
  const [only] = urls;
  return urls.length === 1 && only !== undefined ? { image: only } : { images: urls };
}
