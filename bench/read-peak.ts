import { readFile } from 'node:fs/promises';

/**
 * The most memory that a process has held so far, in MB (10^6 bytes), by the kernel's high-water mark: Linux only. Undefined if
 * the process has ended. `process.resourceUsage` says something else: a process begins with the mark of the one that started it.
 */
export async function readPeakMb(pid: number | 'self'): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kib = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kib === undefined ? undefined : (Number(kib) * 1024) / 1e6;
}

/** The most memory that this process has held so far, in MB. Throws if the kernel does not say it. */
export async function readOwnPeakMb(): Promise<number> {
  const peakMb = await readPeakMb('self');
  if (peakMb === undefined) throw new Error('/proc/self/status does not say how much memory was held.');
  return peakMb;
}
