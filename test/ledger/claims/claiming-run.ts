// A run that claims and "submits" as many of the edits as it gets: `node claiming-run.ts <url> <folder> <number> <edits>`.
// Prints on its standard output for each edit what it was answered.
import path from 'node:path';

import { openRepository } from '../../../src/git/open-repository.ts';
import { createClaims } from '../../../src/ledger/claims/create-claims.ts';
import { createLedger } from '../../../src/ledger/write/create-ledger.ts';
import { createGitStore } from '../../../src/ledger/stores/git-store.ts';
import { openJournal } from '../../../src/ledger/write/journal.ts';
import { TOKEN } from '../../git/http-remote.ts';
import { realClock } from '../../support/clocks.ts';
import { DESTINATION, print, stepOf } from '../samples.ts';

const [, , url = '', folder = '', number = '', names = ''] = process.argv;
const { signal } = new AbortController();
const step = stepOf(number, 1, `step ${number}`);

const repository = await openRepository(
  path.join(folder, `repository-${number}`),
  { url, token: TOKEN },
  process.env,
  signal,
);
if (!repository.ok) throw new Error(repository.error.why);
await using opened = repository.value;
await using journal = await openJournal(path.join(folder, `journal-${number}`));
const log = {
  info: (text: string) => process.stderr.write(`${number}: ${text}\n`),
  debug: () => undefined,
  group: async <T>(_title: string, body: () => Promise<T>): Promise<T> => await body(),
};
const deps = {
  store: createGitStore(opened),
  journal,
  step,
  clock: realClock,
  random: Math.random,
  log,
  signal,
};
const ledger = createLedger({ ...deps, serverMs: () => realClock.now(), idDelayMs: 200 });
const read = await ledger.open();
if (!read.ok) throw new Error(read.error.message);

const edits = names
  .split(',')
  .map((id) => ({ id, kind: 'submit' as const, fingerprint: print(id), over: [] }));
const overAtMs = Date.now() + 3_600_000;
const claims = createClaims(edits, {
  ledger,
  step,
  clock: realClock,
  destination: DESTINATION,
  aheadOf: 2,
  overAtMs,
});
const answers: Record<string, string> = {};
for (const edit of edits) {
  const answer = await claims.claim(edit, signal);
  answers[edit.id] = answer.kind;
  if (answer.kind !== 'claimed') continue;
  await claims.posting(edit);
  await claims.accepted(edit, `${edit.id}-by-${number}`, Date.now());
}
await claims.releaseUnused();
const flushed = await ledger.flush();
if (!flushed.ok) throw new Error(flushed.error.message);
process.stdout.write(JSON.stringify(answers));
