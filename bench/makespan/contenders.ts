import { createBudget } from '../../src/jobs/budget/create-budget.ts';
import { orderEdits } from '../../src/jobs/schedule/order-edits.ts';
import { runEdits } from '../../src/jobs/schedule/run-edits.ts';
import type { Phases } from '../../src/lock/recorded-phases.ts';
import type { QueueClient } from '../../src/queue/types.ts';
import { startDeadline } from '../../src/shared/deadline.ts';
import { createPlaces, type Places } from '../../src/shared/places.ts';
import type { Clock, Log } from '../../src/shared/ports.ts';
import { grantAll, makeFile } from '../../test/jobs/run-plan.ts';
import type { Load } from './make-load.ts';
import { createSimulatedService, OUTPUT_MS, type SimulatedService } from './simulated-service.ts';
import { createVirtualClock } from './virtual-clock.ts';

/** How a load was made. */
export interface Made {
  /** From the first submit to the last picture on disk. */
  readonly makespanMs: number;
  readonly reads: number;
  /** What the next run finds in the lock file. */
  readonly phases: readonly Phases[];
}

/** As many downloads at once as the action has. */
const DOWNLOADS = 8;

const { signal } = new AbortController();

const silent: Log = {
  info: () => undefined,
  debug: () => undefined,
  group: async (_title, body) => await body(),
};

/** The lock file of a run names so many at most. */
const MOST_EARLIER = 100;

/** The scheduler, the waiting and the slots that are shipped, over a service that is simulated. */
export async function makeOurWay(
  load: Load,
  maxParallel: number | 'auto',
  earlierPhases: readonly Phases[] = [],
): Promise<Made> {
  const clock = createVirtualClock();
  const service = createSimulatedService(load, clock);
  const downloads = createPlaces(() => DOWNLOADS);
  using deadline = startDeadline(clock, 1e12, 'the run');
  const outcomes = await runEdits(
    { edits: load.edits, takenOutputs: new Set(load.edits.map(({ output }) => output)) },
    {
      queue: connect(service),
      claims: grantAll,
      keepsRecord: true,
      budget: createBudget({ maxEdits: load.edits.length }, {}),
      unsent: 'skipped',
      onTimeout: 'cancel',
      earlierPhases: earlierPhases.slice(-MOST_EARLIER),
      files: {
        uploadBytes: () => 0,
        makeSendable: async () => await Promise.resolve(['https://cdn.example.com/a.jpg']),
        unchangedOutput: async () => await Promise.resolve({ ok: false, error: 'There is none.' }),
        copy: async (file) => await Promise.resolve(file),
        download: async (_url, output) => {
          const place = await downloads.enter(signal);
          await service.download();
          place?.leave();
          return { ok: true, value: makeFile(output) };
        },
        takesUnknownFiles: true,
      },
      clock,
      log: silent,
      maxParallel,
      deadline,
      onChange: () => undefined,
    },
  );
  if (outcomes.some(({ state }) => state !== 'succeeded')) throw new Error('Not every edit was made');
  const phases = outcomes.flatMap(({ timings: { queuedMs, runningMs } }) =>
    queuedMs === undefined || runningMs === undefined ? [] : [{ queuedMs, runningMs }],
  );
  return { makespanMs: clock.now() - service.firstMs, reads: service.reads, phases };
}

function connect(service: SimulatedService): QueueClient {
  return {
    submit: async ({ prompt }) => ({
      kind: 'accepted',
      requestId: await service.submit(typeof prompt === 'string' ? prompt : ''),
    }),
    status: async (id) => ({ ok: true, value: (await service.read(id)) as { kind: 'ended' } }),
    result: async (id) => {
      const { kind } = await service.read(id);
      const output = { urls: [`https://out.example/${id}.png`] };
      return {
        ok: true,
        value: kind === 'ended' ? { kind: 'succeeded', output } : { kind: kind as 'running' },
      };
    },
    cancel: async () => await Promise.resolve('unconfirmed'),
    price: async () => await Promise.resolve({ ok: true, value: { baseUsd: 0.03, unit: 'output' } }),
    model: async () => await Promise.reject(new Error('not asked')),
    catalog: async () => await Promise.reject(new Error('not asked')),
    resultUrl: (id) => id,
    aheadMs: () => undefined,
    slowDowns: () => 0,
  };
}

/**
 * A loop of the shape of the vendor's command line, once for each slot: submit, ask every `pollMs`, read the result, download,
 * and only then the next edit.
 */
export async function makeVendorsWay(load: Load, pollMs: number): Promise<Made> {
  const clock = createVirtualClock();
  const service = createSimulatedService(load, clock);
  const workers = createPlaces(() => load.row.slots);
  await eachAfterItsNeeds(load, async (id, turn) => {
    const worker = await workers.enter(signal, turn);
    await service.submit(id);
    do await clock.sleep(pollMs);
    while ((await service.read(id)).kind !== 'ended');
    await service.read(id);
    await service.download();
    worker?.leave();
  });
  return { makespanMs: clock.now() - service.firstMs, reads: service.reads, phases: [] };
}

/**
 * The ideal schedule for one who does not know how long a job will take: edits begin in the same order as ours, the
 * moment that a slot is free and what they need is on disk; calls take no time, and each picture is on the line the moment
 * that its job ends. The line takes whole pictures in their order, those that others need first.
 */
export async function makeIdeally(load: Load): Promise<number> {
  const clock: Clock = createVirtualClock();
  const startMs = clock.now();
  const slots = createPlaces(() => load.row.slots);
  const line: Places = createPlaces(() => 1);
  await eachAfterItsNeeds(load, async (id, turn) => {
    const slot = await slots.enter(signal, turn);
    await clock.sleep(load.serviceMs.get(id) ?? 0);
    slot?.leave();
    const fetching = await line.enter(signal, turn);
    await clock.sleep(OUTPUT_MS);
    fetching?.leave();
  });
  return clock.now() - startMs;
}

/** Makes each edit as soon as those that it needs are made; `turn` is its place in the order of ours. */
export async function eachAfterItsNeeds(
  { edits }: Load,
  make: (id: string, turn: number) => Promise<void>,
): Promise<void> {
  const made = new Map<string, Promise<void>>();
  const turns = new Map(orderEdits(edits).map(({ id }, turn) => [id, turn]));
  for (const { id, needs } of edits) {
    const before = Promise.all(needs.map(async (each) => await made.get(each)));
    made.set(
      id,
      before.then(async () => {
        await make(id, turns.get(id) ?? 0);
      }),
    );
  }
  await Promise.all(made.values());
}
