/** The page's own script: filters, sliders, the large view and the keyboard. It makes no HTML from text. */
export const PAGE_SCRIPT = String.raw`'use strict';
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const cards = all('.edit');
const bar = one('.bar'), find = one('.bar input'), shown = one('.shown'), none = one('.none');
const view = one('.view'), stage = one('.stage'), pair = one('.pair'), aside = one('.side');
const then = one('.then img'), now = one('.now img'), slide = one('.pair .slide');
const LOOKS = ['after', 'slide', 'side'];
let state = '', mode = 'after', current = null;
const texts = new Map();

// Filters.
const textOf = (card) => {
  if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
  return texts.get(card);
};
function filter() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const card of cards) {
    const match = (state === '' || card.dataset.state === state) && words.every((word) => textOf(card).includes(word));
    card.hidden = !match;
    if (match) count += 1;
  }
  shown.textContent = count === cards.length ? '' : count + ' of ' + cards.length + ' shown';
  none.hidden = count > 0 || cards.length === 0;
}
function choose(wanted) {
  state = wanted;
  for (const chip of all('.chip')) chip.setAttribute('aria-pressed', String(chip.dataset.state === state));
  filter();
}
bar.hidden = cards.length < 2;
find.addEventListener('input', filter);
for (const chip of all('.chip')) chip.addEventListener('click', () => choose(chip.dataset.state));
one('button', none).addEventListener('click', () => { find.value = ''; choose(''); find.focus(); });

// Sliders, in cards and in the large view.
document.addEventListener('input', (event) => {
  if (event.target.matches('.slide')) event.target.parentElement.style.setProperty('--at', event.target.value + '%');
});

// A hosted reference that cannot be loaded is replaced by its address.
document.addEventListener('error', (event) => {
  const image = event.target;
  if (!(image instanceof HTMLImageElement)) return;
  if (image.matches('.ref img')) {
    const link = image.parentElement;
    link.classList.add('named');
    link.textContent = link.title;
  } else if (image.matches('.before')) {
    image.closest('.frame').classList.remove('compare');
  }
}, true);

// The large view.
const pictures = () => all('.edit:not([hidden]) .shot');
function setMode(wanted) {
  mode = wanted;
  pair.dataset.mode = then.getAttribute('src') ? mode : 'after';
  for (const button of all('.modes button')) button.setAttribute('aria-pressed', String(button.dataset.mode === pair.dataset.mode));
}
function show(link, reference) {
  current = link;
  const card = link.closest('.edit');
  const list = pictures();
  const references = all('.ref:not(.named)', card);
  const chosen = reference ?? references[0];
  const image = one('img', link);
  now.src = image.src;
  now.alt = image.alt;
  const width = Number(image.getAttribute('width')) || image.naturalWidth || 1;
  const height = Number(image.getAttribute('height')) || image.naturalHeight || 1;
  pair.style.setProperty('--ratio', String(width / height));
  then.parentElement.style.removeProperty('--shape');
  if (chosen) then.src = chosen.href; else then.removeAttribute('src');
  pair.style.setProperty('--at', '50%');
  slide.value = '50';
  one('.modes').hidden = !chosen;
  one('.who strong').textContent = one('h2', card).textContent;
  one('.count').textContent = (list.indexOf(link) + 1) + ' / ' + list.length;
  for (const button of all('.step')) button.hidden = list.length < 2;
  one('.save').href = link.href;
  aside.replaceChildren(...all('.about, .reason, .prompt, .refs, .facts', card).map((part) => part.cloneNode(true)));
  all('.ref', aside).forEach((copy) => copy.setAttribute('aria-current', String(copy.href === chosen?.href)));
  setMode(mode);
  if (!view.open) view.showModal();
  stage.focus();
}
then.addEventListener('load', () => {
  then.parentElement.style.setProperty('--shape', String(then.naturalWidth / then.naturalHeight || 1));
});
function step(by) {
  const list = pictures();
  const next = list[(list.indexOf(current) + by + list.length) % list.length];
  if (next) show(next);
}
document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest('.shot, .ref:not(.named)');
  if (!link) return;
  const card = link.closest('.edit');
  if (link.matches('.shot')) { event.preventDefault(); show(link); return; }
  // A reference: compared with the edit's picture if there is one.
  const picture = card ? one('.shot', card) : current;
  if (!picture) return;
  event.preventDefault();
  if (mode === 'after') mode = 'side';
  show(picture, link);
});
for (const button of all('.modes button')) button.addEventListener('click', () => setMode(button.dataset.mode));
one('.back').addEventListener('click', () => step(-1));
one('.on').addEventListener('click', () => step(1));
one('.close').addEventListener('click', () => view.close());
view.addEventListener('close', () => { current?.focus(); then.removeAttribute('src'); now.removeAttribute('src'); });

// The keyboard.
function neighbour(link, key) {
  const list = all('.edit:not([hidden]) .frame:not(.more .frame) > .shot');
  const here = list.indexOf(link);
  if (key === 'Home') return list[0];
  if (key === 'End') return list.at(-1);
  if (key === 'ArrowRight') return list[here + 1];
  if (key === 'ArrowLeft') return list[here - 1];
  const from = link.closest('.edit').getBoundingClientRect();
  const by = key === 'ArrowDown' ? 1 : -1;
  for (let at = here + by, best; ; at += by) {
    const box = list[at]?.closest('.edit').getBoundingClientRect();
    // Cards with the same top form a row. The next one is the first card of another row in the same column.
    if (!box) return best;
    if (Math.abs(box.top - from.top) < 2) continue;
    best ??= list[at];
    if (Math.abs(box.left - from.left) < 2) return list[at];
  }
}
document.addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const { key, target } = event;
  if (view.open) {
    if (target.matches('input')) return;
    if (key === 'ArrowRight') step(1);
    else if (key === 'ArrowLeft') step(-1);
    else if (key.toLowerCase() === 'c') setMode(LOOKS[(LOOKS.indexOf(mode) + 1) % LOOKS.length]);
    else return;
    event.preventDefault();
  } else if (target === find) {
    if (key === 'Escape') { find.value = ''; filter(); find.blur(); }
  } else if (key === '/' && !bar.hidden) {
    event.preventDefault();
    find.focus();
    find.select();
  } else if (/^(Arrow|Home$|End$)/.test(key) && target.matches('.shot')) {
    const next = neighbour(target, key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest('.edit').scrollIntoView({ block: 'nearest' });
  }
});
`;
