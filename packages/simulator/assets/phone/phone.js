// @ts-check
import { wordsOf } from './phone-words.js';

/** @typedef {import('../../src/phone/phone-event.js').PhoneEvent} PhoneEvent */
/** @typedef {Extract<PhoneEvent, { type: 'message' }>} PhoneMessage */
/** @typedef {'sending' | 'delivered' | 'retrying' | 'failed'} DeliveryState */

/** The greatest height of the composer, in px; longer texts scroll. */
const COMPOSER_MAX_HEIGHT = 160;

const SVG = 'http://www.w3.org/2000/svg';
const ICONS = {
  sending: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  delivered: 'm2.5 13 4 4L15 7.5M11.5 16l1 1L21 7.5',
  retrying: 'M20 12a8 8 0 1 1-2.5-5.8M20 4v4h-4',
  failed: 'M12 8v5M12 16.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  sms: 'M4 5h16v11H9l-5 4V5Z',
  push: 'M6 16v-5a6 6 0 1 1 12 0v5l1.5 2h-15L6 16ZM10 20.5h4',
};

const query = new URLSearchParams(location.search);
const { locale, dir, words } = wordsOf(query.get('lang') ?? navigator.language);
const time = new Intl.DateTimeFormat(locale === 'ar' ? 'ar-u-nu-arab' : locale, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const thread = element('thread');
const screen = element('screen');
const composer = /** @type {HTMLFormElement} */ (element('composer'));
const text = /** @type {HTMLTextAreaElement} */ (element('text'));
const numbers = /** @type {HTMLSelectElement} */ (element('numbers'));

const number = e164(query.get('number')) ?? newNumber();
let peer = e164(query.get('to'));
const peerName = query.get('name');

/** Messages and deliveries that are on the screen, by id. */
const shown = new Map();

speak();
keepNumberInAddress();
showPeer();
showNumbers();
prefill();
listen();

composer.addEventListener('submit', (event) => {
  event.preventDefault();
  void send();
});
text.addEventListener('input', growComposer);
text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});
numbers.addEventListener('change', () => openPhone(numbers.value));
element('new-phone').addEventListener('click', () => openPhone(newNumber()));

/** Puts the words of the locale where the page names them. */
function speak() {
  document.documentElement.lang = locale;
  document.documentElement.dir = dir;
  document.title = `${words.title} ${number}`;
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = wordOf(node, 'data-word');
  for (const node of document.querySelectorAll('[data-word-label]')) {
    node.setAttribute('aria-label', wordOf(node, 'data-word-label'));
  }
  for (const node of document.querySelectorAll('[data-word-placeholder]')) {
    node.setAttribute('placeholder', wordOf(node, 'data-word-placeholder'));
  }
}

/** @param {Element} node @param {string} attribute */
function wordOf(node, attribute) {
  const key = /** @type {keyof typeof words} */ (node.getAttribute(attribute));
  return words[key];
}

function showPeer() {
  const name = peerName ?? (peer ? spaced(peer) : words.noPeer);
  const heading = element('peer-name');
  heading.textContent = name;
  heading.dir = peerName ? 'auto' : 'ltr';
  const note = element('peer-note');
  note.textContent = peerName && peer ? spaced(peer) : '';
  note.dir = 'ltr';
  element('avatar').textContent = (peerName ?? '').trim().slice(0, 1) || '·';
}

function showNumbers() {
  addNumber(number);
  numbers.value = number;
  void fetch('/phone/numbers')
    .then((response) => response.json())
    .then((/** @type {{ numbers: string[] }} */ body) => {
      for (const known of body.numbers) addNumber(known);
    })
    .catch(() => {
      // The choice stays with this one phone; the stream tells of a lost connection.
    });
}

/** @param {string} known */
function addNumber(known) {
  if ([...numbers.options].some((option) => option.value === known)) return;
  const option = document.createElement('option');
  option.value = known;
  option.textContent = spaced(known);
  numbers.append(option);
}

/** The pre-written text waits in the composer, as it does in a chat app that a link has opened. */
function prefill() {
  const written = query.get('text');
  text.value = written ?? '';
  growComposer();
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
  element('empty').hidden = false;
  if (written) say(words.ready);
}

async function send() {
  const message = text.value;
  if (message.trim() === '') return;
  text.value = '';
  growComposer();
  forgetPrefill();
  text.focus();
  if (await post({ text: message })) return;
  text.value = message;
  growComposer();
}

/** @param {{ text: string, payload?: string }} message @returns whether the vendor took it. */
async function post(message) {
  try {
    const response = await fetch('/phone/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: number, to: peer ?? undefined, ...message }),
    });
    say(response.ok ? '' : words.refused);
    return response.ok;
  } catch {
    say(words.refused);
    return false;
  }
}

/** As WhatsApp has them: a tap writes the label, and the buttons of that message are used up. @param {readonly { id: string, label: string }[]} buttons */
function replyButtons(buttons) {
  const row = document.createElement('div');
  row.className = 'bubble-buttons';
  row.append(
    ...buttons.map(({ id, label }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.dir = 'auto';
      button.textContent = label;
      button.addEventListener('click', async () => {
        const all = [...row.querySelectorAll('button')];
        for (const one of all) one.disabled = true;
        if (!(await post({ text: label, payload: id }))) for (const one of all) one.disabled = false;
      });
      return button;
    }),
  );
  return row;
}

/** Follows the ledger of this phone; the browser reconnects and resumes by itself. */
function listen() {
  const stream = new EventSource(`/phone/stream?number=${encodeURIComponent(number)}`);
  stream.addEventListener('message', (event) => show(/** @type {PhoneEvent} */ (JSON.parse(event.data))));
  stream.addEventListener('error', () => say(words.offline));
  stream.addEventListener('open', () => {
    if (element('connection').textContent === words.offline) say('');
  });
}

/** @param {PhoneEvent} event */
function show(event) {
  if (event.type === 'delivery') {
    markDelivery(event.id, event.state);
    return;
  }
  if (shown.has(event.id)) return;
  const near = screen.scrollHeight - screen.scrollTop - screen.clientHeight < 120;
  const item = bubble(event);
  shown.set(event.id, item);
  thread.append(item);
  element('empty').hidden = true;
  if (peer === null && event.channel === 'whatsapp' && event.peer) {
    peer = event.peer;
    showPeer();
  }
  if (near || event.direction === 'out') screen.scrollTo({ top: screen.scrollHeight });
}

/** @param {PhoneMessage} message */
function bubble(message) {
  const item = document.createElement('li');
  item.className = `bubble ${message.direction} ${message.channel}`;
  item.dataset.channel = message.channel;
  item.dataset.direction = message.direction;
  if (message.channel !== 'whatsapp') item.append(channelMark(message));
  if (message.direction === 'in' && message.title) {
    const title = document.createElement('p');
    title.className = 'bubble-title';
    title.dir = 'auto';
    title.textContent = message.title;
    item.append(title);
  }
  const body = document.createElement('p');
  body.className = 'bubble-text';
  body.dir = 'auto';
  body.append(...linked(message.text));
  item.append(body);
  const meta = document.createElement('p');
  meta.className = 'bubble-meta';
  const moment = document.createElement('time');
  moment.dateTime = message.at;
  moment.textContent = time.format(new Date(message.at));
  meta.append(moment);
  if (message.direction === 'out') meta.append(deliveryMark('sending'));
  item.append(meta);
  if (message.direction === 'in' && message.buttons) item.append(replyButtons(message.buttons));
  return item;
}

/** "SMS" or "Notification": a paid or a silent way in, told by word and shape, not by colour alone. @param {PhoneMessage} message */
function channelMark(message) {
  const mark = document.createElement('p');
  mark.className = 'bubble-channel';
  const word = message.channel === 'sms' ? words.sms : words.push;
  const label = document.createElement('span');
  label.textContent = word;
  mark.append(icon(message.channel === 'sms' ? ICONS.sms : ICONS.push), label);
  if (message.peer) {
    const from = document.createElement('bdi');
    from.dir = 'ltr';
    from.textContent = spaced(message.peer);
    mark.append(from);
  }
  return mark;
}

/** @param {DeliveryState} state */
function deliveryMark(state) {
  const mark = document.createElement('span');
  mark.className = `delivery ${state}`;
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', words[state]);
  mark.title = words[state];
  mark.append(icon(ICONS[state]));
  return mark;
}

/** @param {string} id @param {Exclude<DeliveryState, 'sending'>} state */
function markDelivery(id, state) {
  shown.get(id)?.querySelector('.delivery')?.replaceWith(deliveryMark(state));
}

/** @param {string} path */
function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/** The text with its web addresses as links. @param {string} message @returns {(string | Node)[]} */
function linked(message) {
  return message.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, index) => {
    if (index % 2 === 0 || !URL.canParse(part)) return part;
    const link = document.createElement('a');
    link.href = part;
    link.target = '_blank';
    link.rel = 'noopener';
    link.dir = 'ltr';
    link.textContent = part;
    return link;
  });
}

function growComposer() {
  text.classList.toggle('has-text', text.value.trim() !== '');
  text.rows = 1;
  const line = Number.parseFloat(getComputedStyle(text).lineHeight) || 24;
  const lines = Math.ceil((Math.min(text.scrollHeight, COMPOSER_MAX_HEIGHT) - 20) / line);
  text.rows = Math.max(1, lines);
}

/** A reload after Send must not write the message again. */
function forgetPrefill() {
  const address = new URL(location.href);
  address.searchParams.delete('text');
  history.replaceState(null, '', address);
}

function keepNumberInAddress() {
  const address = new URL(location.href);
  address.searchParams.set('number', number);
  history.replaceState(null, '', address);
}

/** @param {string} next */
function openPhone(next) {
  const address = new URL(location.href);
  address.searchParams.set('number', next);
  address.searchParams.delete('text');
  location.assign(address);
}

/** A Saudi mobile number nobody here has used: +966 50 and seven digits. */
function newNumber() {
  const digits = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return `+96650${String(digits % 10_000_000).padStart(7, '0')}`;
}

/** A `+` in a query arrives as a space where it was not encoded. @param {string | null} typed */
function e164(typed) {
  const digits = typed?.replace(/[\s+-]/g, '') ?? '';
  return /^\d{8,15}$/.test(digits) ? `+${digits}` : null;
}

/** `+966500000000` → `+966 50 000 0000`; numbers of other countries stay as they are. @param {string} phone */
function spaced(phone) {
  const saudi = /^\+966(\d{2})(\d{3})(\d{4})$/.exec(phone);
  return saudi ? `+966 ${saudi[1]} ${saudi[2]} ${saudi[3]}` : phone;
}

/** @param {string} message */
function say(message) {
  element('connection').textContent = message;
}

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}
