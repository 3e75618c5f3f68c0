import { createEmulator } from './emulator.ts';
import { parseArguments, USAGE, type Arguments } from './parse-arguments.ts';

/** Runs the emulator until it gets SIGINT or SIGTERM. */
async function main({ options, faults, json }: Arguments): Promise<void> {
  const emulator = await createEmulator(options);
  for (const fault of faults) emulator.faults.add(fault);
  const { apiUrl, outputsHost, adminUrl, token, modelId } = emulator;
  if (json) {
    console.log(JSON.stringify({ apiUrl, outputsHost, adminUrl, token, modelId, pid: process.pid }));
  } else {
    console.log(
      `RunComfy emulator\n  api      ${apiUrl}\n  outputs  http://${outputsHost}\n  admin    ${adminUrl}`,
    );
    console.log(`  token    ${token}\n\nCtrl-C ends it.`);
  }
  const end = (): void => {
    // Connections are closed, so nothing keeps the process; painting that is under way is let finish.
    void emulator.close();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

try {
  const called = parseArguments(process.argv.slice(2));
  if (called.help) console.log(USAGE);
  else await main(called);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('\n--help lists the options.');
  process.exit(1);
}
