import type { Uses, JobChange } from '../types.ts';
import { adaptLimit, FIRST_LIMIT, type AutoLimit, type ServiceNews } from './adapt-limit.ts';

/** How many jobs may be at the service now. */
export interface ServiceLimit {
  readonly limit: () => number;
  /** To be called with every change, in order. */
  observe(change: JobChange): void;
}

interface SeenJob {
  /** An earlier run, or another one, submitted it: how it began says nothing about the service now. */
  readonly isCollected: boolean;
  /** How many were in flight when it was accepted, itself included. */
  readonly inFlightBefore: number;
  phase: 'sent' | 'begun' | 'ended';
}

/** The number that was asked for, or with `auto` one that follows what the service does with this run's jobs. */
export function watchService({
  maxParallel,
  queue,
  log,
}: Uses<'maxParallel' | 'log'> & {
  readonly queue: Pick<Uses<'queue'>['queue'], 'slowDowns'>;
}): ServiceLimit {
  if (maxParallel !== 'auto') return { limit: () => maxParallel, observe: () => undefined };
  const jobs = new Map<string, SeenJob>();
  let state: AutoLimit = FIRST_LIMIT;
  let slowDowns = 0;

  const countInFlight = (): number => [...jobs.values()].filter(({ phase }) => phase !== 'ended').length;
  function learn(news: ServiceNews): void {
    const before = Math.floor(state.limit);
    state = adaptLimit(state, news);
    const after = Math.floor(state.limit);
    if (after !== before) log.debug(`max-parallel: ${before} -> ${after}`);
  }
  /** A job that is first seen running, or at its end, has not been seen to wait. */
  function begin(job: SeenJob): void {
    if (job.phase === 'sent' && !job.isCollected)
      learn({ kind: 'started-at-once', inFlight: countInFlight() });
    job.phase = 'begun';
  }
  return {
    limit: () => Math.floor(state.limit),
    observe: (change) => {
      if (queue.slowDowns() > slowDowns) {
        slowDowns = queue.slowDowns();
        learn({ kind: 'slow-down', inFlight: countInFlight() });
      }
      const { id } = change.kind === 'ended' ? change.outcome.edit : change.edit;
      if (change.kind === 'submitting' || change.kind === 'submitted' || change.kind === 'collecting') {
        const job: SeenJob = { isCollected: change.kind === 'collecting', inFlightBefore: 0, phase: 'sent' };
        jobs.set(id, job);
        jobs.set(id, { ...job, inFlightBefore: countInFlight() });
      }
      const job = jobs.get(id);
      if (job === undefined) return;
      switch (change.kind) {
        case 'queued':
          job.phase = 'begun';
          break;
        case 'running':
          begin(job);
          break;
        case 'downloading':
          begin(job);
          job.phase = 'ended';
          break;
        case 'ended': {
          const { queuedMs, runningMs } = change.outcome.timings;
          job.phase = 'ended';
          if (queuedMs !== undefined && runningMs !== undefined && !job.isCollected) {
            const { inFlightBefore } = job;
            learn({
              kind: 'ended',
              inFlight: countInFlight(),
              inFlightBefore,
              phases: { queuedMs, runningMs },
            });
          }
          jobs.delete(id);
          break;
        }
        case 'submitting':
        case 'submitted':
        case 'collecting':
        case 'other-run':
        case 'unrecognized':
          break;
      }
    },
  };
}
