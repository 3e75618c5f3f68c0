import { createPlaces } from '../../shared/places.ts';
import type { ServiceLimit } from './watch-service.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import type { SharedWork } from '../types.ts';

/** The places for jobs at the service. */
export interface Service extends Pick<SharedWork, 'enterService' | 'expectPlace' | 'letOthersPass'> {
  /** The edit has ended, or goes on in another way. Harmless if it had its place. */
  leaveLine(edit: PlannedEdit): void;
  /** Lets in those that fit now; to be called when the limit may have changed. */
  admit(): void;
}

/**
 * As many places as `limit` says, given in the order of the turns, which are those of `inTurn`. An edit that is still
 * being made ready keeps later ones from passing, with two exceptions: one that waits for room in memory keeps none
 * waiting, since those that have the room may be waiting for a place; and one that sends bytes keeps those waiting that
 * send bytes too, not those that send only URLs. `onEnter` and `onLeave` are called with the id of an edit that has got
 * its place, or has left it.
 */
export function openService(
  inTurn: readonly PlannedEdit[],
  limit: ServiceLimit['limit'],
  { onEnter, onLeave }: Readonly<Record<'onEnter' | 'onLeave', (id: string) => void>>,
): Service {
  const turns = new Map(inTurn.map(({ id }, turn) => [id, turn]));
  /** The turns of those that are being made ready. */
  const coming = new Set<number>();
  /** The turns of those that send bytes. */
  const withBytes = new Set<number>();
  const places = createPlaces(limit, (turn) => {
    const keeps = (earlier: number): boolean => withBytes.has(turn) || !withBytes.has(earlier);
    return ![...coming].some((other) => other < turn && keeps(other));
  });
  const turnOf = ({ id }: PlannedEdit): number => turns.get(id) ?? 0;
  const stopExpecting = (edit: PlannedEdit): void => {
    if (coming.delete(turnOf(edit))) places.admit();
  };
  return {
    admit: () => {
      places.admit();
    },
    expectPlace: (edit, sends) => {
      coming.add(turnOf(edit));
      if (sends === 'bytes') withBytes.add(turnOf(edit));
    },
    letOthersPass: stopExpecting,
    leaveLine: stopExpecting,
    enterService: async (edit, signal) => {
      const entering = places.enter(signal, turnOf(edit));
      stopExpecting(edit);
      const place = await entering;
      if (place === undefined) return undefined;
      onEnter(edit.id);
      return {
        leave: () => {
          place.leave();
          onLeave(edit.id);
        },
      };
    },
  };
}
