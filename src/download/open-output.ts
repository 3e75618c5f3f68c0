import type { Readable } from 'node:stream';
import { EnvHttpProxyAgent } from 'undici';

import { orAborted } from '../shared/or-aborted.ts';
import type { Env, ResolveHost } from '../shared/ports.ts';
import { readProxies } from '../shared/proxies.ts';
import { createGuardedLookup } from './guarded-lookup.ts';
import type { DownloadLimits, OutputHost } from './types.ts';

/** The beginning of an answer. Its holder must read `body` to its end or destroy it. */
export interface OutputAnswer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: Readable;
}

/** One GET with no credentials. Follows no redirect, repeats nothing; throws if there was no answer. */
export interface OutputReader extends AsyncDisposable {
  get(url: URL, signal: AbortSignal): Promise<OutputAnswer>;
}

/** Small, since many downloads run side by side and each holds at most about this much. */
const HIGH_WATER_MARK_BYTES = 64 * 1024;

/** Opens the way to the hosts of outputs, through the proxies that `env` names; loopback is never proxied. */
export function createOutputReader(deps: {
  readonly env: Env;
  readonly resolveHost: ResolveHost;
  readonly outputHosts: readonly OutputHost[];
  readonly limits: DownloadLimits;
}): OutputReader {
  const { env, outputHosts, limits } = deps;
  const agent = new EnvHttpProxyAgent({
    ...readProxies(
      env,
      outputHosts.map(({ host }) => host),
    ),
    // Only for connections without a proxy: behind one, it is the proxy that resolves and may refuse.
    connect: { lookup: createGuardedLookup(deps.resolveHost) },
    headersTimeout: limits.silenceMs,
    bodyTimeout: limits.silenceMs,
  });
  return {
    get: async (url, signal) => {
      const answering = agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: {
          accept: 'image/*, video/*',
          'accept-encoding': 'identity',
          'user-agent': 'dreamina-edit-action',
        },
        signal,
        highWaterMark: HIGH_WATER_MARK_BYTES,
      });
      // undici heeds a signal only once it is connected; a dead network would hold an aborted call for 10 s.
      const { statusCode, headers, body } = await orAborted(answering, signal);
      // A body that is dropped before its end fails; its reader learns that by reading.
      body.on('error', () => undefined);
      return {
        status: statusCode,
        header: (name) => {
          const value = headers[name];
          return typeof value === 'string' ? value : value?.[0];
        },
        body,
      };
    },
    [Symbol.asyncDispose]: async () => {
      await agent.destroy();
    },
  };
}
