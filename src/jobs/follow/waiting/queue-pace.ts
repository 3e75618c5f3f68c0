/** How fast the service's queue moves, by the positions of the run's jobs. */
export interface QueuePace {
  /** A job moved up by `places` in that time. */
  moved(places: number, ms: number): void;
  /** Milliseconds for one place; undefined as long as no job has moved. */
  placeMs(): number | undefined;
}

/** What each new move leaves of the weight of the earlier ones. */
const KEEPS = 0.9;

export function createQueuePace(): QueuePace {
  let places = 0;
  let ms = 0;
  return {
    moved: (newPlaces, newMs) => {
      places = places * KEEPS + newPlaces;
      ms = ms * KEEPS + newMs;
    },
    placeMs: () => (places > 0 ? ms / places : undefined),
  };
}
