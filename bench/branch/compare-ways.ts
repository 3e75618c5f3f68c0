import { rm } from 'node:fs/promises';
import path from 'node:path';

import type { GitService } from '../../demo/git-service/start-git-service.ts';
import { median } from '../benchmark.ts';
import { measureFloor } from './floor.ts';
import { forkRepository } from './import-branch.ts';
import { addOurWay } from './our-way.ts';
import { writePictures } from './pictures.ts';
import { addTheUsualWay } from './usual-way.ts';

/** Where pictures are added. */
export interface Ground {
  /** Absolute path of the repository that holds pictures already. */
  readonly seed: string;
  readonly service: GitService;
  /** The service's folder of repositories; everything else is made below it, too. */
  readonly root: string;
  /** `our-process`, compiled. */
  readonly script: string;
}

/** Numbers of pictures that no seed has. */
const FIRST_NEW = 100_000;
const ROUNDS = 3;
/** From here on one round takes long enough to be sure of. */
const MANY = 300;

/** Adds `count` pictures to the seed's branch in both ways, each to a fork of its own, and measures the floor. */
export async function compareWays(ground: Ground, count: number): Promise<Record<string, number>> {
  const { root, script } = ground;
  const pictures = path.join(root, 'pictures');
  const addition = { script, pictures, first: FIRST_NEW, count };
  const files = await writePictures(pictures, FIRST_NEW, count);
  const rounds = count < MANY ? ROUNDS : 1;
  const ours: Measured<{ seconds: number; peakMb: number }>[] = [];
  const floors: { bytes: number; git: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { hash, write, socket, receive } = await measureFloor(files, root);
    floors.push({ bytes: hash + socket, git: write + receive });
    ours.push(await onFork(ground, async (remote) => await addOurWay({ ...addition, remote }, root)));
  }
  const usual = await onFork(ground, async (remote) => await addTheUsualWay(remote, pictures, root));
  await rm(pictures, { recursive: true });

  const seconds = median(ours.map(({ value }) => value.seconds));
  const floor = median(floors.map(({ git }) => git));
  return {
    [`ours_${count}_s`]: seconds,
    [`usual_${count}_s`]: usual.value.seconds,
    [`times_faster_${count}`]: usual.value.seconds / seconds,
    [`floor_${count}_s`]: floor,
    [`floor_of_bytes_${count}_s`]: median(floors.map(({ bytes }) => bytes)),
    [`times_floor_${count}`]: seconds / floor,
    [`ours_${count}_peak_mb`]: Math.max(...ours.map(({ value }) => value.peakMb)),
    [`usual_${count}_peak_mb`]: usual.value.peakMb,
    [`ours_${count}_sent_mb`]: median(ours.map(({ sentMb }) => sentMb)),
    [`usual_${count}_sent_mb`]: usual.sentMb,
    [`ours_${count}_fetched_mb`]: median(ours.map(({ fetchedMb }) => fetchedMb)),
    [`usual_${count}_fetched_mb`]: usual.fetchedMb,
  };
}

interface Measured<T> {
  readonly value: T;
  readonly sentMb: number;
  readonly fetchedMb: number;
}

/** Does something to a fork of the seed, given its URL, and returns what went over the wire. */
export async function onFork<T>(
  { seed, service, root }: Ground,
  work: (remote: string, folder: string) => Promise<T>,
): Promise<Measured<T>> {
  const fork = await forkRepository(root, seed, 'acme/fork');
  const before = service.requests.length;
  try {
    const value = await work(`${service.url}/acme/fork.git`, fork);
    const requests = service.requests.slice(before);
    const sum = (bytes: readonly number[]): number => bytes.reduce((total, each) => total + each, 0) / 1e6;
    return {
      value,
      sentMb: sum(requests.map(({ bytesIn }) => bytesIn)),
      fetchedMb: sum(requests.map(({ bytesOut }) => bytesOut)),
    };
  } finally {
    await rm(fork, { recursive: true });
  }
}
