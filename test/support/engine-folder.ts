import path from 'node:path';

/** The engine for renditions, as it was built last. */
export const ENGINE_FOLDER = path.resolve(import.meta.dirname, '../../dist/engine');
