import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { createThisStep } from '../../../src/run/ledger/this-step.ts';
import { mapValues } from '../../../src/shared/map-values.ts';
import { createLedger } from '../../../src/ledger/write/create-ledger.ts';
import { openJournal } from '../../../src/ledger/write/journal.ts';
import type { Claim } from '../../../src/ledger/life/types.ts';
import { openGitStore } from '../../../src/run/ledger/open-store.ts';
import { readActionMetadata } from '../../../demo/action-metadata.ts';
import { createQueueClient } from '../../../src/queue/create-queue-client.ts';
import { TOKEN, type RunStage } from '../run-stage.ts';
import { makePicture } from '../../support/stage.ts';
import type { WorldStage } from '../../support/world-stage.ts';

const never = new AbortController().signal;

/** What a killed run had written down of one edit. */
interface Left {
  readonly id: string;
  /** In the results file. */
  readonly state: string;
  readonly isPosted?: boolean;
  readonly requestId?: string;
  /** Whether the results file names the request, too. */
  readonly isNoted?: boolean;
}

/** A fingerprint. */
function nameOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** Submits a job as a run would. */
export async function submit({ emulator }: RunStage, { world }: WorldStage, prompt: string): Promise<string> {
  await using queue = createQueueClient({ ...world, apiUrl: emulator.apiUrl, token: emulator.token });
  const picture = `data:image/png;base64,${(await makePicture()).toString('base64')}`;
  const answer = await queue.submit(
    { image_urls: [picture], prompt, 'width×height': '1024x1024(1:1)', scale: 0.5, force_single: true },
    {
      model: 'bytedance/dreamina-4-0/edit',
      signal: never,
      key: 'claim-1',
      leftMs: () => Infinity,
    },
  );
  if (answer.kind !== 'accepted') throw new Error(answer.error.message);
  return answer.requestId;
}

/** Leaves the world as a run does that is killed: its claims are in the store, everything else is only in its files. */
export async function leave(
  stage: RunStage,
  here: WorldStage,
  edits: readonly Left[],
  results = true,
): Promise<WorldStage['world']> {
  const { world, state } = here;
  const folder = await mkdtemp(path.join(world.temp, 'folder-'));
  const file = path.join(await mkdtemp(path.join(world.temp, 'journal-')), 'journal.jsonl');
  Object.assign(state, { folder, journal: file, ledger: 'git', 'artifact-name': 'pictures' });
  const listed = edits.map(({ id, state: word, requestId, isNoted = true }) => ({
    ...{ id, state: word, action: 'submit', fingerprint: nameOf(id) },
    requestId: isNoted ? (requestId ?? null) : null,
  }));
  if (results) await writeFile(path.join(folder, 'results.json'), JSON.stringify({ edits: listed }));

  const step = createThisStep({}, world);
  const opened = await openGitStore(TOKEN, world, never);
  if (!opened.ok) throw new Error(opened.error.message);
  await using store = opened.value;
  await using journal = await openJournal(file);
  const dead = new AbortController();
  const ledger = createLedger({
    ...world,
    serverMs: () => world.clock.now(),
    store: store.store,
    journal,
    step,
    signal: dead.signal,
  });
  const claimedAtMs = Date.now();
  const claims = edits.map(({ id }): Claim => ({
    ...{ id: `claim-${id}`, fingerprint: nameOf(id), edit: id, destination: 'artifact', step, claimedAtMs },
    overAtMs: claimedAtMs + 60_000,
  }));
  await ledger.open();
  await ledger.update(claims.map((claim) => ({ kind: 'claim', claim, over: [] })));
  for (const [index, { isPosted, requestId }] of edits.entries()) {
    const claim = claims[index];
    if (claim === undefined) continue;
    if (isPosted === true) await ledger.posting(claim);
    if (requestId !== undefined)
      await journal.append({ kind: 'accepted', claim, requestId, submittedAtMs: claimedAtMs });
  }
  dead.abort();
  return withInputs(world, stage);
}

/** The world with the inputs as the post step reads them. */
export function withInputs(world: WorldStage['world'], { emulator }: RunStage): WorldStage['world'] {
  const service: Readonly<Record<string, string>> = {
    'api-token': emulator.token,
    'api-url': emulator.apiUrl,
  };
  const getInput = (name: string): string => service[name] ?? INPUTS[name] ?? '';
  return { ...world, actions: { ...world.actions, getInput } };
}

/** The defaults of action.yml, of a runner that does not name the job; and what the workflow sets. */
const INPUTS: Readonly<Record<string, string>> = {
  ...mapValues((await readActionMetadata()).inputs, (input) => input.default ?? ''),
  'github-token': TOKEN,
  'artifact-name': 'pictures',
  'job-id': '',
  mode: 'apply',
};
