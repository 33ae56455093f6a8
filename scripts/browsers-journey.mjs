// @ts-check
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * @typedef {object} Engine
 * @property {string} name with its version
 * @property {(url: string) => Promise<void>} goto
 * @property {(expression: string) => Promise<any>} evaluate the value of a JavaScript expression in the page
 * @property {(x: number, y: number) => Promise<void>} click with a real pointer, in CSS pixels of the window
 * @property {(key: 'Tab' | 'Enter') => Promise<void>} press
 * @property {() => Promise<void>} close
 */

/** @typedef {import('./browsers-site.mjs').JourneySite} JourneySite */
/** @typedef {{ name: string, run: (engine: Engine, site: JourneySite) => Promise<void> }} JourneyTest */

const TICKET = { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' };
const LIVE = { ...TICKET, server: '/', 'publishable-key': 'pk_example' };
const DEADLINE_MS = 10_000;

const ROOT = "document.querySelector('whatsapp-optin').shadowRoot";
const STATE = `${ROOT}?.querySelector('[data-state]')?.dataset.state`;

/** The core journey, as it must work in every engine. @type {readonly JourneyTest[]} */
export const JOURNEY = [
  {
    name: 'the link is real before it is tapped',
    async run(engine, site) {
      await engine.goto(site.page(TICKET));
      const href = await until(engine, hrefOf('link'));
      assert.match(href, /^https:\/\/(wa\.me|web\.whatsapp\.com)\//);
      assert.match(href, /966500000000/);
      assert.match(decodeURIComponent(href), /Acme Clinic.*A001/);
    },
  },
  {
    name: 'a tap on the link leads to waiting',
    async run(engine, site) {
      await engine.goto(site.page(TICKET));
      await until(engine, hrefOf('link'));
      await click(engine, 'link');
      await reach(engine, 'waiting');
    },
  },
  {
    name: 'the keyboard alone declines, and the focus stays in the prompt',
    async run(engine, site) {
      await engine.goto(site.page(TICKET));
      await until(engine, hrefOf('link'));
      const isSkip = `${ROOT}.activeElement?.classList.contains('whatsapp-optin-skip')`;
      for (let stops = 0; stops < 6 && !(await engine.evaluate(isSkip)); stops += 1) await engine.press('Tab');
      assert.equal(await engine.evaluate(isSkip), true, 'Skip is reached in at most 6 Tab stops');
      await engine.press('Enter');
      await reach(engine, 'declined');
      assert.ok(await until(engine, `Boolean(${ROOT}.activeElement)`));
    },
  },
  {
    name: 'the page turns to connected when the message has arrived, and says so once',
    async run(engine, site) {
      await engine.goto(site.page(LIVE));
      const href = await until(engine, hrefOf('link'));
      assert.match(decodeURIComponent(href), /K7Q2-M9XW-4T3H/);
      await click(engine, 'link');
      await reach(engine, 'waiting');
      site.connect();
      await reach(engine, 'connected');
      const spoken = await until(engine, `${ROOT}.querySelector('[role=status]').textContent`);
      assert.match(spoken, /You are connected until/);
      assert.equal(await engine.evaluate(`${ROOT}.querySelectorAll('[role=status], [aria-live]').length`), 1);
    },
  },
  {
    name: 'Arabic runs from right to left, its numbers from left to right',
    async run(engine, site) {
      await engine.goto(site.page({ ...TICKET, locale: 'ar' }));
      await until(engine, `${ROOT}?.querySelector('[dir=rtl][lang=ar]') !== null`);
      assert.equal(await engine.evaluate(`getComputedStyle(${part('heading')}).direction`), 'rtl');
      assert.equal(await engine.evaluate(`getComputedStyle(${ROOT}.querySelector('bdi')).direction`), 'ltr');
    },
  },
];

/** @param {string} name of a part of the prompt */
function part(name) {
  return `${ROOT}?.querySelector('.whatsapp-optin-${name}')`;
}

/** @param {string} name */
function hrefOf(name) {
  return `${part(name)}?.getAttribute('href')`;
}

/**
 * @param {Engine} engine
 * @param {string} name
 */
async function click(engine, name) {
  await engine.evaluate(`${part(name)}.scrollIntoView({ block: 'center' })`);
  const box = JSON.parse(await engine.evaluate(`JSON.stringify(${part(name)}.getBoundingClientRect())`));
  await engine.click(box.x + box.width / 2, box.y + box.height / 2);
}

/**
 * @param {Engine} engine
 * @param {string} state
 */
async function reach(engine, state) {
  await until(engine, `${STATE} === '${state}'`);
}

/**
 * @param {Engine} engine
 * @param {string} expression
 * @returns {Promise<any>} its value as soon as that is truthy
 */
async function until(engine, expression) {
  const endsAt = Date.now() + DEADLINE_MS;
  for (;;) {
    const value = await engine.evaluate(expression);
    if (value) return value;
    if (Date.now() > endsAt) throw new Error(`Never true within ${DEADLINE_MS} ms: ${expression}`);
    await delay(50);
  }
}
