import { createHash } from 'node:crypto';

/** The source expression by which a content security policy allows exactly this inline script or style. */
export function hashForPolicy(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
