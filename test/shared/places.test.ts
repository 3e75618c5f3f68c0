import { expect, test } from 'vitest';

import { createPlaces, type Place, type Places } from '../../src/shared/places.ts';

const { signal } = new AbortController();

/** Asks for places by name, and notes who has one. */
function askFor(places: Places) {
  const there = new Map<string, Place>();
  const refused: string[] = [];
  return {
    there: async () => {
      await new Promise(setImmediate);
      return [...there.keys()];
    },
    refused,
    enter: (name: string, turn?: number, until = signal) =>
      void places.enter(until, turn).then((place) => {
        if (place === undefined) refused.push(name);
        else there.set(name, place);
      }),
    leave: (name: string) => {
      there.get(name)?.leave();
      there.delete(name);
    },
  };
}

test('as many as there are places, and who waits comes in by turn, among equals in the order of asking', async () => {
  const people = askFor(createPlaces(() => 2));
  people.enter('a', 5);
  people.enter('b', 5);
  people.enter('late', 9);
  people.enter('c', 7);
  people.enter('d', 7);
  people.enter('first', 1);
  expect(await people.there()).toEqual(['a', 'b']);
  people.leave('a');
  expect(await people.there()).toEqual(['b', 'first']);
  people.leave('b');
  expect(await people.there()).toEqual(['first', 'c']);
  people.leave('c');
  people.leave('first');
  expect(await people.there()).toEqual(['d', 'late']);
});

test('a place that is left twice is free once', async () => {
  const places = createPlaces(() => 1);
  const place = await places.enter(signal);
  const people = askFor(places);
  people.enter('a');
  people.enter('b');
  place?.leave();
  place?.leave();
  expect(await people.there()).toEqual(['a']);
});

test('who stops waiting is refused and takes no place, and who comes too late is refused at once', async () => {
  const stop = new AbortController();
  const people = askFor(createPlaces(() => 1));
  people.enter('a');
  people.enter('stopped', 0, stop.signal);
  people.enter('b');
  stop.abort();
  people.enter('too late', 0, stop.signal);
  expect(await people.there()).toEqual(['a']);
  expect(people.refused).toEqual(expect.arrayContaining(['stopped', 'too late']));
  people.leave('a');
  expect(await people.there()).toEqual(['b']);
});

test('a higher limit lets more in, a lower one takes no place away', async () => {
  let limit = 1;
  const places = createPlaces(() => limit);
  const people = askFor(places);
  for (const name of ['a', 'b', 'c']) people.enter(name);
  limit = 2;
  places.admit();
  expect(await people.there()).toEqual(['a', 'b']);
  limit = 1;
  people.leave('a');
  expect(await people.there()).toEqual(['b']);
  people.leave('b');
  expect(await people.there()).toEqual(['c']);
});
