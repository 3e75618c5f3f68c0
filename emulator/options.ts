/** What an emulator can be asked to be. Everything has a default. */
export interface EmulatorOptions {
  /** Of the API; the outputs' host and the admin server take the next two. 0 (default): any three free ports. */
  readonly port?: number;
  /** The API token that is accepted. */
  readonly token?: string;
  /** Tokens of other accounts: valid, but they may not read what `token` submitted (403001). */
  readonly otherTokens?: readonly string[];
  /** How a bad token is answered: HTTP 400 with code 400004 (default), or HTTP 401. */
  readonly authErrors?: 400 | 401;
  /** Pictures, request ids, service times and faults by rate follow it. */
  readonly seed?: number;
  /** Jobs that run at once; the others wait in the queue. */
  readonly capacity?: number;
  /** How long a job runs: milliseconds, or a range [min, max] in which the seed chooses. */
  readonly serviceMs?: number | readonly [number, number];
  /** USD for each output of the default model; the others cost what their documents say. */
  readonly priceUsd?: number;
  /** USD on the account; default: no end of it. */
  readonly balanceUsd?: number;
  /** Documents of further models, as the service publishes them; one with the id of a model that ships takes its place. */
  readonly models?: readonly unknown[];
  /** Pictures a job makes if the model may choose (`force_single: false`): a count, or `seeded` for 1 to 4. */
  readonly imagesPerJob?: number | 'seeded';
  /** `collage` (default) shows references and prompt; `flat` is a plain color, made once a size: for quick tests. */
  readonly render?: 'collage' | 'flat';
  readonly format?: 'jpeg' | 'png';
  /** JPEG outputs are padded up to this many bytes, for tests that need large files. */
  readonly minOutputBytes?: number;
  /** Whether `/result` repeats the input, as the service may. */
  readonly echoInput?: boolean;
  /** What time its answers say it is, in Unix ms; this machine's time by default. */
  readonly now?: () => number;
  /** Public hosts that are served from here: host name to a folder, or to an `http://` origin on loopback. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Hosts from which references may be fetched, own outputs aside; default: any. */
  readonly referenceHosts?: readonly string[];
}

/** The options with every default filled in. */
export type Settings = Required<EmulatorOptions>;

/** Fills in the defaults; throws a RangeError on numbers that make no sense. */
export function resolveOptions(options: EmulatorOptions): Settings {
  const settings: Settings = {
    port: 0,
    token: 'emulator-token',
    otherTokens: [],
    authErrors: 400,
    seed: 1,
    capacity: 4,
    serviceMs: [400, 1600],
    priceUsd: 0.03,
    balanceUsd: Number.POSITIVE_INFINITY,
    models: [],
    imagesPerJob: 1,
    render: 'collage',
    format: 'jpeg',
    minOutputBytes: 0,
    echoInput: true,
    now: Date.now,
    hosts: {},
    referenceHosts: [],
    ...options,
  };
  const [fastestMs, slowestMs] = serviceRange(settings);
  refuseUnless(settings.capacity >= 1, 'capacity must be 1 or more');
  refuseUnless(fastestMs >= 0 && slowestMs >= fastestMs, 'serviceMs must be 0 or more, a range ascending');
  refuseUnless(settings.priceUsd >= 0, 'priceUsd must be 0 or more');
  refuseUnless(
    settings.imagesPerJob === 'seeded' || settings.imagesPerJob >= 1,
    'imagesPerJob must be 1 or more',
  );
  return settings;
}

/** The shortest and the longest run of a job, in milliseconds. */
export function serviceRange(settings: Settings): readonly [number, number] {
  const { serviceMs } = settings;
  return typeof serviceMs === 'number' ? [serviceMs, serviceMs] : serviceMs;
}

function refuseUnless(fine: boolean, message: string): void {
  if (!fine) throw new RangeError(message);
}
