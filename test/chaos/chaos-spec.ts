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
}

/** Edits in an order in which each comes after those it needs. */
export type ChaosSpec = readonly ChaosEdit[];

/** One picture-making unit of a spec. */
export interface ExpandedEdit {
  readonly id: string;
  /** As it is sent. */
  readonly prompt: string;
  /** Equal exactly where the service is asked for the same: what the action calls a fingerprint. */
  readonly key: string;
  /** Ids of the edits whose outputs it uses, in the order of its images. */
  readonly needs: readonly string[];
}

/** What of a spec is sent, read from the spec only, and not by the action's own ways. */
export function expandSpec(spec: ChaosSpec): readonly ExpandedEdit[] {
  const keys = new Map<string, string>();
  return spec.flatMap((edit) => {
    const images = edit.images.map((image) => (typeof image === 'string' ? image : keys.get(image.edit)));
    const needs = edit.images.flatMap((image) => (typeof image === 'string' ? [] : [image.edit]));
    const { size, forceSingle } = edit;
    const keyOf = (prompt: string): string => JSON.stringify([prompt, images, size, forceSingle]);
    keys.set(edit.id, keyOf(edit.prompt));
    if (edit.scenes === undefined)
      return [{ id: edit.id, prompt: edit.prompt, key: keyOf(edit.prompt), needs }];
    return edit.scenes.map((scene) => {
      const prompt = edit.prompt.replace(SCENE, scene);
      return { id: `${edit.id}@${scene}`, prompt, key: keyOf(prompt), needs };
    });
  });
}

/** What stands for the scene in the prompt of an edit with a matrix. */
export const SCENE = '${{ matrix.scene }}';

/** The spec as the action reads it: JSON is YAML. */
export function renderSpec(spec: ChaosSpec): string {
  const edits = spec.map(({ id, prompt, images, size, forceSingle, scenes, output }) => [
    id,
    {
      ...{ prompt, images, size, 'force-single': forceSingle },
      ...(scenes !== undefined && { matrix: { scene: scenes } }),
      ...(output !== undefined && { output }),
    },
  ]);
  return `${JSON.stringify({ version: 1, edits: Object.fromEntries(edits) as unknown }, null, 2)}\n`;
}
