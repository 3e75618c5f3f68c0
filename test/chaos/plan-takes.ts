import { expandSpec, type ChaosEdit, type ChaosSpec } from './chaos-spec.ts';
import type { Dice } from './dice.ts';

const MOST_TAKES = 3;
const WITH_TAKES = 1 / 5;

/** The spec with takes of some of its edits. The dice are its own, so the rest of a story is the same with and without. */
export function addTakes(spec: ChaosSpec, dice: Dice): ChaosSpec {
  return spec.map((edit) =>
    dice.chance(edit.scenes === undefined ? WITH_TAKES : WITH_TAKES / 2)
      ? { ...edit, takes: dice.integer(2, MOST_TAKES) }
      : edit,
  );
}

/** The spec after somebody looked at takes: another number of them, or another one that is kept. */
export function changeTakes(spec: ChaosSpec, dice: Dice): ChaosSpec {
  if (!dice.chance(1 / 2)) return spec;
  const some = spec.filter(({ takes }) => takes !== undefined);
  const chosen = dice.pick(some.length > 0 && dice.chance(0.8) ? some : spec);
  const { takes } = chosen;
  const isChoice = takes !== undefined && canChoose(chosen) && dice.chance(0.7);
  const number = dice.integer(1, MOST_TAKES);
  const changed: ChaosEdit = isChoice
    ? { ...withoutKeep(chosen), keep: Math.min(number, takes) }
    : number === 1
      ? withoutTakes(chosen)
      : { ...withoutKeep(chosen), takes: number };
  return spec.map((edit) => (edit === chosen ? changed : edit));
}

/**
 * The spec without choices that were made among other pictures, which the action refuses: those of edits that ask for something else
 * than before, also because of what they use.
 */
export function dropStaleChoices(before: ChaosSpec, after: ChaosSpec): ChaosSpec {
  const was = firstKeys(before);
  const isStale = (spec: ChaosSpec, { id, keep }: ChaosEdit): boolean =>
    keep !== undefined && was.has(id) && was.get(id) !== firstKeys(spec).get(id);
  const stale = after.find((edit) => isStale(after, edit));
  if (stale === undefined) return after;
  return dropStaleChoices(
    before,
    after.map((edit) => (edit === stale ? withoutKeep(edit) : edit)),
  );
}

/** People choose among pictures that a run has made: one that was reworded may have none. */
function canChoose({ prompt, images, scenes }: ChaosEdit): boolean {
  return (
    scenes === undefined && !prompt.includes('Again') && images.every((image) => typeof image === 'string')
  );
}

/** What is asked for of the first take, by the id of the edit. */
function firstKeys(spec: ChaosSpec): ReadonlyMap<string, string> {
  return new Map(expandSpec(spec).map(({ id, key }) => [id.replace(/#1$/, ''), key]));
}

function withoutKeep({ keep, ...edit }: ChaosEdit): ChaosEdit {
  return keep === undefined ? edit : { ...edit };
}

function withoutTakes({ takes, ...edit }: ChaosEdit): ChaosEdit {
  return takes === undefined ? edit : withoutKeep(edit);
}
