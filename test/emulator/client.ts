import type { Emulator } from '../../emulator/emulator.ts';
import { plainPicture } from '../support/plain-picture.ts';

/** An answer with its body read as JSON. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** One call of the emulator's API with its own token; the body is JSON already or is made so. */
export async function call(
  emulator: Emulator,
  method: string,
  path: string,
  body?: unknown,
  token = emulator.token,
): Promise<JsonAnswer> {
  const response = await fetch(`${emulator.apiUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

/** Submits an input to a model. */
export async function submit(
  emulator: Emulator,
  input: unknown,
  model = emulator.modelId,
): Promise<JsonAnswer> {
  return await call(emulator, 'POST', `/v1/models/${model}`, input);
}

/** Submits an input with this prompt and a small picture; its request id. */
export async function submitPrompt(emulator: Emulator, prompt: string, more: object = {}): Promise<string> {
  const { body } = await submit(emulator, await smallInput(prompt, more));
  if (typeof body['request_id'] !== 'string') throw new Error(`Not accepted: ${JSON.stringify(body)}`);
  return body['request_id'];
}

/** A sound input of the smallest size. */
export async function smallInput(prompt: string, more: object = {}): Promise<Record<string, unknown>> {
  return { image_urls: [await dataUri('#3366cc')], prompt, 'width×height': '1024x1024(1:1)', ...more };
}

export async function statusOf(emulator: Emulator, id: string): Promise<Record<string, unknown>> {
  return (await call(emulator, 'GET', `/v1/requests/${id}/status`)).body;
}

export async function resultOf(emulator: Emulator, id: string): Promise<Record<string, unknown>> {
  return (await call(emulator, 'GET', `/v1/requests/${id}/result?include_cost=true`)).body;
}

/** Polls until the job has ended; its result. */
export async function finished(emulator: Emulator, id: string): Promise<Record<string, unknown>> {
  for (;;) {
    const result = await resultOf(emulator, id);
    if (result['status'] !== 'in_queue' && result['status'] !== 'in_progress') return result;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The URL of the only picture of a result. */
export function imageOf(result: Record<string, unknown>): string {
  const { image } = (result['output'] ?? {}) as { image?: unknown };
  if (typeof image !== 'string') throw new Error(`No image in ${JSON.stringify(result)}`);
  return image;
}

/** A plain picture. */
export async function picture(
  color: string,
  width = 48,
  height = 48,
  format: 'png' | 'jpeg' = 'png',
): Promise<Buffer> {
  return await plainPicture(width, height, color, format);
}

/** A plain picture as a `data:` URI. */
export async function dataUri(color: string, width = 48, height = 48): Promise<string> {
  return `data:image/png;base64,${(await picture(color, width, height)).toString('base64')}`;
}
