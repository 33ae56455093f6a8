// @ts-check

/** How often the queue is read again, in ms. */
const READ_EVERY_MS = 3_000;

/** Statuses of an attempt, in the four words of this page. */
const OUTCOMES = /** @type {Record<string, string>} */ ({
  accepted: 'sent',
  sent: 'sent',
  delivered: 'sent',
  read: 'sent',
  skipped: 'skipped',
  failed: 'failed',
  claimed: 'waiting',
  unknown: 'waiting',
});

const { locale, words } = JSON.parse(find('#page-data').textContent ?? '');
const queue = find('#queue');

find('#call-next').addEventListener('click', () => void call('/demo/call-next'));
find('#add-walk-in').addEventListener('click', () => void act(() => post('/demo/walk-ins')));
setInterval(() => {
  if (!document.hidden) void readQueue();
}, READ_EVERY_MS);
void readQueue();

/** @param {string} path */
async function call(path) {
  await act(async () => {
    const { notices } = await post(path);
    if (notices.length === 0) say(words.nobodyToCall);
    else showNotices(notices);
  });
}

/** Does something and shows what came of it. @param {() => Promise<unknown>} task */
async function act(task) {
  say('');
  try {
    await task();
  } catch (error) {
    say(words.failed.replace('{reason}', error instanceof Error ? error.message : ''));
  }
  await readQueue();
}

/** @param {string} path */
async function post(path) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify({ locale }) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

async function readQueue() {
  const response = await fetch('/demo/tickets').catch(() => null);
  if (!response?.ok) return;
  const { tickets } = await response.json();
  queue.hidden = tickets.length === 0;
  find('#empty-queue').hidden = tickets.length > 0;
  const body = queue.tBodies[0];
  // Only rows that changed are replaced, so that neither focus nor a reader's place is lost.
  tickets.forEach((/** @type {any} */ ticket, /** @type {number} */ index) => {
    const state = JSON.stringify(ticket);
    const old = body.rows[index];
    if (old?.dataset.state === state) return;
    const row = rowOf(ticket);
    row.dataset.state = state;
    if (old) old.replaceWith(row);
    else body.append(row);
  });
  while (body.rows.length > tickets.length) body.lastElementChild.remove();
}

/** @param {any} ticket */
function rowOf(ticket) {
  const row = document.createElement('tr');
  const number = make('th', 'number', make('bdi', '', ticket.number));
  number.setAttribute('scope', 'row');
  if (ticket.walkIn) number.append(' ', make('span', 'aside', words.walkIn));
  const status = make('td', '', mark(ticket.status, words[ticket.status]));
  row.append(number, status, make('td', '', ...reachOf(ticket)), make('td', '', phoneLink(ticket)));
  return row;
}

/** How a call would reach this person now, by the server's own account. @param {any} ticket @returns {(string | Node)[]} */
function reachOf({ next }) {
  if (!next) return ['–'];
  const reached = next.method !== 'none';
  const method = mark(reached ? 'sent' : 'skipped', words.methods[next.method] ?? next.method);
  const reason = next.attempts.find((/** @type {any} */ attempt) => attempt.tier === 'whatsapp')?.reason ?? next.reason;
  return reason ? [method, make('span', 'why', words.reasons[reason] ?? reason)] : [method];
}

/** @param {any} ticket */
function phoneLink(ticket) {
  const link = document.createElement('a');
  const query = new URLSearchParams({
    number: ticket.pocketPhone,
    to: '+966500000000',
    name: words.clinic,
    lang: locale,
  });
  link.href = `/phone?${query}`;
  link.target = '_blank';
  link.rel = 'noopener';
  const number = make(
    'bdi',
    'phone-number',
    ticket.pocketPhone.replace(/^\+966(\d{2})(\d{3})(\d{4})$/, '+966 $1 $2 $3'),
  );
  number.dir = 'ltr';
  link.append(number, make('span', 'visually-hidden', ` ${words.openPhone}`));
  return link;
}

/** @param {{ number: string, type: string, notification: any }[]} notices */
function showNotices(notices) {
  find('#no-call').hidden = true;
  find('#notices').replaceChildren(...notices.map(noticeOf));
}

/** One notification document, tier by tier. @param {{ number: string, type: string, notification: any }} notice */
function noticeOf({ number, type, notification }) {
  const heading = make('h3', '', make('bdi', '', number), ` · ${words.types[type] ?? type}`);
  const verdict = make(
    'p',
    'verdict',
    mark(notification.success ? 'sent' : 'skipped', words.methods[notification.method]),
  );
  const tiers = make('ol', 'tiers');
  for (const attempt of notification.attempts) {
    const outcome = OUTCOMES[attempt.status] ?? 'waiting';
    const why = attempt.reason ? make('span', 'why', words.reasons[attempt.reason] ?? attempt.reason) : '';
    tiers.append(make('li', '', make('b', '', words.tiers[attempt.tier]), mark(outcome, words.outcomes[outcome]), why));
  }
  const code = make('pre', '', JSON.stringify(notification, null, 2));
  code.dir = 'ltr';
  code.tabIndex = 0;
  const details = make('details', '', make('summary', '', words.document), code);
  const article = make('article', 'notice', heading, verdict, tiers, details);
  article.dataset.ticket = number;
  article.dataset.method = notification.method;
  return article;
}

/** A word with a shape before it: never colour alone. @param {string} kind @param {string} word */
function mark(kind, word) {
  return make('span', `mark ${kind}`, word);
}

/** @param {string} tag @param {string} className @param {...(string | Node)} children */
function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/** @param {string} message */
function say(message) {
  find('#news').textContent = message;
}

/** @param {string} selector @returns {any} */
function find(selector) {
  return document.querySelector(selector);
}
