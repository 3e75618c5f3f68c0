import { expandSpec, SCENE, type ChaosEdit, type ChaosSpec } from './chaos-spec.ts';
import type { Dice } from './dice.ts';

const MAX_EDITS = 12;
/** Small ones more often: a large picture costs the machine that paints it, and shows nothing more. */
const SIZES = ['1024x1024', '1024x1024', '1024x1024', '2048x2048'];
/** Pictures that every workspace has. */
export const PICTURES = ['a.png', 'b.png'];

/** A spec of 1 to 12 edits: plain ones, some that use the output of others, some with a matrix, some twins. */
export function planSpec(dice: Dice): ChaosSpec {
  const wanted = dice.integer(1, MAX_EDITS);
  const spec: ChaosEdit[] = [];
  for (let number = 1; expandSpec(spec).length < wanted; number += 1) {
    const room = wanted - expandSpec(spec).length;
    const sort = dice.integer(1, 10);
    const [twin] = spec.filter(({ scenes }) => scenes === undefined).slice(-1);
    if (sort === 1 && twin !== undefined) {
      const { prompt, images, size, forceSingle } = twin;
      spec.push({ id: `twin-${number}`, prompt, images, size, forceSingle });
    } else if (sort === 2 && room >= 2) {
      const scenes = ['beach', 'studio', 'roof'].slice(0, Math.min(room, dice.integer(2, 3)));
      spec.push({ ...planEdit(`set-${number}`, spec, dice), prompt: `Set ${number} at ${SCENE}.`, scenes });
    } else spec.push(planEdit(`edit-${number}`, spec, dice));
  }
  return spec;
}

function planEdit(id: string, before: ChaosSpec, dice: Dice): ChaosEdit {
  const usable = before.filter(({ scenes }) => scenes === undefined).map((edit) => ({ edit: edit.id }));
  const images = [dice.pick(PICTURES), ...(dice.chance(0.2) ? [dice.pick(PICTURES)] : [])];
  const needed = usable.length > 0 && dice.chance(0.35) ? [dice.pick(usable)] : [];
  return {
    id,
    prompt: `Make ${id}.`,
    images: [...needed, ...images],
    size: dice.pick(SIZES),
    forceSingle: dice.chance(0.8),
  };
}

/** The spec after somebody worked on it: an edit reworded, moved, added or taken out. `number` distinguishes changes. */
export function changeSpec(spec: ChaosSpec, number: number, dice: Dice): ChaosSpec {
  const chosen = dice.pick(spec);
  const needed = new Set(spec.flatMap(({ images }) => images.map((image) => neededBy(image))));
  switch (dice.pick(['reword', 'move', 'add', 'remove'])) {
    case 'reword':
      return spec.map((edit) =>
        edit === chosen ? { ...edit, prompt: `${edit.prompt} Again, ${number}.` } : edit,
      );
    case 'move':
      return spec.map((edit) =>
        edit === chosen && edit.scenes === undefined
          ? { ...edit, output: `moved-${number}/${edit.id}` }
          : edit,
      );
    case 'add':
      return [...spec, planEdit(`added-${number}`, spec, dice)];
    default:
      return spec.length > 1 && !needed.has(chosen.id) ? spec.filter((edit) => edit !== chosen) : spec;
  }
}

function neededBy(image: ChaosEdit['images'][number]): string | undefined {
  return typeof image === 'string' ? undefined : image.edit;
}
