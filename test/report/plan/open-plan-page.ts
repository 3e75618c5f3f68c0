import type { Browser } from 'playwright-core';

import { renderPlanSummary } from '../../../src/report/plan/render-plan-summary.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';
import { openAsGitHub, type OpenedPage, type Window } from '../open-as-github.ts';

/** Opens a plan's page as GitHub would show it. */
export async function openPlanPage(browser: Browser, plan: PlanFile, window: Window): Promise<OpenedPage> {
  return await openAsGitHub(browser, renderPlanSummary(plan), window);
}
