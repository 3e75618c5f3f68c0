/** What the main entry hands to the post entry of the same step. The runner keeps it even if the main entry is killed. */
export interface StepState {
  /** Absolute path of the output folder. */
  readonly folder: string;
  readonly artifactName: string;
  /** Undefined: the repository's own setting. */
  readonly retentionDays: number | undefined;
  /** Absolute path of the ledger's journal; undefined until it is open. */
  readonly journal: string | undefined;
  /** Where the ledger is kept. */
  readonly ledger: 'git' | 'cache' | 'none';
  /** Whether every picture is where it belongs. */
  readonly isDelivered: boolean;
  /** Whether there is nothing left to do for the post entry. */
  readonly hasEnded: boolean;
}

export interface StepStateStore {
  /** Saves what is given; the rest stays as it is. */
  readonly save: (state: Partial<StepState>) => void;
  /** Undefined if the main entry ended before it had an output folder. */
  readonly read: () => StepState | undefined;
}

/** How text reaches the post entry; `@actions/core` gives both. */
export interface StateText {
  saveState(name: string, value: string): void;
  /** Empty if nothing was saved. */
  getState(name: string): string;
}

const NAMES = {
  folder: 'folder',
  artifactName: 'artifact-name',
  retentionDays: 'retention-days',
  journal: 'journal',
  ledger: 'ledger',
  isDelivered: 'delivered',
  hasEnded: 'ended',
} as const satisfies Record<keyof StepState, string>;

/** Keeps the step's state as the runner does: one text for each name. */
export function createStepState(text: StateText): StepStateStore {
  const get = (key: keyof StepState): string => text.getState(NAMES[key]);
  return {
    save: (state) => {
      for (const key of Object.keys(NAMES) as (keyof StepState)[])
        if (key in state) text.saveState(NAMES[key], String(state[key] ?? ''));
    },
    read: () => {
      const folder = get('folder');
      if (folder === '') return undefined;
      const [retentionDays, journal, ledger] = [get('retentionDays'), get('journal'), get('ledger')];
      return {
        folder,
        artifactName: get('artifactName'),
        retentionDays: retentionDays === '' ? undefined : Number(retentionDays),
        journal: journal === '' ? undefined : journal,
        ledger: ledger === 'git' || ledger === 'cache' ? ledger : 'none',
        isDelivered: get('isDelivered') === 'true',
        hasEnded: get('hasEnded') === 'true',
      };
    },
  };
}
