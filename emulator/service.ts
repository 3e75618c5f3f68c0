import { createHash } from 'node:crypto';
import { vendorError, type Answer } from './answer.ts';
import { findFault, type Faults } from './faults.ts';
import type { Job } from './job.ts';
import type { JobQueue } from './job-queue.ts';
import { MODEL_ID, type Model } from './model.ts';
import { serviceRange, type Settings } from './options.ts';
import { drawInteger } from './random.ts';
import { withoutData, type ModelInput } from './read-input.ts';

/** Accepts submits, and remembers everything it accepted. */
export class Service {
  readonly jobs: Job[] = [];
  readonly #byId = new Map<string, Job>();
  readonly #timesSubmitted = new Map<string, number>();
  readonly #settings: Settings;
  readonly #faults: Faults;
  readonly #queue: JobQueue;
  #outputsOrigin = '';

  constructor(settings: Settings, faults: Faults, queue: JobQueue) {
    this.#settings = settings;
    this.#faults = faults;
    this.#queue = queue;
  }

  /** Its port is random, so the seed does not decide about it. */
  setOutputsOrigin(origin: string): void {
    this.#outputsOrigin = origin;
  }

  /** The job of this id, if `owner` may read it; else the error. */
  find(id: string, owner: string): Job | Answer {
    const job = this.#byId.get(id);
    if (job === undefined) return vendorError('not-found', `There is no request ${id}.`);
    return job.owner === owner ? job : vendorError('not-yours', `Request ${id} belongs to another account.`);
  }

  /** The prompt behind an id, for matching faults; empty for unknown ids. */
  promptOf(id: string): string {
    return this.#byId.get(id)?.prompt ?? '';
  }

  /** Takes a checked input into the queue and charges for it, if the balance allows. */
  accept(input: ModelInput, body: unknown, owner: string): Job | Answer {
    const { model } = input;
    const { seed, balanceUsd, imagesPerJob } = this.#settings;
    const receivedInput = withoutData(body);
    const key = this.#keyOf(model, receivedInput);
    const id = requestId(seed, key);
    const faults = this.#faults.forJob(`${id}\n${withModel(input.prompt, model)}`);
    const seeded = imagesPerJob === 'seeded' ? drawInteger(1, 4, seed, key, 'images') : imagesPerJob;
    const imageCount = findFault(faults, 'images')?.count ?? input.count ?? seeded;
    const costUsd = roundUsd(model.basePriceUsd * input.priceFactor * imageCount);
    const spentUsd = this.jobs.reduce((sum, job) => sum + job.costUsd, 0);
    if (spentUsd + costUsd > balanceUsd + 1e-9) {
      this.#forget(key);
      return vendorError('no-balance', `The balance does not cover USD ${costUsd}.`);
    }
    const job: Job = {
      id,
      owner,
      model: model.id,
      input,
      prompt: input.prompt,
      receivedInput,
      again: Number(key.split(' ')[1]) - 1,
      acceptedAtMs: Date.now(),
      imageCount,
      serviceMs:
        findFault(faults, 'lasts')?.ms ?? drawInteger(...serviceRange(this.#settings), seed, key, 'service'),
      faults,
      phase: { kind: 'in_queue' },
      costUsd,
    };
    this.jobs.push(job);
    this.#byId.set(id, job);
    this.#queue.add(job);
    return job;
  }

  positionOf(job: Job): number | undefined {
    return this.#queue.positionOf(job);
  }

  cancel(job: Job): boolean {
    return this.#queue.cancel(job);
  }

  /** The same input has another key each time it is accepted, whatever came in between. */
  #keyOf(model: Model, receivedInput: unknown): string {
    const text = withModel(JSON.stringify(receivedInput), model).replaceAll(this.#outputsOrigin, 'outputs:');
    const hash = createHash('sha256').update(text).digest('hex');
    const times = (this.#timesSubmitted.get(hash) ?? 0) + 1;
    this.#timesSubmitted.set(hash, times);
    return `${hash} ${times}`;
  }

  #forget(key: string): void {
    const [hash = '', times] = key.split(' ');
    this.#timesSubmitted.set(hash, Number(times) - 1);
  }
}

/** The text with the model in it; the default model is left out, so that what follows from a seed stays as it was. */
export function withModel(text: string, { id }: Model): string {
  return id === MODEL_ID ? text : `${text}\n${id}`;
}

/** Looks like a UUID, as the service's ids do. */
function requestId(seed: number, key: string): string {
  const hex = createHash('sha256').update(`${seed} ${key}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

function roundUsd(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}
