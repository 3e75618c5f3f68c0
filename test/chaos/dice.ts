import { draw } from '../../emulator/random.ts';

/** Chance that follows from a name: the same dice give the same throws, in their order. */
export interface Dice {
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** Whether something of this probability (0 to 1) happens. */
  chance(probability: number): boolean;
  /** One of the items; throws if there are none. */
  pick<T>(items: readonly T[]): T;
}

/** Dice of their own for each name, so that one throw more in one place changes nothing in another. */
export function createDice(...name: readonly (string | number)[]): Dice {
  let thrown = 0;
  const next = (): number => draw('chaos', ...name, thrown++);
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const [item] = items.slice(integer(0, items.length - 1));
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
  };
}
