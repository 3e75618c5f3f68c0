/** A limited number of places: those who get none wait for their turn. */
export interface Places {
  /**
   * Waits for a free place; undefined once the signal is aborted. Of those that may enter, the lowest `turn` comes first,
   * and among equals the one that came first.
   */
  enter(signal: AbortSignal, turn?: number): Promise<Place | undefined>;
  /** Lets in those that fit now; to be called when the limit has grown, or more of them may enter. */
  admit(): void;
}

/** A place that is taken. */
export interface Place {
  /** Frees it; to leave again changes nothing. */
  leave(): void;
}

interface Waiting {
  readonly turn: number;
  readonly enter: (place: Place | undefined) => void;
}

/**
 * `limit` is asked whenever a place may be given: a lower one takes no place away, it only gives fewer new ones.
 * `mayEnter` says whether someone of that turn may have a place now; absent: everyone may.
 */
export function createPlaces(limit: () => number, mayEnter: (turn: number) => boolean = () => true): Places {
  const waiting: Waiting[] = [];
  let taken = 0;

  function take(): Place {
    taken += 1;
    let isTaken = true;
    return {
      leave: () => {
        if (!isTaken) return;
        isTaken = false;
        taken -= 1;
        admit();
      },
    };
  }
  function admit(): void {
    while (taken < limit()) {
      const at = waiting.findIndex(({ turn }) => mayEnter(turn));
      const [next] = at < 0 ? [] : waiting.splice(at, 1);
      if (next === undefined) return;
      next.enter(take());
    }
  }
  return {
    admit,
    enter: async (signal, turn = 0) => {
      if (signal.aborted) return undefined;
      const { promise, resolve: enter } = Promise.withResolvers<Place | undefined>();
      const self: Waiting = { turn, enter };
      const behind = waiting.findIndex((other) => other.turn > turn);
      waiting.splice(behind < 0 ? waiting.length : behind, 0, self);
      const onAbort = (): void => {
        const at = waiting.indexOf(self);
        if (at >= 0) waiting.splice(at, 1);
        enter(undefined);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      admit();
      try {
        return await promise;
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
