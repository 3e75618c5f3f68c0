import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

import {
  startArtifactService,
  type ArtifactService,
} from '../../demo/artifact-service/start-artifact-service.ts';
import type { WorldStage } from '../support/world-stage.ts';

/** The artifact service of the test that runs now. */
export interface UsedArtifactService {
  readonly service: ArtifactService;
  /** Absolute path of a folder that lasts as long as the service. */
  readonly storage: string;
  /** The same world, whose run finds the service. */
  leadTo(here: WorldStage): WorldStage;
}

/** Starts an artifact service before each test of the file that calls this, and ends it afterwards. */
export function useArtifactService(): UsedArtifactService {
  let storage = '';
  let service: ArtifactService | undefined;
  const current = (): ArtifactService => {
    if (service === undefined) throw new Error('There is a service only while a test runs');
    return service;
  };
  beforeEach(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'run-artifacts-'));
    service = await startArtifactService({ storage });
    // The artifact client reads these itself.
    Object.assign(process.env, service.env, { GITHUB_SERVER_URL: 'https://github.com' });
  });
  afterEach(async () => {
    delete process.env['ACTIONS_RESULTS_URL'];
    delete process.env['ACTIONS_RUNTIME_TOKEN'];
    await service?.[Symbol.asyncDispose]();
    service = undefined;
    await rm(storage, { recursive: true, maxRetries: 5 });
  });
  return {
    get service() {
      return current();
    },
    get storage() {
      return storage;
    },
    leadTo: (here) => ({ ...here, world: { ...here.world, env: { ...here.world.env, ...current().env } } }),
  };
}
