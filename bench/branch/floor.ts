import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Seconds that no way of bringing pictures to a git server can save. */
export interface Floor {
  /** `git hash-object` of the pictures, nothing written. */
  readonly hash: number;
  /** The same, and every picture is an object on disk. */
  readonly write: number;
  /** Their bytes through a socket. */
  readonly socket: number;
  /** Their pack through a socket into `git index-pack`, by which every git server checks and keeps what it gets. */
  readonly receive: number;
}

/** Measures the floor for some pictures, one part after another. */
export async function measureFloor(pictures: readonly string[], scratch: string): Promise<Floor> {
  const folder = path.join(scratch, 'floor');
  await mkdir(folder);
  try {
    const [sender, receiver] = [path.join(folder, 'sender'), path.join(folder, 'receiver')];
    for (const repository of [sender, receiver])
      await runGit(folder, ['init', '--quiet', '--bare', repository]);
    const list = pictures.map((file) => `${file}\n`).join('');
    const hashing = ['-c', 'core.compression=0', 'hash-object', '--no-filters', '--stdin-paths'];
    const hash = await timed(async () => await runGit(sender, hashing, list));
    let names = '';
    const write = await timed(async () => {
      names = await runGit(sender, [...hashing, '-w'], list);
    });
    const socket = await timed(async () => {
      await sendThroughSocket(pictures);
    });
    const pack = path.join(folder, 'pictures.pack');
    const packing = ['-c', 'core.compression=0', 'pack-objects', '--quiet', '--window=0', '--stdout'];
    await runGit(sender, packing, names, createWriteStream(pack));
    const receive = await timed(async () => {
      const git = spawn('git', ['-C', receiver, 'index-pack', '--stdin'], {
        stdio: ['pipe', 'ignore', 'inherit'],
      });
      const ended = once(git, 'close');
      await sendThroughSocket([pack], git.stdin);
      await ended;
    });
    return { hash, write, socket, receive };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return (performance.now() - startMs) / 1000;
}

/** Sends files over the loopback interface, and gives what comes out to `sink`; drops it if absent. */
async function sendThroughSocket(files: readonly string[], sink?: Writable): Promise<void> {
  const server = createServer().listen(0, '127.0.0.1');
  const arrived = once(server, 'connection').then(async (connection) => {
    const [socket] = connection as [Readable];
    if (sink !== undefined) await pipeline(socket, sink);
    else await once(socket.resume(), 'end');
  });
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await pipeline(Readable.from(readAll(files)), client);
  await arrived;
  server.close();
}

async function* readAll(files: readonly string[]): AsyncIterable<Buffer> {
  for (const file of files)
    yield* createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>;
}

/** Runs git in a repository; gives what it prints, unless that goes to `output`. */
async function runGit(
  folder: string,
  args: readonly string[],
  input = '',
  output?: Writable,
): Promise<string> {
  const git = spawn('git', ['-C', folder, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(git, 'close');
  git.stdin.on('error', () => undefined); // It may end without reading anything; its exit code says so.
  git.stdin.end(input);
  let printed = '';
  if (output === undefined)
    for await (const chunk of git.stdout.setEncoding('utf8')) printed += String(chunk);
  else await pipeline(git.stdout, output);
  const [code] = (await ended) as [number];
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code}`);
  return printed;
}
