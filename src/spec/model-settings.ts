import { MODEL } from '../shared/model.ts';
import { comparesModels, reject } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import { quote } from './issue.ts';
import { resolveScale, resolveSize } from './settings.ts';
import { quoteSome } from './suggest.ts';
import type { EditRequest } from './types.ts';

/** The settings of an edit that only the default model has; for another model, the number of pictures is not known. */
export type ModelSettings = Pick<EditRequest, 'size' | 'scale' | 'forceSingle'>;

/** Keys of the default model, and what other models call the same. */
const OTHER_NAMES = {
  size: /^(?:aspect_ratio|resolution|image_size|size|width|height)$/,
  scale: /^(?:scale|guidance_scale|strength)$/,
  'force-single': /^(?:number_of_images|num_images|num_outputs|n)$/,
} as const;

/** The settings of the default model, or an issue for each of them that an edit of another model sets. */
export function buildSettings(context: BuildContext): ModelSettings | undefined {
  const { expanded, defaults, model } = context;
  if (model !== undefined && model.id !== MODEL) {
    refuseSettings(context, model.id);
    return { forceSingle: false };
  }
  const size = resolveSize(context);
  const scale = resolveScale(context);
  const forceSingle = expanded.fields['force-single'] ?? defaults['force-single'] ?? false;
  return size === undefined || scale === undefined ? undefined : { size, scale, forceSingle };
}

function refuseSettings(context: BuildContext, id: string): void {
  const { key, fields } = context.expanded;
  const answer = context.model?.answer;
  const known = answer?.kind === 'known' ? [...answer.model.options.keys()] : undefined;
  for (const [name, others] of Object.entries(OTHER_NAMES)) {
    if (fields[name as keyof typeof OTHER_NAMES] === undefined) continue;
    const same = (known ?? []).filter((option) => others.test(option)).map((option) => `options.${option}`);
    const advice =
      same.length > 0
        ? `Use ${quoteSome(same)}.`
        : known === undefined
          ? "Use the model's own keys under `options`."
          : `Remove it: ${quote(id)} has no such key.`;
    const move = comparesModels(context) ? ' Or move it to `defaults`: other models ignore it there.' : '';
    reject(context, `${quote(name)} belongs to the model ${quote(MODEL)}. ${advice}${move}`, {
      path: ['edits', key, name],
      on: 'key',
    });
  }
}
