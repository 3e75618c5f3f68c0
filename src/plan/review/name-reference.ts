import type { LockedReference } from '../../lock/types.ts';
import type { InspectedImage } from '../../references/types.ts';
import type { Clause } from '../../shared/sentence.ts';
import type { ReferenceName } from './types.ts';

/** What people call a reference of the spec. */
export function nameImage(image: InspectedImage): ReferenceName {
  switch (image.kind) {
    case 'file':
      return { kind: 'file', path: image.path };
    case 'url':
      return { kind: 'url', url: withoutQuery(image.url) };
    case 'edit':
      return { kind: 'output', edit: image.id };
  }
}

/** What people called a reference that the lock recorded: by the name that is recorded, otherwise by its content. */
export function nameRecorded(content: string, { path, edit }: Partial<LockedReference>): ReferenceName {
  if (edit !== undefined) return { kind: 'output', edit };
  if (path !== undefined) return { kind: 'file', path };
  const hash = /^(?:sha256|edit):([0-9a-f]{12})/.exec(content)?.[1];
  return hash === undefined ? { kind: 'url', url: withoutQuery(content) } : { kind: 'unnamed', hash };
}

/** A reference in a few words; names are in backticks. */
export function describeReference(name: ReferenceName): Clause {
  switch (name.kind) {
    case 'file':
      return `\`${name.path}\``;
    case 'url':
      return `\`${name.url}\``;
    case 'output':
      return `the output of \`${name.edit}\``;
    case 'unnamed':
      return `a picture without a name (\`${name.hash}\`)`;
  }
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
