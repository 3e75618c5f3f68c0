/** An edit of a made-up spec. Edits that differ in anything that decides the picture differ in their prompt, too. */
export interface ChaosEdit {
  readonly id: string;
  readonly prompt: string;
  /** Files of the workspace, and edits whose output is used; the latter stand before this one and have no matrix. */
  readonly images: readonly (string | { readonly edit: string })[];
  readonly size: string;
  readonly forceSingle: boolean;
  /** Makes the edit once for each, as `id@scene`. */
  readonly scenes?: readonly string[];
  readonly output?: string;
  /** How many pictures are made of it, to choose among; absent: one. */
  readonly takes?: number;
  /** The one that is chosen; only without a matrix. */
  readonly keep?: number;
}

/** Edits in an order in which each comes after those it needs. */
export type ChaosSpec = readonly ChaosEdit[];

/** One picture-making unit of a spec. */
export interface ExpandedEdit {
  readonly id: string;
  /** As it is sent. */
  readonly prompt: string;
  /**
   * Equal exactly where the service is asked for the same, and for the same take of it: what the action calls a fingerprint. The
   * service is asked for all takes in the same words: see `groupOf`.
   */
  readonly key: string;
  /** Ids of the edits whose outputs it uses, in the order of its images. */
  readonly needs: readonly string[];
}

/** What of a spec is sent, read from the spec only, and not by the action's own ways. */
export function expandSpec(spec: ChaosSpec): readonly ExpandedEdit[] {
  /** Of the picture that others use, by the id of its edit. */
  const used = new Map<string, { readonly id: string; readonly key: string }>();
  return spec.flatMap((edit) => {
    const images = edit.images.map((image) =>
      typeof image === 'string' ? image : used.get(image.edit)?.key,
    );
    const needs = edit.images.flatMap((image) =>
      typeof image === 'string' ? [] : (used.get(image.edit)?.id ?? ''),
    );
    const { size, forceSingle, takes, keep = 1 } = edit;
    const keyOf = (prompt: string): string => JSON.stringify([prompt, images, size, forceSingle]);
    const expand = (id: string, prompt: string): readonly ExpandedEdit[] =>
      takes === undefined
        ? [{ id, prompt, needs, key: keyOf(prompt) }]
        : Array.from({ length: takes }, (_, index) => ({
            ...{ id: `${id}#${index + 1}`, prompt, needs },
            key: keyOf(prompt) + (index === 0 ? '' : `#${index + 1}`),
          }));
    if (edit.scenes === undefined) {
      const made = expand(edit.id, edit.prompt);
      const kept = made[keep - 1];
      if (kept !== undefined) used.set(edit.id, kept);
      return made;
    }
    return edit.scenes.flatMap((scene) => expand(`${edit.id}@${scene}`, edit.prompt.replace(SCENE, scene)));
  });
}

/** What the service is asked for: the same for all takes of an edit. */
export function groupOf(key: string): string {
  return key.replace(/#\d+$/, '');
}

/** What stands for the scene in the prompt of an edit with a matrix. */
export const SCENE = '${{ matrix.scene }}';

/** The spec as the action reads it: JSON is YAML. */
export function renderSpec(spec: ChaosSpec): string {
  const edits = spec.map(({ id, prompt, images, size, forceSingle, scenes, output, takes, keep }) => [
    id,
    {
      ...{ prompt, images, size, 'force-single': forceSingle },
      ...(scenes !== undefined && { matrix: { scene: scenes } }),
      ...(output !== undefined && { output }),
      ...(takes !== undefined && { takes }),
      ...(keep !== undefined && { keep }),
    },
  ]);
  return `${JSON.stringify({ version: 1, edits: Object.fromEntries(edits) as unknown }, null, 2)}\n`;
}
