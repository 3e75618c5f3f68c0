import { createPlaces } from '../../src/shared/places.ts';
import type { Clock } from '../../src/shared/ports.ts';
import type { JobStatus } from '../../src/queue/types.ts';
import type { Load } from './make-load.ts';

/** Each call to the service, there and back. */
const CALL_MS = 60;

const OUTPUT_BYTES = 5_000_000;
const LINE_BYTES_PER_MS = 50_000;
/** The line serves all downloads in turn, so much of each. */
const SLICE_BYTES = 500_000;

/** How long one output takes if nothing else is on the line. */
export const OUTPUT_MS = OUTPUT_BYTES / LINE_BYTES_PER_MS;

/** A service that runs so many jobs at once, in their order, and the one line over which its outputs come. */
export interface SimulatedService {
  /** Resolves with the job's id. */
  submit(editId: string): Promise<string>;
  read(jobId: string): Promise<Extract<JobStatus, { readonly kind: 'queued' | 'running' | 'ended' }>>;
  download(): Promise<void>;
  readonly reads: number;
  /** When the first submit came, Unix ms. */
  readonly firstMs: number;
}

const { signal } = new AbortController();

export function createSimulatedService(
  { row, serviceMs }: Pick<Load, 'row' | 'serviceMs'>,
  clock: Clock,
): SimulatedService {
  const machines = createPlaces(() => row.slots);
  const line = createPlaces(() => 1);
  const phases = new Map<string, 'running' | 'ended'>();
  const queue: string[] = [];
  let reads = 0;
  let firstMs = Number.POSITIVE_INFINITY;

  async function runJob(id: string): Promise<void> {
    queue.push(id);
    const machine = await machines.enter(signal);
    queue.splice(queue.indexOf(id), 1);
    phases.set(id, 'running');
    await clock.sleep(serviceMs.get(id) ?? 0);
    phases.set(id, 'ended');
    machine?.leave();
  }
  return {
    get reads() {
      return reads;
    },
    get firstMs() {
      return firstMs;
    },
    submit: async (id) => {
      firstMs = Math.min(firstMs, clock.now());
      await clock.sleep(CALL_MS / 2);
      void runJob(id);
      await clock.sleep(CALL_MS / 2);
      return id;
    },
    read: async (id) => {
      reads += 1;
      await clock.sleep(CALL_MS / 2);
      const kind = phases.get(id);
      const position = queue.indexOf(id) + 1;
      await clock.sleep(CALL_MS / 2);
      return kind === undefined ? { kind: 'queued', position } : { kind };
    },
    download: async () => {
      for (let left = OUTPUT_BYTES; left > 0; left -= SLICE_BYTES) {
        const turn = await line.enter(signal);
        await clock.sleep(SLICE_BYTES / LINE_BYTES_PER_MS);
        turn?.leave();
      }
    },
  };
}
