import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { LockedFile } from '../lock/types.ts';
import { renditionPacket } from '../media/mark/rendition-packet.ts';
import { describeError } from '../shared/describe-error.ts';
import { formatDuration } from '../shared/duration.ts';
import { formatBytes } from '../shared/format.ts';
import type { Clock, Log } from '../shared/ports.ts';
import type { Clause } from '../shared/sentence.ts';
import { createBufferSweeper } from '../shared/sweep-buffers.ts';
import type { SetWork } from './compare-renditions.ts';
import { loadEngine, type Engine } from './engine.ts';
import { createLookInto } from './look-into.ts';
import { makeFile } from './make-file.ts';
import type { MadeSet } from './types.ts';

/** What is made with. */
export interface MakePorts {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly log: Pick<Log, 'info'>;
  /** Absolute path of the engine. */
  readonly engineFolder: string;
  readonly signal: AbortSignal;
}

/** What came of it. */
export interface MadeRenditions {
  readonly sets: readonly MadeSet[];
  /** Absolute paths of the files that were made, by their paths. */
  readonly onDisk: ReadonlyMap<string, string>;
  /** By the original's path: what could not be made, or should be known. */
  readonly warnings: readonly { readonly original: string; readonly text: Clause }[];
}

/**
 * Makes the files of sets below `folder` (absolute), one after the other; those that are only copied are recorded. `locate`
 * gives the absolute path of an original by its SHA-256, undefined if it cannot be had. Never throws for what a picture or
 * the engine does: the next run tries again.
 */
export async function makeRenditions(
  work: readonly SetWork[],
  folder: string,
  locate: (sha256: string) => string | undefined,
  ports: MakePorts,
): Promise<MadeRenditions> {
  const sets: MadeSet[] = [];
  const onDisk = new Map<string, string>();
  const warnings: { original: string; text: Clause }[] = [];
  const [lookInto, sweep] = [createLookInto(), createBufferSweeper()];
  let engine: Engine | undefined;
  for (const { wanted, make, copy, preview: known = {} } of work) {
    const { set, original, settings, key, mark } = wanted;
    const warn = (text: Clause): void => {
      warnings.push({ original: original.path, text });
    };
    const files: LockedFile[] = copy.map(({ to }) => to);
    let preview = known;
    const file = make.length === 0 ? undefined : locate(original.sha256);
    if (make.length > 0 && file === undefined) warn('its renditions are not made: the picture is not here');
    if (file !== undefined) {
      const whys = new Set<string>();
      const note = (error: unknown): void => {
        whys.add(
          ports.signal.aborted
            ? 'there was no more time for it; the next run makes them'
            : describeError(error),
        );
      };
      try {
        engine ??= loadEngine(ports.engineFolder);
        const [first] = make;
        if (first !== undefined)
          preview = await engine.preview({ path: file, type: original.type }, { ...first, set });
        const parts = await lookInto(file, original.type);
        for (const each of make) {
          ports.signal.throwIfAborted();
          const startedMs = ports.clock.monotonicMs();
          const packet = renditionPacket(parts, original.type, mark, each.type);
          try {
            const { bytes, warning } = await makeFile(engine, file, wanted, each, packet);
            if (warning !== undefined) warn(warning);
            onDisk.set(each.path, await write(folder, each.path, bytes));
            const sha256 = createHash('sha256').update(bytes).digest('hex');
            files.push({ ...each, sha256, bytes: bytes.length });
            sweep(bytes.length);
            ports.log.info(
              `${each.path}  ${formatBytes(bytes.length)}, made in ${formatDuration(ports.clock.monotonicMs() - startedMs)}`,
            );
          } catch (error) {
            // Such as a width that its format does not have: the others can be made.
            note(error);
          }
        }
      } catch (error) {
        note(error);
      }
      for (const why of whys)
        warn(`its renditions ${set.name === '' ? '' : `\`${set.name}\` `}are not all made: ${why}`);
    }
    if (files.length > 0)
      sets.push({ original: original.sha256, key, set: set.name, settings, files, ...preview });
  }
  return { sets, onDisk, warnings };
}

/** Gives the absolute path. */
async function write(folder: string, name: string, bytes: Buffer): Promise<string> {
  const target = path.join(folder, ...name.split('/'));
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, bytes);
  return target;
}
