import type { Job, JobPhase } from './job.ts';

type Ended = Exclude<JobPhase, { readonly kind: 'in_queue' | 'in_progress' }>;

/** Runs jobs in the order of their submits, so many at once. */
export class JobQueue {
  readonly #waiting: Job[] = [];
  readonly #working = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  readonly #capacity: number;
  readonly #run: (job: Job, signal: AbortSignal) => Promise<Ended>;
  #running = 0;

  /** `run` does a job's work; it may reject only when its signal is aborted. */
  constructor(capacity: number, run: (job: Job, signal: AbortSignal) => Promise<Ended>) {
    this.#capacity = capacity;
    this.#run = run;
  }

  add(job: Job): void {
    this.#waiting.push(job);
    this.#startNext();
  }

  /** 1 for the next to run; undefined once it runs. */
  positionOf(job: Job): number | undefined {
    const index = this.#waiting.indexOf(job);
    return index < 0 ? undefined : index + 1;
  }

  /** Takes a job out of the queue; false if it runs already or has ended. */
  cancel(job: Job): boolean {
    const index = this.#waiting.indexOf(job);
    if (index < 0) return false;
    this.#waiting.splice(index, 1);
    job.phase = { kind: 'cancelled', finishedAtMs: Date.now() };
    job.costUsd = 0;
    job.input = undefined;
    return true;
  }

  /** Ends all work; resolves when nothing runs anymore. */
  async close(): Promise<void> {
    this.#waiting.length = 0;
    this.#closing.abort();
    await Promise.all(this.#working);
  }

  #startNext(): void {
    while (this.#running < this.#capacity) {
      const index = this.#waiting.findIndex((job) => !isHeldInQueue(job));
      const [job] = index < 0 ? [] : this.#waiting.splice(index, 1);
      if (job === undefined) return;
      this.#running += 1;
      job.phase = { kind: 'in_progress' };
      const work = this.#work(job).finally(() => this.#working.delete(work));
      this.#working.add(work);
    }
  }

  async #work(job: Job): Promise<void> {
    try {
      job.phase = await this.#run(job, this.#closing.signal);
      if (job.phase.kind === 'failed') job.costUsd = 0;
    } catch (error) {
      if (!this.#closing.signal.aborted) throw error;
    }
    job.input = undefined;
    this.#running -= 1;
    this.#startNext();
  }
}

function isHeldInQueue(job: Job): boolean {
  return job.faults.some((fault) => fault.kind === 'stuck' && fault.at === 'queue');
}
