import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { buffer, text } from 'node:stream/consumers';

import { Refusal, type CacheEntries, type CacheScope } from './cache-entries.ts';
import type { CacheFaults } from './cache-faults.ts';
import type { loadMessageTypes } from './twirp-messages.ts';

export interface CacheRequestRecord {
  readonly method: string;
  /** Without the signature of signed addresses. */
  readonly path: string;
}

/** A service behind this one: the runner gives a step one address and one token for both. */
export interface ArtifactsBehind {
  readonly env: Readonly<Record<'ACTIONS_RESULTS_URL' | 'ACTIONS_RUNTIME_TOKEN', string>>;
}

interface Service {
  readonly artifacts?: ArtifactsBehind;
  readonly url: string;
  /** What each token may do. */
  readonly scopes: ReadonlyMap<string, CacheScope>;
  readonly entries: CacheEntries;
  readonly faults: CacheFaults;
  readonly requests: CacheRequestRecord[];
  readonly messages: Awaited<ReturnType<typeof loadMessageTypes>>;
}

const TWIRP = '/twirp/github.actions.results.api.v1.CacheService/';
const SIGNATURE = 'only-for-this-entry';

/** Answers the Twirp calls of the cache, and the calls to blob storage that carry its bytes. */
export function createRequestHandler(service: Service): RequestListener {
  return (request, response) => {
    answer(request, response, service).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else if (error instanceof Refusal)
        send(response, error.status, { code: error.code, msg: error.message });
      else send(response, 400, { code: 'malformed', msg: String(error) });
    });
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, service: Service): Promise<void> {
  const url = new URL(request.url ?? '/', service.url);
  const { method = '' } = request;
  service.requests.push({ method, path: url.pathname });
  if (url.pathname.startsWith('/twirp/')) {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const scope = service.scopes.get(token);
    if (scope === undefined) throw new Refusal(401, 'unauthenticated', 'the runtime token is not known');
    if (url.pathname.startsWith(TWIRP))
      await answerCall(url.pathname.slice(TWIRP.length), scope, request, response, service);
    else await passOn(url.pathname, request, response, service.artifacts);
    return;
  }
  const id = /^\/blobs\/(\d+)$/.exec(url.pathname)?.[1];
  if (id === undefined || url.searchParams.get('sig') !== SIGNATURE)
    throw new Refusal(403, 'permission_denied', 'no such signed address');
  await answerBlob(Number(id), url.searchParams.get('comp'), request, response, service);
}

/** Hands a call to the artifact service, with the token that this one knows. */
async function passOn(
  where: string,
  request: IncomingMessage,
  response: ServerResponse,
  artifacts: ArtifactsBehind | undefined,
): Promise<void> {
  if (artifacts === undefined) throw new Refusal(404, 'bad_route', `no call ${where}`);
  const { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: token } = artifacts.env;
  const answered = await fetch(new URL(where, url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: await text(request),
  });
  send(response, answered.status, await answered.json());
}

async function answerCall(
  call: string,
  scope: CacheScope,
  request: IncomingMessage,
  response: ServerResponse,
  { url, entries, faults, messages }: Service,
): Promise<void> {
  const body: unknown = JSON.parse(await text(request));
  const strict = { ignoreUnknownFields: false };
  const addressOf = (id: number): string => `${url}/blobs/${id}?sig=${SIGNATURE}`;
  switch (call) {
    case 'CreateCacheEntry': {
      if (faults.strike('create', response)) return;
      const { key, version } = messages.CreateCacheEntryRequest.fromJson(body, strict);
      send(response, 200, { ok: true, signed_upload_url: addressOf(entries.create(key, version, scope)) });
      return;
    }
    case 'FinalizeCacheEntryUpload': {
      if (faults.strike('finalize', response)) return;
      const { key, version, sizeBytes } = messages.FinalizeCacheEntryUploadRequest.fromJson(body, strict);
      const { id } = entries.finalize(key, version, Number(sizeBytes), scope);
      send(response, 200, { ok: true, entry_id: String(id) });
      return;
    }
    case 'GetCacheEntryDownloadURL': {
      if (faults.strike('find', response)) return;
      const { key, restoreKeys, version } = messages.GetCacheEntryDownloadURLRequest.fromJson(body, strict);
      const found = entries.find(key, restoreKeys, version, scope);
      if (found === undefined) send(response, 200, { ok: false });
      else
        send(response, 200, { ok: true, signed_download_url: addressOf(found.id), matched_key: found.key });
      return;
    }
    default:
      throw new Refusal(404, 'bad_route', `no call ${call}`);
  }
}

/** Azure's Put Blob and Get Blob: the client sends what is smaller than 128 MiB in one go. */
async function answerBlob(
  id: number,
  part: string | null,
  request: IncomingMessage,
  response: ServerResponse,
  { entries, faults }: Service,
): Promise<void> {
  const entry = entries.byId(id);
  if (request.method === 'GET') {
    if (faults.strike('download', response)) return;
    response.writeHead(200, { 'content-length': entry.content.length }).end(entry.content);
    return;
  }
  if (request.method !== 'PUT' || part !== null || entry.isWhole)
    throw new Refusal(400, 'invalid_argument', 'an entry is put whole, and once');
  const content = await buffer(request);
  if (faults.strike('upload', response)) return;
  entry.content = content;
  response.writeHead(201, { etag: `"${id}"`, 'x-ms-request-server-encrypted': 'true' }).end();
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
