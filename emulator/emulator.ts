import { createAdmin } from './admin.ts';
import { createApi } from './api.ts';
import { Faults } from './faults.ts';
import { createReferenceFetcher } from './fetch-reference.ts';
import { JobQueue } from './job-queue.ts';
import { readLedger, type LedgerEntry } from './ledger.ts';
import { listen } from './listen.ts';
import { MODEL_ID } from './model.ts';
import { createModels } from './models.ts';
import { resolveOptions, type EmulatorOptions } from './options.ts';
import { OutputStore } from './output-store.ts';
import { createOutputsHost } from './outputs-host.ts';
import { Painter } from './picture/painter.ts';
import { RequestLog, type RequestRecord } from './request-log.ts';
import { runJob } from './run-job.ts';
import { Service } from './service.ts';

/** RunComfy on your own machine. */
export interface Emulator extends AsyncDisposable {
  /** Base of the API: `http://127.0.0.1:port`. */
  readonly apiUrl: string;
  /** `127.0.0.1:port`, where the outputs are. */
  readonly outputsHost: string;
  /** Base of the admin server: ledger, requests and faults as JSON. */
  readonly adminUrl: string;
  readonly token: string;
  /** The model of the seed; the others are in the catalog. */
  readonly modelId: string;
  /** Every submit that was accepted, as it is now; refused ones are not in it. */
  readonly ledger: readonly LedgerEntry[];
  /** Every request to the API and the outputs' host, in order. */
  readonly requests: readonly RequestRecord[];
  /** What is to go wrong. */
  readonly faults: Faults;
  close(): Promise<void>;
}

/** Starts an emulator on 127.0.0.1. Rejects if a port is taken or an option makes no sense. */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = resolveOptions(options);
  const models = createModels(settings.priceUsd, settings.models);
  const faults = new Faults(settings.seed);
  const log = new RequestLog();
  const store = new OutputStore(new Painter(settings), settings.format);
  const fetchReference = createReferenceFetcher({
    hosts: settings.hosts,
    referenceHosts: settings.referenceHosts,
    ownOutput: (url) => store.atUrl(url)?.bytes,
  });
  const queue = new JobQueue(
    settings.capacity,
    async (job, signal) => await runJob(job, fetchReference, store, signal),
  );
  const service = new Service(settings, faults, queue);

  await using servers = new AsyncDisposableStack();
  // Undone last: first the servers accept nothing anymore.
  servers.defer(async () => {
    await queue.close();
    await store.finish();
  });
  const start = async (listener: Parameters<typeof listen>[0], offset: number): ReturnType<typeof listen> => {
    const server = await listen(listener, settings.port === 0 ? 0 : settings.port + offset);
    servers.defer(server.close);
    return server;
  };
  let apiUrl = '';
  const api = await start(createApi({ models, settings, service, faults, log, url: () => apiUrl }), 0);
  apiUrl = `http://${api.host}`;
  const subjectOf = (path: string): string => `${path}\n${service.promptOf(path.split('/')[1] ?? '')}`;
  const outputs = await start(createOutputsHost({ store, faults, log, subjectOf }), 1);
  store.setOrigin(`http://${outputs.host}`);
  service.setOutputsOrigin(`http://${outputs.host}`);
  const ledger = (): readonly LedgerEntry[] => readLedger(service.jobs);
  const admin = await start(createAdmin({ ledger, requests: log.records, faults }), 2);

  const running = servers.move();
  const close = async (): Promise<void> => {
    await running.disposeAsync();
  };
  return {
    apiUrl,
    outputsHost: outputs.host,
    adminUrl: `http://${admin.host}`,
    token: settings.token,
    modelId: MODEL_ID,
    get ledger() {
      return ledger();
    },
    requests: log.records,
    faults,
    close,
    [Symbol.asyncDispose]: close,
  };
}
