/** The large view: which picture it shows, what it is compared with and how. */
export const VIEW = String.raw`
const LOOKS = ['after', 'slide', 'side', 'blink'];
const slide = one('.pair .slide');
let mode = 'after', current = null, other = null, pinned = null, blinking = 0;
const pictures = () => (settle(), all('.edit:not([hidden]) .shot'));
const labelOf = (link) => {
  const card = link.closest('.edit');
  const shots = shotsOf(card);
  return titleOf(card) + (shots.length > 1 ? ', ' + (shots.indexOf(link) + 1) : '');
};

// Addresses of pictures that could not be loaded: nothing is compared with them.
const broken = new Set();
function leaveOut(href) {
  broken.add(href);
  if (!view.open) return;
  if (other?.href === href) show(current); else showSide(current.closest('.edit'), listOthers(current));
}
// Everything that this picture can be compared with, the most telling first.
function listOthers(link) {
  const card = link.closest('.edit');
  const before = link.dataset.before;
  const found = [
    ...(pinned ? [{ href: pinned.href, name: 'Pinned: ' + labelOf(pinned), link: pinned }] : []),
    ...(before ? [{ href: new URL(before, location).href, name: 'Before' }] : []),
    ...all('.ref:not(.named)', card).map((ref) => ({ href: ref.href, name: ref.title })),
    ...takesOf(card).flatMap(shotsOf).map((shot) => ({ href: shot.href, name: labelOf(shot), link: shot })),
  ];
  return found.filter(({ href }, index) => href !== link.href && !broken.has(href) && found.findIndex((one) => one.href === href) === index);
}
function setMode(wanted) {
  mode = wanted;
  pair.dataset.mode = other ? mode : 'after';
  for (const button of all('.modes button')) button.setAttribute('aria-pressed', String(button.dataset.mode === pair.dataset.mode));
  clearInterval(blinking);
  pair.dataset.show = 'now';
  if (pair.dataset.mode === 'blink' && !matchMedia('(prefers-reduced-motion: reduce)').matches) blinking = setInterval(blink, 700);
  layout();
}
const blink = () => { pair.dataset.show = pair.dataset.show === 'now' ? 'then' : 'now'; };

function fill(image, href, name, link) {
  if (image.src !== href) image.src = href;
  image.alt = name;
  image.nextElementSibling.textContent = name;
  const thumbnail = link && one('img', link);
  const [width, height] = thumbnail ? [thumbnail.getAttribute('width'), thumbnail.getAttribute('height')] : [];
  image.dataset.ratio = width && height ? width / height : '';
  image.dataset.wide = width ?? '';
}
function show(link, wanted) {
  const card = link.closest('.edit');
  const list = pictures();
  const others = listOthers(link);
  if (wanted && !others.some(({ href }) => href === wanted.href)) others.unshift(wanted);
  // The one that is asked for, or of the same kind as before, or the most telling.
  other = wanted ?? (pinned && pinned !== link ? others[0] : others.find(({ name }) => name === other?.name) ?? others[0]) ?? null;
  if (other?.href === link.href) other = null;
  current = link;
  fill(now, link.href, titleOf(card), link);
  if (other) fill(then, other.href, other.name, other.link); else then.removeAttribute('src');
  pair.style.setProperty('--at', '50%');
  slide.value = '50';
  one('.modes').hidden = !other;
  one('.who strong').textContent = titleOf(card);
  const at = list.indexOf(link);
  one('.count').textContent = at < 0 ? '' : at + 1 + ' / ' + list.length;
  for (const button of all('.step')) button.hidden = list.length < 2;
  one('.save').href = link.href;
  showSide(card, others);
  showActs();
  if (!view.open) { fit(); view.showModal(); }
  setMode(mode);
  stage.focus();
  history.replaceState(null, '', '#' + encodeURIComponent(card.id).replaceAll('%40', '@').replaceAll('%2B', '+'));
  const next = list[at + 1];
  if (next) new Image().src = next.href;
}
function showSide(card, others) {
  const parts = all('.about, .reason, .next, .prompt, .facts', card).map((part) => part.cloneNode(true));
  if (others.length > 0) {
    const row = make('div', 'others');
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', 'Compare with');
    row.append(...others.map((entry) => {
      const button = make('button', 'other');
      button.type = 'button';
      button.title = entry.name;
      button.dataset.href = entry.href;
      button.setAttribute('aria-pressed', String(entry.href === other?.href));
      const image = make('img');
      image.src = entry.link ? one('img', entry.link).src : entry.href;
      image.alt = '';
      image.loading = 'lazy';
      button.append(image, make('span', '', entry.name));
      button.addEventListener('click', () => {
        if (mode === 'after') mode = 'side';
        show(current, entry);
      });
      return button;
    }));
    parts.unshift(make('h3', '', 'Compare with'), row);
  }
  side.replaceChildren(...parts);
  side.scrollTop = 0;
}
function showActs() {
  one('.acts .star').setAttribute('aria-pressed', String(markOf(current) === 'star'));
  one('.acts .reject').setAttribute('aria-pressed', String(markOf(current) === 'reject'));
  one('.acts .pin').setAttribute('aria-pressed', String(pinned === current));
}
function mark(wanted) { setMark(current, wanted); showActs(); }
function pin() {
  pinned = pinned === current ? null : current;
  show(current, pinned === null || pinned === current ? undefined : other ?? undefined);
}
function step(by) {
  const list = pictures();
  const next = list[(list.indexOf(current) + by + list.length) % list.length];
  if (next) show(next);
}
// The next of the pictures that are candidates for the same place.
function stepTake(by) {
  const list = takesOf(current.closest('.edit')).flatMap(shotsOf);
  const next = list[(list.indexOf(current) + by + list.length) % list.length];
  if (next && next !== current) show(next);
}
function fullScreen() {
  const isWide = view.classList.toggle('wide');
  // Where the browser has no full screen, as on some phones, the picture gets the whole page at least.
  if (isWide) one('.room').requestFullscreen?.().catch(() => {}); else if (document.fullscreenElement) void document.exitFullscreen();
}
// A picture that cannot be loaded is none to look at, or to compare others with.
function forget(link) {
  if (pinned === link) pinned = null;
  if (picked === link) setPicked(null);
  if (current === link && view.open) view.close();
}
document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) view.classList.remove('wide'); });

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest('.shot, .ref:not(.named)');
  if (!link) return;
  if (link.matches('.shot')) {
    event.preventDefault();
    if (picked && picked !== link) pick(link); else show(link);
    return;
  }
  // A reference: compared with the edit's picture if there is one.
  const picture = one('.shot', link.closest('.edit'));
  if (!picture) return;
  event.preventDefault();
  if (mode === 'after') mode = 'side';
  show(picture, { href: link.href, name: link.title });
});
for (const button of all('.modes button')) button.addEventListener('click', () => setMode(button.dataset.mode));
for (const [look, act] of [
  ['.back', () => step(-1)], ['.on', () => step(1)], ['.view .close', () => view.close()], ['.acts .star', () => mark('star')],
  ['.acts .reject', () => mark('reject')], ['.acts .pin', pin], ['.acts .full', fullScreen],
]) one(look).addEventListener('click', act);
view.addEventListener('close', () => {
  clearInterval(blinking);
  if (document.fullscreenElement) void document.exitFullscreen();
  view.classList.remove('wide');
  current?.focus();
  then.removeAttribute('src');
  now.removeAttribute('src');
  history.replaceState(null, '', location.pathname + location.search);
});

// An address that ends in an edit's id opens its picture: the kept one, if the edit has got several takes since, or the only one.
const keptOf = (id) => {
  const own = cards.filter((card) => card.dataset.edit === id);
  return own.find((card) => one('.take.kept', card)) ?? own[0];
};
function followLink() {
  const id = decode(location.hash.slice(1));
  const card = cards.find((one) => one.id === id) ?? keptOf(id.replace(/#1$/, ''));
  if (!card) return;
  if (card.hidden) showAll();
  card.scrollIntoView({ block: 'center' });
  const link = one('.shot', card);
  if (!link) view.close();
  else if (link !== current || !view.open) show(link);
}
function decode(text) { try { return decodeURIComponent(text); } catch { return text; } }
addEventListener('hashchange', followLink);
`;
