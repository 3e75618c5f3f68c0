// Runs before each test file. Several files share a process: what one sets in it must not reach the next.
import { afterAll } from 'vitest';

const env = { ...process.env };
const folder = process.cwd();

afterAll(() => {
  process.chdir(folder);
  for (const name of Object.keys(process.env)) if (!(name in env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, env);
});
