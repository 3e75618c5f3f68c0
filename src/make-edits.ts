import type { OpenedBranch } from './deliver/branch/types.ts';
import { copyFile } from './download/copy-file.ts';
import { createDownloader } from './download/create-downloader.ts';
import type { ActionInputs } from './inputs/types.ts';
import { describeEstimate } from './jobs/estimate-cost.ts';
import { runEdits } from './jobs/run-edits.ts';
import { RunStopped } from './jobs/stop-reason.ts';
import type { JobChange } from './jobs/types.ts';
import { createKeptOutputs, keptBytes } from './kept-outputs.ts';
import type { EditOutcome } from './plan/outcome.ts';
import type { Plan } from './plan/types.ts';
import { createQueueClient } from './queue/create-queue-client.ts';
import { makeSendable } from './references/make-sendable.ts';
import type { ReferenceForms } from './references/types.ts';
import { uploadBytes } from './references/upload-bytes.ts';
import type { Deadline } from './shared/deadline.ts';
import type { Problem } from './shared/problem.ts';
import type { World } from './world.ts';

interface Work {
  readonly plan: Plan;
  readonly forms: ReferenceForms;
  readonly inputs: ActionInputs;
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Absent where nothing goes to a branch. */
  readonly opened?: OpenedBranch;
  readonly deadline: Deadline;
  readonly onChange: (change: JobChange) => void;
}

/** How the edits ended, and what concerns all of them. */
export interface MadeEdits {
  readonly edits: readonly EditOutcome[];
  readonly problems: readonly Problem[];
}

/** The paid part of a run: opens the ways to the service and to its outputs, and makes the planned edits. */
export async function makeEdits(work: Work, world: World): Promise<MadeEdits> {
  const { plan, forms, inputs, folder, opened, deadline, onChange } = work;
  await using queue = createQueueClient({ apiUrl: inputs.apiUrl, token: inputs.apiToken, ...world });
  await using downloader = createDownloader({ folder, outputHosts: inputs.outputHosts, ...world });
  await using kept = createKeptOutputs({ opened, queue, temp: world.temp });
  const problems: Problem[] = [];
  let runDeadline = deadline;
  // A run that sends nothing asks nothing.
  if (plan.edits.some(({ action }) => action.kind === 'submit')) {
    const price = await queue.price(deadline.signal);
    world.log.info(
      price.ok ? describeEstimate(plan, price.value) : `The price is not known: ${price.error.message}`,
    );
    if (!price.ok && price.error.code === 'authentication') {
      // Every submit would meet the same: it is told once, and not once for each edit.
      problems.push({ severity: 'error', message: price.error.message });
      const refused = new RunStopped('Not sent, as the service refused the API token.');
      runDeadline = { ...deadline, signal: AbortSignal.abort(refused) };
    }
  }
  const edits = await runEdits(plan, {
    queue,
    uploadBytes: (edit, needed) =>
      needed.reduce((sum, each) => sum + keptBytes(each), uploadBytes(edit, forms)),
    makeSendable: async (edit, outputUrls) => await makeSendable(edit, forms, outputUrls),
    keptOutput: async (...call) => await kept.open(...call),
    copy: async (file, output) => await copyFile(file, folder, output),
    download: async (...call) => await downloader.download(...call),
    clock: world.clock,
    log: world.log,
    maxParallel: inputs.maxParallel,
    deadline: runDeadline,
    onChange,
  });
  return { edits, problems };
}
