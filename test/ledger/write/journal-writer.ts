// A process that appends to a journal until it is killed; prints on its standard output what is durable.
import { openJournal } from '../../../src/ledger/write/journal.ts';
import { print } from '../samples.ts';

const [, , file = ''] = process.argv;
const journal = await openJournal(file);
for (let count = 0; ; count += 3) {
  const numbers = [count, count + 1, count + 2];
  await Promise.all(
    numbers.map(async (number) => {
      await journal.append({ kind: 'posting', id: print(`${number}`).repeat(40) });
      process.stdout.write(`${number}\n`);
    }),
  );
}
