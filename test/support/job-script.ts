import type { Answer, Received, Script } from './fake-service.ts';

/** One job of the fake service. Each look at it (status or result) moves it on by one stage. */
export interface FakeJob {
  readonly id: string;
  readonly prompt: string;
  /** What each look shows; the last one stays. */
  stages: string[];
  readonly result: Record<string, unknown>;
}

export interface JobScriptOptions {
  /** Prompts of jobs that earlier runs submitted, with the ids `paid-1`, `paid-2`, ... */
  readonly paid?: readonly string[];
  readonly stages?: (prompt: string) => string[];
  /** The answer of `/result` once the job is completed. */
  readonly result?: (prompt: string, id: string) => Record<string, unknown>;
  /** Answers a request in another way; true if it did. */
  readonly fault?: (request: Received, answer: Answer, jobs: readonly FakeJob[]) => boolean;
  /** What time the answers say it is, in Unix ms; by default they do not say. */
  readonly now?: () => number;
  /** Position in the queue at each look. */
  readonly position?: () => number;
}

/** For the fake service: jobs that go through their stages look by look, so that nothing depends on time. */
export function createJobScript(options: JobScriptOptions = {}): {
  readonly script: Script;
  readonly jobs: readonly FakeJob[];
} {
  const makeJob = (id: string, prompt: string): FakeJob => ({
    id,
    prompt,
    stages: options.stages?.(prompt) ?? ['in_queue', 'in_progress', 'completed'],
    result: options.result?.(prompt, id) ?? succeeded(`https://out.example/${id}.png`),
  });
  const jobs = (options.paid ?? []).map((prompt, index) => makeJob(`paid-${index + 1}`, prompt));
  let posts = 0;
  const script: Script = (request, answer) => {
    if (options.now !== undefined) answer.date(options.now());
    if (options.fault?.(request, answer, jobs) === true) return;
    if (request.path.startsWith('/v1/models/')) {
      const { prompt } = JSON.parse(request.body) as { prompt: string };
      const id = `req-${(posts += 1)}`;
      jobs.push(makeJob(id, prompt));
      answer.json({ request_id: id });
      return;
    }
    const [, , , id, what] = request.path.split(/[/?]/);
    const job = jobs.find((known) => known.id === id);
    if (job === undefined) answer.json({ code: 404001, error: 'ResourceNotFound' }, 404);
    else if (what === 'cancel') cancel(job, answer);
    else show(job, what === 'result', answer, options.position);
  };
  return { script, jobs };
}

function cancel(job: FakeJob, answer: Answer): void {
  const outcome = job.stages[0] === 'in_queue' ? 'cancelled' : 'not_cancellable';
  if (outcome === 'cancelled') job.stages = ['cancelled'];
  answer.json({ request_id: job.id, status: job.stages[0], outcome }, 202);
}

function show(job: FakeJob, isResult: boolean, answer: Answer, position?: () => number): void {
  const stage = job.stages.length > 1 ? job.stages.shift() : job.stages[0];
  const queue_position = stage === 'in_queue' ? position?.() : undefined;
  const ended = isResult && stage === 'completed' ? job.result : {};
  answer.json({ request_id: job.id, status: stage, queue_position, ...ended });
}

/** The answer of `/result` for a job that went well. */
export function succeeded(...images: string[]): Record<string, unknown> {
  return { status: 'succeeded', output: { images }, cost: 0.03 * images.length };
}
