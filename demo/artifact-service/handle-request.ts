import { createReadStream } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

import type { ArtifactFaults } from './artifact-faults.ts';
import { type ArtifactStore, Refusal } from './artifact-store.ts';
import type { loadMessageTypes } from './twirp-messages.ts';

export interface ArtifactRequestRecord {
  readonly method: string;
  /** Without the signature of signed addresses. */
  readonly path: string;
}

interface Service {
  readonly url: string;
  readonly token: string;
  readonly store: ArtifactStore;
  readonly faults: ArtifactFaults;
  readonly requests: ArtifactRequestRecord[];
  readonly messages: Awaited<ReturnType<typeof loadMessageTypes>>;
}

const TWIRP = '/twirp/github.actions.results.api.v1.ArtifactService/';
const SIGNATURE = 'only-for-this-upload';

/** Answers the Twirp calls that make an artifact, and the calls to blob storage that carry its bytes. */
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
  if (url.pathname.startsWith(TWIRP)) {
    if (request.headers.authorization !== `Bearer ${service.token}`) {
      throw new Refusal(401, 'unauthenticated', 'the runtime token is not that of this run');
    }
    await answerCall(url.pathname.slice(TWIRP.length), request, response, service);
    return;
  }
  const upload = /^\/blobs\/(\d+)$/.exec(url.pathname)?.[1];
  if (upload === undefined || url.searchParams.get('sig') !== SIGNATURE) {
    throw new Refusal(403, 'permission_denied', 'no such signed address');
  }
  await answerBlob(Number(upload), url.searchParams, request, response, service);
}

async function answerCall(
  call: string,
  request: IncomingMessage,
  response: ServerResponse,
  { url, store, faults, messages }: Service,
): Promise<void> {
  const body: unknown = JSON.parse(await text(request));
  const strict = { ignoreUnknownFields: false };
  switch (call) {
    case 'CreateArtifact': {
      if (faults.strike('create', response)) return;
      const { name } = messages.CreateArtifactRequest.fromJson(body, strict);
      const upload = await store.create(name);
      send(response, 200, { ok: true, signed_upload_url: `${url}/blobs/${upload}?sig=${SIGNATURE}` });
      return;
    }
    case 'FinalizeArtifact': {
      if (faults.strike('finalize', response)) return;
      const { name, size, hash } = messages.FinalizeArtifactRequest.fromJson(body, strict);
      const { id } = await store.finalize(name, Number(size), hash?.value);
      send(response, 200, { ok: true, artifact_id: String(id) });
      return;
    }
    default:
      throw new Refusal(404, 'bad_route', `no call ${call}`);
  }
}

/** Azure's Put Block, Put Block List, Put Blob and Get Blob, as far as the client uses them. */
async function answerBlob(
  upload: number,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
  { store, faults }: Service,
): Promise<void> {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'application/zip' });
    await pipeline(createReadStream(store.archive(upload)), response);
    return;
  }
  if (faults.strike('upload', response)) return;
  switch (query.get('comp') ?? '') {
    case 'block':
      await store.writeBlock(upload, query.get('blockid') ?? '', request);
      break;
    case 'blocklist': {
      const list = await text(request);
      await store.commit(
        upload,
        [...list.matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id = '']) => id),
      );
      break;
    }
    default:
      await store.writeBlock(upload, 'whole', request);
      await store.commit(upload, ['whole']);
  }
  response.writeHead(201, { etag: `"${upload}"`, 'x-ms-request-server-encrypted': 'true' }).end();
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
