/** Two to four segments, none of which changes the meaning of an address. */
const MODEL_ID = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+){1,3}$/;

/** Whether a text has the form of a model's id. Whether the service has such a model is another question. */
export function isModelId(text: string): boolean {
  return text.length <= 200 && MODEL_ID.test(text);
}

/** Edit models that the service's public pages named in September 2026, to find out what a misspelled id was meant to be. */
export const PUBLIC_MODELS: readonly string[] = [
  'bytedance/dreamina-4-0/edit',
  'bytedance/seedream-5.0-pro/image-to-image',
  'google/nano-banana-2/edit',
  'google/nano-banana-2-lite/edit',
  'openai/gpt-image-2/edit',
  'openai/gpt-image-2.5/flare/edit',
  'openai/gpt-image-2.5/sunburst/edit',
  'qwen/qwen-image-2.1/edit',
  'qwen/qwen-image-3.0/edit',
  'qwen/qwen-image-3.0/pro/edit',
  'wan-ai/wan-2.7/edit',
  'blackforestlabs/flux-1-kontext/pro/edit',
  'blackforestlabs/flux-1-kontext/max/edit',
];
