import type { Uses, JobChange } from '../types.ts';
import { adaptLimit, FIRST_LIMIT, type AutoLimit, type JobsSeen } from './adapt-limit.ts';

/** How many jobs may be at the service now. */
export interface ServiceLimit {
  readonly limit: () => number;
  /** To be called with every change, in order. */
  observe(change: JobChange): void;
}

/** A job that begins within this time has not waited. */
const AT_ONCE_MS = 5000;

interface SeenJob {
  /** When it was accepted; until then, when its submit was about to leave. */
  readonly submittedAtMs: number;
  /** An earlier run, or another one, submitted it: how it began says nothing about the service now. */
  readonly isCollected: boolean;
  phase: 'submitted' | 'queued' | 'running';
}

/** The number that was asked for, or with `auto` one that follows what the service does with this run's jobs. */
export function watchService({
  maxParallel,
  clock,
  queue,
  log,
}: Uses<'maxParallel' | 'clock' | 'log'> & {
  readonly queue: Pick<Uses<'queue'>['queue'], 'slowDowns'>;
}): ServiceLimit {
  if (maxParallel !== 'auto') return { limit: () => maxParallel, observe: () => undefined };
  const jobs = new Map<string, SeenJob>();
  let state: AutoLimit = FIRST_LIMIT;
  let slowDowns = 0;

  function countJobs(news: JobsSeen['news']): JobsSeen {
    const all = [...jobs.values()];
    const nowMs = clock.now();
    const running = all.filter(({ phase }) => phase === 'running').length;
    const waiting = all.filter(
      ({ phase, submittedAtMs }) => phase === 'queued' && nowMs - submittedAtMs > AT_ONCE_MS,
    ).length;
    return { news, inFlight: jobs.size, running, waiting };
  }
  function learn(news: JobsSeen['news']): void {
    const before = Math.floor(state.limit);
    state = adaptLimit(state, countJobs(news));
    const after = Math.floor(state.limit);
    if (after !== before) log.debug(`max-parallel: ${before} -> ${after}`);
  }
  /** A job that was first seen running, or at its end, has not been seen to wait. */
  function start({ phase, submittedAtMs, isCollected }: SeenJob): JobsSeen['news'] {
    if (phase === 'running' || isCollected) return 'other';
    const isAtOnce = phase === 'submitted' || clock.now() - submittedAtMs <= AT_ONCE_MS;
    return isAtOnce ? 'started-at-once' : 'other';
  }
  return {
    limit: () => Math.floor(state.limit),
    observe: (change) => {
      if (queue.slowDowns() > slowDowns) {
        slowDowns = queue.slowDowns();
        learn('slow-down');
      }
      const { id } = change.kind === 'ended' ? change.outcome.edit : change.edit;
      if (change.kind === 'submitting' || change.kind === 'submitted' || change.kind === 'collecting') {
        const isCollected = change.kind === 'collecting';
        jobs.set(id, { submittedAtMs: clock.now(), isCollected, phase: 'submitted' });
      }
      const job = jobs.get(id);
      if (job === undefined) return;
      switch (change.kind) {
        case 'queued':
          job.phase = 'queued';
          learn('other');
          break;
        case 'running':
        case 'downloading': {
          const news = start(job);
          job.phase = 'running';
          learn(news);
          if (change.kind === 'downloading') jobs.delete(id);
          break;
        }
        case 'ended':
          jobs.delete(id);
          break;
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
