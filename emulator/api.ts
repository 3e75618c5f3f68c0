import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { changeAnswer, strikesAfterwards } from './answer-fault.ts';
import { refusal, sendAnswer, vendorError, type Answer } from './answer.ts';
import { describeCatalog, describeCategories, describeModel } from './catalog.ts';
import { describeAccepted, describeCancel, describeResult, describeStatus } from './describe-job.ts';
import type { Faults } from './faults.ts';
import type { Job } from './job.ts';
import type { Model } from './model.ts';
import type { Settings } from './options.ts';
import { MAX_REQUEST_BYTES, parseJson, readBody } from './read-body.ts';
import { readInput, withoutData } from './read-input.ts';
import type { RequestLog } from './request-log.ts';
import { route, type Call } from './route.ts';
import { delay, sendFault, toPayload } from './send-fault.ts';
import { withModel, type Service } from './service.ts';

/** What the API works with. */
export interface Api {
  readonly models: ReadonlyMap<string, Model>;
  readonly settings: Settings;
  readonly service: Service;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Known once it listens. */
  readonly url: () => string;
}

/** A request that was read whole. */
interface Received {
  readonly url: URL;
  readonly owner: string;
  /** Undefined if it was too large. */
  readonly body: Buffer | undefined;
  readonly contentType: string;
}

/** The Model API. */
export function createApi(api: Api): RequestListener {
  return (request, response) => {
    respond(api, request, response).catch((error: unknown) => {
      // The client left in the middle of its request; anything else would be a mistake of ours and must be seen.
      if (!request.destroyed && !response.headersSent) response.writeHead(500).end(String(error));
      else response.destroy();
    });
  };
}

async function respond(api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const record = api.log.add('api', request, response);
  response.setHeader('date', new Date(api.settings.now()).toUTCString());
  const body = await readBody(request, MAX_REQUEST_BYTES);
  const url = new URL(request.url ?? '/', api.url());
  const owner = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (owner !== api.settings.token && !api.settings.otherTokens.includes(owner)) {
    sendAnswer(response, {
      ...vendorError('account', 'The token is missing or not valid.'),
      status: api.settings.authErrors,
    });
    return;
  }
  const routed = route(request.method ?? '', url.pathname, api.models);
  if ('refused' in routed) {
    sendAnswer(response, routed.refused);
    return;
  }
  const { call } = routed;
  const parsed = call.on === 'submit' && body !== undefined ? parseJson(body) : undefined;
  if (parsed !== undefined && 'value' in parsed) record.body = withoutData(parsed.value);
  const subject = subjectOf(api, call, parsed);
  const { delayMs, fault } = api.faults.forCall(call.on === 'categories' ? 'catalog' : call.on, subject);
  await delay(response, delayMs);
  const received = { url, owner, body, contentType: request.headers['content-type'] ?? '' };
  const changesNothing =
    fault !== undefined && (call.on === 'submit' || call.on === 'cancel') && !strikesAfterwards(fault);
  const answer = changesNothing ? refusal(400, ['Never sent']) : answerCall(api, call, received);
  // A submit that was refused for its own sake was never accepted: the fault has nothing to spoil.
  const spoil = fault !== undefined && (changesNothing || answer.status < 400);
  if (spoil && sendFault(response, fault, toPayload(answer), url.pathname)) return;
  sendAnswer(response, fault === undefined ? answer : changeAnswer(answer, fault));
}

function answerCall(api: Api, call: Call, received: Received): Answer {
  switch (call.on) {
    case 'submit':
      return submit(api, call.model, received);
    case 'price':
      return describeModel(call.model);
    case 'catalog':
      return describeCatalog(api.models.values(), received.url.searchParams);
    case 'categories':
      return describeCategories(api.models.values());
    case 'status':
    case 'result':
    case 'cancel': {
      const job = api.service.find(call.id, received.owner);
      return isAnswer(job) ? job : answerAbout(api, call.on, job, received.url);
    }
  }
}

function answerAbout(api: Api, on: 'status' | 'result' | 'cancel', job: Job, url: URL): Answer {
  switch (on) {
    case 'status':
      return describeStatus(job, api.url(), api.service.positionOf(job));
    case 'result': {
      const cost = url.searchParams.get('include_cost') === 'true';
      return describeResult(job, { cost, echoInput: api.settings.echoInput });
    }
    case 'cancel':
      return describeCancel(job, api.service.cancel(job));
  }
}

function submit(api: Api, model: Model, { body, contentType, owner }: Received): Answer {
  if (body === undefined) return refusal(413, [`The request is larger than ${MAX_REQUEST_BYTES} bytes`]);
  if (!/^application\/json\b/i.test(contentType))
    return refusal(415, ['The Content-Type must be application/json']);
  const parsed = parseJson(body);
  if ('problem' in parsed) return refusal(400, [parsed.problem]);
  const read = readInput(model, parsed.value);
  if ('problems' in read) return refusal(422, read.problems);
  const job = api.service.accept(read.input, parsed.value, owner);
  return isAnswer(job) ? job : describeAccepted(job, api.url());
}

function isAnswer(value: Job | Answer): value is Answer {
  return 'body' in value;
}

/** What faults are matched against. */
function subjectOf(api: Api, call: Call, parsed: ReturnType<typeof parseJson> | undefined): string {
  if ('id' in call) return `${call.id}\n${api.service.promptOf(call.id)}`;
  if (!('model' in call)) return '';
  return call.on === 'submit' ? withModel(promptIn(parsed), call.model) : call.model.id;
}

/** The prompt of a body that may be anything. */
function promptIn(parsed: ReturnType<typeof parseJson> | undefined): string {
  const value: unknown = parsed !== undefined && 'value' in parsed ? parsed.value : undefined;
  const prompt: unknown =
    typeof value === 'object' && value !== null && 'prompt' in value ? value.prompt : '';
  return typeof prompt === 'string' ? prompt : '';
}
