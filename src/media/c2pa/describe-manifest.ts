import { X509Certificate } from 'node:crypto';

import { shorten } from '../../shared/plain-text.ts';
import { listBmffBoxes } from '../embedded/bmff-boxes.ts';
import { decodeCbor, type Cbor } from './cbor.ts';

/** Longest text that is repeated from a file. */
const MAX_WORDS = 120;
/** COSE header with the signer's certificates (RFC 9360). */
const CERTIFICATES = '33';

/** A JUMBF superbox: its label, the boxes that hold its content, and the superboxes in it. */
interface Superbox {
  readonly label: string;
  readonly content: readonly Buffer[];
  readonly inner: readonly Superbox[];
}

/**
 * What the active manifest of a C2PA manifest store says of itself, in its own words: who signed it, with what it says the
 * picture was made, and the source types that its actions name. Nothing is verified: neither the signature nor the signer.
 */
export function describeManifest(store: Buffer): string {
  const [root] = listSuperboxes(store);
  const manifest = root?.inner.at(-1);
  if (manifest === undefined) return 'a manifest that cannot be read';
  const find = (label: RegExp): Superbox | undefined => manifest.inner.find((each) => label.test(each.label));
  const signer = readSigner(find(/^c2pa\.signature/));
  const generator = readGenerator(find(/^c2pa\.claim/));
  const sources = (find(/^c2pa\.assertions/)?.inner ?? [])
    .filter(({ label }) => label.startsWith('c2pa.actions'))
    .flatMap((actions) => listSourceTypes(contentOf(actions)));
  const said = [
    ...(signer === undefined ? [] : [`signed by ${signer}`]),
    ...(generator === undefined ? [] : [`claim of ${generator}`]),
    ...[...new Set(sources)].map((source) => `source type ${source}`),
  ];
  return said.length === 0 ? 'a manifest that says nothing of its origin' : said.join(', ');
}

function listSuperboxes(bytes: Buffer, depth = 0): readonly Superbox[] {
  if (depth > 6) return [];
  return listBmffBoxes(bytes).flatMap(({ name, data }) => {
    if (name !== 'jumb') return [];
    const boxes = listBmffBoxes(data);
    const [description] = boxes;
    if (description?.name !== 'jumd') return [];
    const content = boxes.filter((box) => box.name === 'cbor').map((box) => box.data);
    return [{ label: readLabel(description.data), content, inner: listSuperboxes(data, depth + 1) }];
  });
}

/** Behind the type (16 bytes) and the toggles, up to a zero. */
function readLabel(data: Buffer): string {
  const end = data.indexOf(0, 17);
  return data.toString('utf8', 17, end < 0 ? data.length : end);
}

function contentOf(box: Superbox | undefined): Cbor | undefined {
  const [first] = box?.content ?? [];
  return first === undefined ? undefined : decodeCbor(first);
}

function readGenerator(claim: Superbox | undefined): string | undefined {
  const value = contentOf(claim);
  const generator = member(value, 'claim_generator');
  if (typeof generator === 'string' && generator.trim() !== '') return shorten(generator, MAX_WORDS);
  const info = member(value, 'claim_generator_info');
  const first: Cbor | undefined = Array.isArray(info) ? (info as readonly Cbor[])[0] : info;
  const parts = [member(first, 'name'), member(first, 'version')].filter((part) => typeof part === 'string');
  return parts.length === 0 ? undefined : shorten(parts.join('/'), MAX_WORDS);
}

/** The subject of the first certificate of the signature (COSE_Sign1: protected header, header, payload, signature). */
function readSigner(signature: Superbox | undefined): string | undefined {
  const value = contentOf(signature);
  if (!Array.isArray(value)) return undefined;
  const [sealed, open] = value as readonly Cbor[];
  const header = Buffer.isBuffer(sealed) ? decodeCbor(sealed) : undefined;
  const chain = [header, open].flatMap((each) => [member(each, CERTIFICATES), member(each, 'x5chain')]);
  const first = chain.find((each) => each !== undefined);
  const certificate: Cbor | undefined = isList(first) ? first[0] : first;
  if (!Buffer.isBuffer(certificate)) return undefined;
  try {
    const { subject } = new X509Certificate(certificate);
    const names = new Map(subject.split('\n').map((line) => splitOnce(line)));
    const name = names.get('O') ?? names.get('CN');
    return name === undefined ? undefined : shorten(name, MAX_WORDS);
  } catch {
    return undefined;
  }
}

function splitOnce(line: string): readonly [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}

function listSourceTypes(value: Cbor | undefined): readonly string[] {
  const actions = member(value, 'actions');
  if (!isList(actions)) return [];
  return actions.flatMap((action) => {
    const source = member(action, 'digitalSourceType');
    return typeof source === 'string' ? [shorten(source, MAX_WORDS)] : [];
  });
}

function isList(value: Cbor | undefined): value is readonly Cbor[] {
  return Array.isArray(value);
}

function member(value: Cbor | undefined, key: string): Cbor | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Buffer.isBuffer(value))
    return undefined;
  return (value as Readonly<Record<string, Cbor>>)[key];
}
