import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { readKilledRun, type KilledRun } from './read-killed-run.ts';
import { deliverArtifact } from '../../deliver/artifact/artifact.ts';
import type { Delivery } from '../../deliver/types.ts';
import { readInputs } from '../../inputs/read-inputs.ts';
import type { StepState } from '../../runner/step-state.ts';
import { describeRescue, describeSuccess, renderRescue } from './render-rescue.ts';
import { closeKilledRun, type ClosedRun, type ClosePorts } from './close-killed-run.ts';
import { startDeadline } from '../../shared/deadline.ts';
import { describeError } from '../../shared/describe-error.ts';
import { toSentence } from '../../shared/sentence.ts';
import type { World } from '../../runner/world.ts';

/** The runner gives a post step five minutes. */
const LIMIT_MS = 4 * 60_000;

/**
 * The story of the post step: nothing if the main step ended by itself. If it was killed, the ledger records what is in
 * flight, jobs that are still queued are cancelled, the pictures made so far are uploaded, and the rest is listed.
 */
export async function rescue(world: World): Promise<void> {
  const { actions, log } = world;
  const state = world.state.read();
  if (state === undefined || state.hasEnded) return;

  const killed = await readKilledRun(state.folder, state.journal);
  if (killed === undefined) {
    log.info('The step was stopped before anything was sent.');
    return;
  }
  log.info(`The step was interrupted. ${describeSuccess(killed)}`);
  for (const problem of killed.problems) log.info(problem);

  using limit = startDeadline(world.clock, LIMIT_MS, 'the post step');
  const { cancels, isRecorded: keepsRecord } = await close(killed, state, world, limit.signal);
  for (const { id, text } of describeRescue({ killed, cancels, keepsRecord })) log.info(`${id}  ${text}`);
  const { isDelivered } = state;
  if (isDelivered) log.info('The pictures had been delivered by then.');
  const delivery: Delivery = isDelivered ? { kind: 'none' } : await upload(state, world, limit.signal);
  if (delivery.kind === 'failed') actions.annotate({ severity: 'error', message: delivery.message });
  await actions.writeSummary(renderRescue({ killed, cancels, keepsRecord, delivery, isDelivered }));
}

/** If it cannot be done, the log says why: the pictures are uploaded in any case. */
async function close(
  killed: KilledRun,
  { ledger: store, journal }: StepState,
  world: ClosePorts & Pick<World, 'actions' | 'readEvent'>,
  signal: AbortSignal,
): Promise<ClosedRun> {
  try {
    const inputs = readInputs(world.actions, await world.readEvent());
    // They were valid when the main step read them.
    if (!inputs.ok) throw new Error(inputs.error.map(({ message }) => message).join(' '));
    const ledger = store === 'none' || journal === undefined ? undefined : { store, journal };
    return await closeKilledRun(killed, ledger, inputs.value, world, signal);
  } catch (error) {
    world.log.info(toSentence(`cannot record or cancel what is in flight: ${describeError(error)}`));
    return { cancels: [], isRecorded: false };
  }
}

/** A picture may have been finished in the last instant, before that was recorded: the disk counts. */
async function upload(
  { folder, artifactName, retentionDays }: StepState,
  world: Pick<World, 'clock' | 'random' | 'log' | 'env' | 'job' | 'repository'>,
  signal: AbortSignal,
): Promise<Delivery> {
  let files: readonly string[];
  try {
    files = await listFiles(folder);
  } catch (error) {
    const message = `The pictures made so far could not be uploaded: ${describeError(error)}.`;
    return { kind: 'failed', message, folder };
  }
  if (files.every((file) => path.basename(file) === 'results.json')) return { kind: 'none' };
  return await deliverArtifact(
    {
      name: artifactName,
      folder,
      files,
      ...(retentionDays !== undefined && { retentionDays }),
      run: world.job,
    },
    { ...world, serverUrl: world.repository.serverUrl, signal },
  );
}

/** Whole files only: a file that is still being written has another name. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
