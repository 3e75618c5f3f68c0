import { median } from '../benchmark.ts';
import { makeIdeally, makeOurWay, makeVendorsWay, type Made } from './contenders.ts';
import { makeLoad, type Row } from './make-load.ts';
import { findReferenceMs } from './reference-reads.ts';

/** As the vendor's command line asks. */
const VENDORS_POLL_MS = 2000;

/** The most that `max-parallel` may be. */
const MOST_PARALLEL = 64;

/** How one contender made the edits of a row. */
export interface Ratios {
  /** Its makespan, divided by the ideal one. */
  readonly ideal: number;
  readonly readsEach: number;
}

/** How all made the edits of a row: medians of some loads of the same kind. */
export interface MeasuredRow {
  /** A first run that has as many places as the service. */
  readonly first: Ratios;
  /** The same in a repository whose lock file has the times of a run before. */
  readonly second: Ratios;
  /** The same with half as many places more than the service, so that a job is in its queue when another one ends. */
  readonly ahead: Ratios;
  readonly auto: Ratios;
  readonly vendor: Ratios;
  /**
   * The same with each job read at the times that are best for it; absent if the run may have more places than the service, which
   * makes up for late reads.
   */
  readonly reference?: number;
  /** The makespans of `ahead`, divided by the ideal ones: the mean, as `reference` is. */
  readonly aheadIdeal: number;
  /** The makespans of a first run, divided by those of the vendor's loop with as many reads. */
  readonly firstBesideLoop: number;
  /** The same of a second run. */
  readonly besideLoop: number;
}

interface Draw {
  readonly idealMs: number;
  readonly aheadMs: number;
  readonly ways: Readonly<Record<Way, Ratios>>;
  readonly beside: Readonly<Record<'first' | 'second', { readonly oursMs: number; readonly loopMs: number }>>;
}

type Way = 'first' | 'second' | 'ahead' | 'auto' | 'vendor';

/** Measures a row by so many loads. */
export async function measureRow(row: Row, draws: number): Promise<MeasuredRow> {
  const measured: Draw[] = [];
  for (let draw = 0; draw < draws; draw += 1) measured.push(await measureDraw(row, draw));
  const ratios = (way: Way): Ratios => ({
    ideal: median(measured.map(({ ways }) => ways[way].ideal)),
    readsEach: median(measured.map(({ ways }) => ways[way].readsEach)),
  });
  const sum = (pick: (draw: Draw) => number): number =>
    measured.reduce((total, draw) => total + pick(draw), 0);
  const beside = (run: 'first' | 'second'): number =>
    sum((draw) => draw.beside[run].oursMs) / sum((draw) => draw.beside[run].loopMs);
  const idealMs = sum((draw) => draw.idealMs);
  return {
    first: ratios('first'),
    second: ratios('second'),
    ahead: ratios('ahead'),
    auto: ratios('auto'),
    vendor: ratios('vendor'),
    ...(placesAhead(row) === row.slots && { reference: (await findReferenceMs(row, draws)) / idealMs }),
    aheadIdeal: sum(({ aheadMs }) => aheadMs) / idealMs,
    firstBesideLoop: beside('first'),
    besideLoop: beside('second'),
  };
}

/** Places of a run that keeps a job in the service's queue, if it may have so many. */
function placesAhead({ slots }: Row): number {
  return Math.min(MOST_PARALLEL, Math.ceil(1.5 * slots));
}

async function measureDraw(row: Row, draw: number): Promise<Draw> {
  const { slots, edits } = row;
  const load = makeLoad(row, draw);
  const idealMs = await makeIdeally(load);
  const { phases } = await makeOurWay(makeLoad(row, draw + 1000), slots);
  const first = await makeOurWay(load, slots);
  const second = await makeOurWay(load, slots, phases);
  const ahead = await makeOurWay(load, placesAhead(row), phases);
  const auto = await makeOurWay(load, 'auto', phases);
  const vendor = await makeVendorsWay(load, VENDORS_POLL_MS);
  const beside = async (ours: Made): Promise<Draw['beside']['first']> => {
    // More reads can make a loop faster: it is given as many as ours.
    const loop = await makeVendorsWay(load, (VENDORS_POLL_MS * vendor.reads) / ours.reads);
    return { oursMs: ours.makespanMs, loopMs: loop.makespanMs };
  };
  const ratios = ({ makespanMs, reads }: Made): Ratios => ({
    ideal: makespanMs / idealMs,
    readsEach: reads / edits,
  });
  return {
    idealMs,
    aheadMs: ahead.makespanMs,
    ways: {
      first: ratios(first),
      second: ratios(second),
      ahead: ratios(ahead),
      auto: ratios(auto),
      vendor: ratios(vendor),
    },
    beside: { first: await beside(first), second: await beside(second) },
  };
}
