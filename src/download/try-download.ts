import { describeError } from '../shared/describe-error.ts';
import { describeUntrusted } from '../shared/untrusted-certificate.ts';
import type { Result } from '../shared/result.ts';
import { bareHost, quoteAddress, refuseAddress } from './check-address.ts';
import { AddressRefused } from './guarded-lookup.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { OutputAnswer, OutputReader } from './open-output.ts';
import { receiveFile, type OutputFile } from './receive-file.ts';
import type { DownloadedFile, DownloadFailure, OutputHost } from './types.ts';

const MAX_REDIRECTS = 5;

/**
 * One try: asks for the address, follows redirects with every hop checked like the first, and streams what comes to
 * disk. Nothing is sent but the address itself; in particular no credentials.
 */
export async function tryDownload(
  address: string,
  file: OutputFile,
  deps: {
    readonly reader: OutputReader;
    readonly outputHosts: readonly OutputHost[];
    readonly maxBytes: number;
    /** What an earlier try brought, as in `ExpectedBody`. */
    readonly seen: string | undefined;
    readonly nowMs: () => number;
    readonly signal: AbortSignal;
  },
): Promise<Result<DownloadedFile, DownloadFailure>> {
  let url = URL.parse(address);
  if (url === null)
    return failed('unusable', '', `the service named ${quoteAddress(address)}, which is not an address`);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const host = bareHost(url);
    const refusal = refuseAddress(url, deps.outputHosts);
    if (refusal !== undefined) return failed(refusal.kind, host, refusal.reason);
    let answer: OutputAnswer;
    try {
      answer = await deps.reader.get(url, deps.signal);
    } catch (error) {
      if (error instanceof AddressRefused) return failed('refused', host, describeError(error));
      // Tried a few times only: no run is long enough for someone to change a certificate.
      const untrusted = describeUntrusted(error);
      return failed(untrusted === undefined ? 'outage' : 'damaged', host, untrusted ?? describeError(error));
    }
    const verdict = judgeAnswer(answer.status, answer.header, deps.maxBytes, deps.nowMs());
    if (verdict.kind === 'body') {
      const expected = { bytes: verdict.expectedBytes, maxBytes: deps.maxBytes, seen: deps.seen };
      const received = await receiveFile(answer.body, expected, file);
      return received.ok ? received : { ok: false, error: { host, ...received.error } };
    }
    // Its body says nothing that is needed; the connection is closed with it.
    answer.body.destroy();
    if (verdict.kind === 'failure') {
      return { ok: false, error: { ...verdict.failure, host } };
    }
    const next = URL.parse(verdict.location, url.href);
    if (next === null) return failed('damaged', host, 'it redirects to an address that cannot be read');
    url = next;
  }
  return failed('damaged', bareHost(url), `more than ${MAX_REDIRECTS} redirects`);
}

function failed(
  kind: 'refused' | 'unusable' | 'damaged' | 'outage',
  host: string,
  reason: string,
): { readonly ok: false; readonly error: DownloadFailure } {
  return { ok: false, error: { kind, host, reason } };
}
