import { expect, it } from 'vitest';

import { NOTHING_KEPT } from '../../../src/run/ledger/opened-store.ts';
import { checkRights } from '../../../src/run/prepare/check-rights.ts';
import { createWorldStage } from '../../support/world-stage.ts';

it('a run that was stopped sends nothing, even if nothing has to be asked', async () => {
  await using here = await createWorldStage('');
  const ledger = {
    opened: NOTHING_KEPT,
    found: { ok: true, value: undefined } as never,
    keepsRecord: () => false,
    stopKeeping: () => undefined,
  };
  const inputs = { ledger: 'none', signCommits: false, githubToken: '' } as const;
  const stopped = AbortSignal.abort(new Error('stopped'));
  await expect(checkRights([], undefined, ledger, inputs, here.world, stopped)).rejects.toThrow('stopped');
});
