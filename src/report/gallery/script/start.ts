/** What all parts of the page's script use. No part makes HTML from text. */
export const START = String.raw`'use strict';
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (name, look, text) => {
  const element = document.createElement(name);
  if (look) element.className = look;
  if (text !== undefined) element.textContent = text;
  return element;
};
const cards = all('.edit');
const grid = one('.grid');
const bar = one('.bar'), find = one('.find input'), shown = one('.shown'), none = one('.none');
const view = one('.view'), stage = one('.stage'), pair = one('.pair'), side = one('.side');
const valuesOf = new Map(cards.map((card) => [card, JSON.parse(card.dataset.values ?? '{}')]));
const titleOf = (card) => one('h2', card).textContent;
const takesOf = (card) => cards.filter((other) => other.dataset.edit === card.dataset.edit);

// A page that was opened from a disk may have no storage.
const store = {
  read(name) { try { return localStorage.getItem(name); } catch { return null; } },
  write(name, value) { try { localStorage.setItem(name, value); } catch { /* The choice lasts as long as the page. */ } },
};

// Sliders, in cards and in the large view.
document.addEventListener('input', (event) => {
  if (event.target.matches('.slide')) event.target.parentElement.style.setProperty('--at', event.target.value + '%');
});

// A picture that cannot be loaded: a hosted one is replaced by its address, and one of the history has a link below its frame.
document.addEventListener('error', (event) => {
  const image = event.target;
  if (!(image instanceof HTMLImageElement)) return;
  if (image.matches('.ref img')) {
    const link = image.parentElement;
    link.classList.add('named');
    link.textContent = link.title;
  } else if (image.matches('.other img')) {
    leaveOut(image.parentElement.dataset.href);
  } else if (image.matches('.before')) {
    const frame = image.closest('.frame');
    frame.classList.remove('compare');
    delete one('.shot', frame).dataset.before;
  } else if (image.matches('.after[src^="https:"]')) {
    const frame = image.closest('.frame');
    forget(one('.shot', frame));
    frame.className = 'frame empty calm';
    frame.replaceChildren(make('span', '', 'Not here'));
    showMark(frame.closest('.edit'));
    showMarks();
  }
}, true);
`;
