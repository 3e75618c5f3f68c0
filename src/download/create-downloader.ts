import { describeError } from '../shared/describe-error.ts';
import type { EditError } from '../shared/edit-error.ts';
import type { Clock, Env, Log, Random, ResolveHost } from '../shared/ports.ts';
import { countFailure, nextTryMs, NO_FAILURES } from './next-try.ts';
import { createOutputReader } from './open-output.ts';
import { createBufferSweeper } from './sweep-buffers.ts';
import { tryDownload } from './try-download.ts';
import type { Downloader, DownloadFailure, DownloadLimits, OutputHost } from './types.ts';

export interface DownloaderDeps {
  /** Absolute path of the output folder. */
  readonly folder: string;
  readonly outputHosts: readonly OutputHost[];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly env: Env;
  readonly resolveHost: ResolveHost;
  readonly limits?: Partial<DownloadLimits>;
}

const LIMITS: DownloadLimits = {
  maxBytes: 512 * 1024 * 1024,
  vanishedTries: 4,
  damagedTries: 4,
  silenceMs: 60_000,
};

/** Opens the way from output addresses to verified files under `folder`. Dispose of it to close its connections. */
export function createDownloader(deps: DownloaderDeps): Downloader {
  const { clock, random, log } = deps;
  const limits = { ...LIMITS, ...deps.limits };
  const reader = createOutputReader({ ...deps, limits });
  const sweep = createBufferSweeper();
  let begun = 0;
  return {
    download: async (url, output, signal) => {
      begun += 1;
      const unique = `${begun}-${Math.floor(random() * 2 ** 32).toString(36)}`;
      const target = { folder: deps.folder, output, unique, sweep };
      const parts = { ...deps, reader, maxBytes: limits.maxBytes, nowMs: () => clock.now(), signal };
      let count = NO_FAILURES;
      for (let tries = 1; ; tries += 1) {
        const attempt = await tryDownload(url, target, parts);
        if (attempt.ok) return attempt;
        const failure = attempt.error;
        if (signal.aborted) return { ok: false, error: describeStop(failure, signal) };
        count = countFailure(count, failure);
        const waitMs = nextTryMs(count, failure, limits, random);
        if (waitMs === undefined) return { ok: false, error: describeEnd(failure, tries) };
        log.debug(`${output}: ${failure.host}: ${failure.reason}; next try in ${waitMs} ms`);
        try {
          await clock.sleep(waitMs, signal);
        } catch {
          // Only the signal ends a wait; the failure before it tells more than the stop itself.
          return { ok: false, error: describeStop(failure, signal) };
        }
      }
    },
    [Symbol.asyncDispose]: async () => {
      await reader[Symbol.asyncDispose]();
    },
  };
}

function describeEnd(failure: DownloadFailure, tries: number): EditError {
  const { host, reason } = failure;
  const after = tries === 1 ? '' : ` (tried ${tries} times)`;
  switch (failure.kind) {
    case 'vanished':
      return { code: 'output-vanished', message: `The output is gone from ${host}: ${reason}${after}.` };
    case 'refused':
      return { code: 'output-refused', message: `The output was not downloaded from ${host}: ${reason}.` };
    case 'damaged':
    case 'outage':
    case 'disk':
      return {
        code: 'download-failed',
        message: `The output could not be downloaded from ${host}: ${reason}${after}.`,
      };
  }
}

function describeStop(failure: DownloadFailure, signal: AbortSignal): EditError {
  const why = describeError(signal.reason);
  const last = failure.reason.includes(why) ? '' : ` Before that: ${failure.reason}.`;
  return {
    code: 'download-failed',
    message: `The download from ${failure.host} was stopped: ${why}.${last}`,
  };
}
