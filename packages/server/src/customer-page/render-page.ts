import { generateWhatsAppLink, SUPPORTED_LOCALES } from '@whatsapp-optin/sdk/contract';
import { html } from 'hono/html';
import { formatPhone } from '../contacts/format-phone.js';
import { maskPhone } from '../contacts/mask-phone.js';
import { oneLine } from '../translations/plain-text.js';
import type { ConsentEntry, PageState } from './customer-page.js';
import { ICONS } from './page-icons.js';
import { pageFrame, type Markup } from './page-frame.js';
import { speakPage, type PageSpeech } from './speak-page.js';
import { PAGE_WORDS } from './words/all-words.js';

/** What one drawing of the page needs. */
interface PageInput {
  state: PageState;
  /** Path of the page, the token included. */
  path: string;
  /** The first tap on erase: the page asks once more. */
  asksErase: boolean;
}

interface Drawing extends PageInput {
  speech: PageSpeech;
}

/** The customer's own page as HTML: plain forms, no script. */
export async function renderPage(input: PageInput): Promise<string> {
  const { state } = input;
  const drawing = { ...input, speech: speakPage(state.locale, state) };
  const { say, length } = drawing.speech;
  const number = state.companyNumber;
  return pageFrame(
    drawing.speech,
    say('title'),
    html`${head(drawing)}
      <h1>${say('title')}</h1>
      <section class="card">${status(drawing)}${language(drawing)}</section>
      ${held(drawing)} ${acts(drawing)} ${input.asksErase && askErase(drawing)}
      <p class="small muted foot">
        ${number !== null && html`${withCode(say('from', { number: MARK }), formatPhone(number))} `}${say('private', { hours: length(24, 'hour') })}
      </p>`,
  );
}

/** The receipt: what the person agreed to and took back, newest first. */
export async function renderReceipt(
  { state, path }: Omit<PageInput, 'asksErase'>,
  entries: readonly ConsentEntry[],
): Promise<string> {
  const speech = speakPage(state.locale, state);
  const { say, moment } = speech;
  const entry = ({ id, at, action, wording }: ConsentEntry) =>
    html`<section class="card">
      <b>${say(action === 'granted' ? 'agreed' : 'withdrew')}</b>
      <p class="muted">${sentence(moment(at))}</p>
      ${wording !== null && html`<p class="quote" dir="auto">${wording}</p>`}
      <p class="small muted hint"><bdi dir="ltr">${id}</bdi></p>
    </section>`;
  return pageFrame(
    speech,
    say('receipt'),
    html`<div class="head">
        ${mark(state)}<b><bdi>${oneLine(state.organizationName)}</bdi></b>
      </div>
      <h1>${say('receipt')}</h1>
      ${entries.map(entry)}<a class="btn full" href="${path}">${say('back')}</a>`,
  );
}

const MARK = '\u0000';

/** A sentence with a number in it that reads from left to right. */
function withCode(text: string, code: string): Markup {
  const [before = '', after = ''] = text.split(MARK);
  return html`${before}<bdi dir="ltr" class="phone">${code}</bdi>${after}`;
}

function head({ state, speech }: Drawing): Markup {
  return html`<div class="head">
    ${mark(state)}<b><bdi>${oneLine(state.organizationName)}</bdi></b
    ><a class="btn plain" href="#language">${ICONS.globe}${speech.say('ownName')}</a>
  </div>`;
}

function mark({ organizationName }: PageState): Markup {
  const initials = oneLine(organizationName).split(' ').slice(0, 2);
  return html`<span class="mark" aria-hidden="true"
    >${initials.map((word) => [...word][0]?.toLocaleUpperCase() ?? '').join('')}</span
  >`;
}

function status({ state, path, speech }: Drawing): Markup {
  const { say, moment } = speech;
  const until =
    state.until !== null && html`<span class="muted">${say('until', { moment: moment(state.until) })}</span>`;
  if (state.status === 'stopped' || state.status === 'ended') {
    const { companyNumber } = state;
    const start = say('start');
    const again =
      state.status === 'stopped' && companyNumber !== null
        ? html`<a class="btn full" rel="noreferrer" href="${generateWhatsAppLink(companyNumber, start)}"
            >${say('startAgain', { start })}</a
          >`
        : '';
    return html`<div class="state"><span class="round">${ICONS.stop}</span><b>${say(state.status)}</b></div>
      <p class="muted hint">${say(state.status === 'stopped' ? 'stoppedHint' : 'endedHint', { start })}</p>
      ${again}${state.status === 'ended' && stopForm(path, speech)}`;
  }
  if (state.status === 'paused') {
    return html`<div class="state"><span class="round wait">${ICONS.pause}</span><b>${say('paused')}</b>${until}</div>
      ${stopForm(path, speech)}
      <form class="part" method="post" action="${path}">
        <input type="hidden" name="action" value="resume" /><button class="btn">${say('resume')}</button>
      </form>`;
  }
  const ticket = oneLine(state.ticketNumber ?? '');
  const heading = ticket === '' ? say('on') : withCode(say('onForTicket', { ticket: MARK }), ticket);
  return html`<div class="state"><span class="round on">${ICONS.check}</span><b>${heading}</b>${until}</div>
    ${stopForm(path, speech)}${pause({ state, path, speech })}`;
}

function stopForm(path: string, { say }: PageSpeech): Markup {
  return html`<form method="post" action="${path}">
      <input type="hidden" name="action" value="stop" /><button class="btn full">${say('stop')}</button>
    </form>
    <p class="small muted hint">${say('stopHint')}</p>`;
}

function pause({ state, path, speech }: Omit<Drawing, 'asksErase'>): Markup {
  const { say, time, moment, length } = speech;
  const { later, evening } = state.pauseChoices;
  const isTonight = evening.getTime() - state.now.getTime() < 24 * 3_600_000 && moment(evening) !== moment(later);
  const choices: [string, string][] = [['hour', length(1, 'hour')]];
  choices.push([later.toISOString(), sentence(isToday(later, state, speech) ? time(later) : moment(later))]);
  if (isTonight) {
    const label = isToday(evening, state, speech) ? say('tonight', { time: time(evening) }) : sentence(moment(evening));
    choices.push([evening.toISOString(), label]);
  }
  const buttons = choices.map(
    ([value, label]) => html`<button class="btn" name="until" value="${value}">${label}</button>`,
  );
  return html`<form class="part" method="post" action="${path}">
    <input type="hidden" name="action" value="pause" /><b id="pause">${say('pause')}</b>
    <div class="choices" role="group" aria-labelledby="pause">${buttons}</div>
  </form>`;
}

function isToday(at: Date, { now }: PageState, { moment, time }: PageSpeech): boolean {
  return moment(at).replace(time(at), '') === moment(now).replace(time(now), '');
}

function language({ path, speech }: Drawing): Markup {
  const { say } = speech;
  const options = SUPPORTED_LOCALES.map(
    (locale) =>
      html`<option value="${locale}" lang="${locale}" ${locale === speech.locale && html` selected`}>
        ${PAGE_WORDS[locale].ownName}
      </option>`,
  );
  return html`<form class="part choose" id="language" method="post" action="${path}">
    <input type="hidden" name="action" value="language" /><label for="locale"
      ><b>${say('language')}</b><span class="small muted">${say('languageHint')}</span></label
    ><span class="pick"
      ><select id="locale" name="locale">
        ${options}</select
      ><button class="btn">${say('save')}</button></span
    >
  </form>`;
}

function held({ state, speech }: Drawing): Markup {
  const { say, moment, number, length } = speech;
  const at = (date: Date | null) => (date === null ? '' : sentence(moment(date)));
  const { sent } = state;
  const messages =
    sent.lastAt === null
      ? number(sent.count)
      : say('sentCount', { count: number(sent.count), moment: moment(sent.lastAt) });
  const rows: [string, string | Markup][] = [
    [say('phone'), state.phone === null ? '' : html`<bdi dir="ltr" class="phone">${maskPhone(state.phone)}</bdi>`],
    [say('name'), state.name === null ? '' : html`<bdi>${oneLine(state.name)}</bdi>`],
    [say('wroteFirst'), at(state.wroteFirstAt)],
    [say('lastWrote'), at(state.lastWroteAt)],
    [say('sent'), messages],
    [say('deleted'), say('deletedAfter', { days: length(state.retentionDays, 'day') })],
  ];
  const known = rows.filter(([, value]) => value !== '');
  return html`<section class="card">
    <h2>${say('held')}</h2>
    <dl>
      ${known.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function acts({ path, speech, asksErase }: Drawing): Markup {
  const { say } = speech;
  const erase = html`<a class="erase" href="${path}?erase=ask#erase"
    >${ICONS.trash}<span><b>${say('erase')}</b><span class="small muted">${say('eraseHint')}</span></span
    >${ICONS.forward}</a
  >`;
  return html`<section class="card acts">
    <a href="${path}/receipt"
      >${ICONS.file}<span><b>${say('receipt')}</b><span class="small muted">${say('receiptHint')}</span></span
      >${ICONS.forward}</a
    ><a href="${path}/data" download
      >${ICONS.download}<span><b>${say('download')}</b><span class="small muted">${say('downloadHint')}</span></span
      >${ICONS.forward}</a
    >${!asksErase && erase}
  </section>`;
}

function askErase({ state, path, speech }: Drawing): Markup {
  const { say } = speech;
  return html`<section class="card ask" id="erase">
    <h2>${say('eraseAsk')}</h2>
    <p class="muted">${say('eraseRemains', { company: oneLine(state.organizationName) })}</p>
    <form method="post" action="${path}">
      <input type="hidden" name="action" value="erase" /><button class="btn full danger">${say('eraseNow')}</button>
    </form>
    <a class="btn full" href="${path}">${say('keep')}</a>
  </section>`;
}

/** With a capital, where the script has one. */
function sentence(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}
