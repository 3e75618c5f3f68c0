import { createPlaces } from '../../shared/places.ts';
import type { ServiceLimit } from './watch-service.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { SharedWork } from '../types.ts';

/** The places for jobs at the service. */
export interface Service {
  readonly enter: SharedWork['enterService'];
  /** Lets in those that fit now; to be called when the limit may have changed. */
  admit(): void;
}

/**
 * As many places as `limit` says. An edit that is earlier among `inTurn` gets a free place first. `onEnter`
 * and `onLeave` are called with the id of an edit that has got its place, or has left it.
 */
export function openService(
  inTurn: readonly PlannedEdit[],
  limit: ServiceLimit['limit'],
  { onEnter, onLeave }: Readonly<Record<'onEnter' | 'onLeave', (id: string) => void>>,
): Service {
  const places = createPlaces(limit);
  const turns = new Map(inTurn.map(({ id }, turn) => [id, turn]));
  return {
    admit: () => {
      places.admit();
    },
    enter: async ({ id }, signal) => {
      const place = await places.enter(signal, turns.get(id));
      if (place === undefined) return undefined;
      onEnter(id);
      return {
        leave: () => {
          place.leave();
          onLeave(id);
        },
      };
    },
  };
}
