import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createGitStore, LEDGER_REF } from '../../../src/ledger/stores/git-store.ts';
import type { LedgerStore } from '../../../src/ledger/life/types.ts';
import { commitByOther, runGit } from '../../support/bare-repository.ts';
import { git, good as goodGit } from '../../git/disk-remote.ts';
import { createHttpRemote, TOKEN, type HttpRemote } from '../../git/http-remote.ts';
import { claimed, ledgerOf, accepted, THEM, US } from '../samples.ts';

const { signal } = new AbortController();
const ours = ledgerOf(claimed(US));
const theirs = ledgerOf(accepted(THEM, 'r1', 'r2'));

let remote: HttpRemote;
let open: AsyncDisposableStack;
beforeEach(async () => {
  open = new AsyncDisposableStack();
  remote = open.use(await createHttpRemote());
});
afterEach(async () => {
  await open.disposeAsync();
});

async function openStore(token = TOKEN): Promise<LedgerStore> {
  return createGitStore(open.use(goodGit(await remote.open(token))));
}

/** The ledger's file as it is on the server. */
async function textThere(): Promise<string> {
  return await git(remote.disk.bare, 'show', `${LEDGER_REF}:ledger.json`);
}

/** Puts a file at the ledger's ref, as somebody else would. */
async function forge(files: Readonly<Record<string, string>>): Promise<string> {
  const commit = await commitByOther(remote.disk.bare, files, 'forged');
  await runGit(remote.disk.bare, ['update-ref', LEDGER_REF, commit]);
  return commit;
}

test('nothing is kept at first; what is written is read by the next run', async () => {
  const store = await openStore();
  expect(await store.read(signal)).toEqual({ ok: true, value: { ledger: new Map(), version: undefined } });
  expect(remote.asked()).toEqual(['GET info/refs', 'POST git-upload-pack']);

  const written = await store.write(theirs, undefined, signal);
  expect(written).toMatchObject({
    ok: true,
    value: { version: expect.stringMatching(/^[0-9a-f]{40}$/) as string },
  });
  expect(remote.asked()).toEqual(['GET info/refs', 'POST git-receive-pack']);

  const next = await openStore();
  remote.asked();
  const version = written.ok && written.value !== 'moved' ? written.value.version : '';
  expect(await next.read(signal)).toEqual({ ok: true, value: { ledger: theirs, version } });
  expect(remote.asked()).toEqual(['GET info/refs', 'POST git-upload-pack', 'POST git-upload-pack']);
});

test('it is one commit without parents, outside of all branches, however often it is written', async () => {
  const store = await openStore();
  let version: string | undefined;
  for (const ledger of [ours, theirs, new Map(), ours]) {
    const written = await store.write(ledger, version, signal);
    if (!written.ok || written.value === 'moved') throw new Error('not written');
    version = written.value.version;
  }
  expect(await git(remote.disk.bare, 'for-each-ref', '--format=%(refname)')).toBe(`${LEDGER_REF}\n`);
  expect(await git(remote.disk.bare, 'rev-list', '--count', LEDGER_REF)).toBe('1\n');
  expect(await git(remote.disk.bare, 'ls-tree', '-r', '--name-only', LEDGER_REF)).toBe('ledger.json\n');
  await git(remote.disk.bare, 'fsck', '--strict');
});

test('the second one gets an answer, and changes nothing', async () => {
  const first = await openStore();
  const second = await openStore();
  const read = await second.read(signal);
  expect(await first.write(theirs, undefined, signal)).toMatchObject({ ok: true });
  const text = await textThere();
  const version = read.ok ? read.value.version : 'not read';
  expect(await second.write(ours, version, signal)).toEqual({ ok: true, value: 'moved' });
  expect(await textThere()).toBe(text);
  // Read again, it is fetched over what was at hand.
  const again = await second.read(signal);
  expect(again).toMatchObject({ ok: true, value: { ledger: theirs } });
  const written = await second.write(ours, again.ok ? again.value.version : '', signal);
  expect(written).toMatchObject({ ok: true });
  expect(await first.read(signal)).toMatchObject({ ok: true, value: { ledger: ours } });
});

describe('what cannot be understood stays as it is', () => {
  test.each([
    ['no ledger', { 'ledger.json': 'yes' }, 'it is not JSON'],
    ['a newer one', { 'ledger.json': '{"version": 2}' }, 'written by a newer version'],
    ['another file', { 'README.md': 'hello' }, 'there is no ledger.json in it'],
    ['a folder of its name', { 'ledger.json/a.txt': 'hello' }, 'there is no ledger.json in it'],
  ])('%s', async (_, files, why) => {
    const commit = await forge(files);
    const store = await openStore();
    const read = await store.read(signal);
    expect(read).toMatchObject({ ok: false, error: { kind: 'damaged' } });
    expect(read.ok || read.error.message).toContain(why);
    expect(await store.write(ours, undefined, signal)).toEqual({ ok: true, value: 'moved' });
    expect(await git(remote.disk.bare, 'rev-parse', LEDGER_REF)).toBe(`${commit}\n`);
  });
});

describe('what went wrong is reported', () => {
  test('a token that is not accepted', async () => {
    const store = await openStore('wrong');
    const message = `The ledger of work in flight (${LEDGER_REF}) cannot be read: the server does not accept the token, or asks for one and none was given. The token in the input \`github-token\` may have expired: give a new one, or set \`ledger: none\`.`;
    expect(await store.read(signal)).toEqual({ ok: false, error: { kind: 'denied', message } });
  });

  test('a token that may only read', async () => {
    remote.service.readOnly = true;
    const store = await openStore();
    expect(await store.read(signal)).toMatchObject({ ok: true });
    const message = `The ledger of work in flight (${LEDGER_REF}) cannot be written: Write access to repository not granted. Give the job \`permissions: contents: write\`, or set \`ledger: none\`.`;
    expect(await store.write(ours, undefined, signal)).toEqual({
      ok: false,
      error: { kind: 'denied', message },
    });
  });

  test('a server that takes no such ref', async () => {
    await remote.disk.hook('pre-receive', 'echo no refs of yours >&2; exit 1');
    const store = await openStore();
    const written = await store.write(ours, undefined, signal);
    expect(written).toMatchObject({ ok: false, error: { kind: 'denied' } });
    expect(written.ok || written.error.message).toContain('no refs of yours');
  });

  test.each([{ kind: 'status', status: 503 }, { kind: 'reset-before' }] as const)(
    'a server that is out of order: $kind',
    async (fault) => {
      remote.service.faults.push({ match: /./, times: Infinity, ...fault });
      const store = await openStore();
      expect(await store.read(signal)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
      expect(await store.write(ours, undefined, signal)).toMatchObject({
        ok: false,
        error: { kind: 'unreachable' },
      });
    },
  );

  test('a stop', async () => {
    const store = await openStore();
    const stopped = AbortSignal.abort(new Error('the step was stopped'));
    expect(await store.read(stopped)).toMatchObject({ ok: false, error: { kind: 'stopped' } });
    expect(await store.write(ours, undefined, stopped)).toMatchObject({
      ok: false,
      error: { kind: 'stopped' },
    });
  });
});

test('an answer that was lost leaves the question open; reading answers it', async () => {
  const store = await openStore();
  remote.service.faults.push({
    match: /POST .*receive-pack/,
    times: 2,
    kind: 'cut-response-after',
    bytes: 0,
  });
  expect(await store.write(ours, undefined, signal)).toMatchObject({
    ok: false,
    error: { kind: 'unreachable' },
  });
  expect(await store.read(signal)).toMatchObject({ ok: true, value: { ledger: ours } });
});
