import { createPlaces } from '../../shared/places.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { SharedWork } from '../types.ts';

/**
 * The places for `maxParallel` jobs at the service. An edit that is earlier among `inTurn` gets a free place first.
 * `onLeave` is called with the id of an edit that has left its place.
 */
export function openService(
  inTurn: readonly PlannedEdit[],
  maxParallel: number,
  onLeave: (id: string) => void,
): SharedWork['enterService'] {
  const places = createPlaces(() => maxParallel);
  const turns = new Map(inTurn.map(({ id }, turn) => [id, turn]));
  return async ({ id }, signal) => {
    const place = await places.enter(signal, turns.get(id));
    if (place === undefined) return undefined;
    return {
      leave: () => {
        place.leave();
        onLeave(id);
      },
    };
  };
}
