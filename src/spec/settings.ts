import { formatDuration, parseDuration } from '../shared/duration.ts';
import { reject } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import { quote } from './issue.ts';
import type { Pointer, SpecPath } from './issue.ts';
import { parseSize, SIZE_SPELLINGS, WIRE_SIZES } from './size.ts';
import { didYouMean } from './suggest.ts';
import { lookUp, WHOLE_REFERENCE } from './template.ts';
import type { Scalar, Size } from './types.ts';

const DEFAULT_SIZE = '2048x2048(1:1)';
const DEFAULT_SCALE = 0.5;
const DEFAULT_TIMEOUT = '15m';
/** The longest that a job may run on a self-hosted runner (docs.github.com, "Usage limits"). */
const MAX_TIMEOUT_MS = 5 * 24 * 3_600_000;

/** The size: the edit's own, the spec's default or the model's; undefined, with an issue recorded, if the model does not offer it. */
export function resolveSize(context: BuildContext): Size | undefined {
  const setting = resolve(context, 'size', DEFAULT_SIZE);
  if (setting === undefined) return undefined;
  const size = parseSize(String(setting.value));
  if (size !== undefined) return size;
  const hint = didYouMean(String(setting.value), SIZE_SPELLINGS) || ` Use one of ${WIRE_SIZES.join(', ')}.`;
  reject(
    context,
    `\`size\` is ${quote(setting.value)}, which the model does not offer.${hint}`,
    setting.pointer,
  );
  return undefined;
}

/** The weight of the prompt, 0 to 1. */
export function resolveScale(context: BuildContext): number | undefined {
  const setting = resolve(context, 'scale', DEFAULT_SCALE);
  if (setting === undefined) return undefined;
  const { value, pointer } = setting;
  // A number of the matrix or of `vars` may be text, as it is written: `0.50`.
  const scale = typeof value === 'string' && /\d/.test(value) ? Number(value) : value;
  if (typeof scale === 'number' && scale >= 0 && scale <= 1) return scale;
  reject(context, `\`scale\` is ${quote(value)}, but it must be a number from 0 to 1.`, pointer);
  return undefined;
}

/** The time limit of the edit, in milliseconds. */
export function resolveTimeoutMs(context: BuildContext): number | undefined {
  const setting = resolve(context, 'timeout', DEFAULT_TIMEOUT);
  if (setting === undefined) return undefined;
  const timeoutMs = parseDuration(String(setting.value)) ?? 0;
  if (timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS) return timeoutMs;
  const fault =
    timeoutMs === 0
      ? 'zero, which leaves no time for the edit'
      : `longer than ${formatDuration(MAX_TIMEOUT_MS)}`;
  reject(context, `\`timeout\` is ${fault}.`, setting.pointer);
  return undefined;
}

function resolve(
  context: BuildContext,
  name: 'size' | 'scale' | 'timeout',
  fallback: Scalar,
): { value: Scalar; pointer: Pointer } | undefined {
  const { key, fields, scope } = context.expanded;
  const path: SpecPath = fields[name] === undefined ? ['defaults', name] : ['edits', key, name];
  const value = fields[name] ?? context.defaults[name] ?? fallback;
  const pointer: Pointer = { path, on: 'value' };
  if (typeof value !== 'string' || !WHOLE_REFERENCE.test(value)) return { value, pointer };
  const found = lookUp(value, scope);
  if (typeof found !== 'object') return { value: found, pointer };
  reject(context, found.message, pointer);
  return undefined;
}
