/** Runs work one piece at a time, in the order in which it was given. */
export interface Line {
  /** Gives what `work` gives. If it fails, only its own caller learns of it: the next piece of work still runs. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when everything given so far has ended. Never rejects. */
  idle(): Promise<void>;
}

export function createLine(): Line {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: async (work) => {
      const turn = last.then(work);
      last = turn.catch(() => undefined); // the caller of this work gets its error
      return await turn;
    },
    idle: async () => {
      await last;
    },
  };
}
