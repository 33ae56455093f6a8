import { describe, expect, it } from 'vitest';
import { PHONE_USER_AGENT, createFakePlatform, type FakePlatform } from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import type { OptInAction } from './opt-in-view.js';
import type { OptIn, OptInEvent, OptInOptions } from './opt-in.js';
import { plainText } from './rich-text.js';

const CLINIC = { phone: '+966500000000', organizationName: 'Acme Clinic', ticketNumber: 'A001' };

function page(options: OptInOptions = {}): { world: FakePlatform; optIn: OptIn; events: OptInEvent[] } {
  const world = createFakePlatform({ userAgent: PHONE_USER_AGENT });
  const events: OptInEvent[] = [];
  const optIn = createOptIn({ ...CLINIC, platform: world, onEvent: (event) => events.push(event), ...options });
  optIn.subscribe(() => {});
  return { world, optIn, events };
}
const helpOf = (optIn: OptIn) => optIn.getSnapshot().view.help;
const stepsOf = (events: OptInEvent[]) => events.flatMap((event) => (event.type === 'funnel' ? [event.step] : []));

describe('the help', () => {
  it('opens by itself if the page is still visible after 2.5 s', async () => {
    const { world, optIn, events } = page();
    optIn.open();
    await world.advance(2_499);
    expect(helpOf(optIn)?.open).toBe(false);
    await world.advance(1);
    expect(helpOf(optIn)?.open).toBe(true);
    expect(stepsOf(events)).toEqual(['link_open', 'help_shown']);
  });

  it('stays closed if another app has opened over the page', async () => {
    const { world, optIn } = page();
    optIn.open();
    await world.advance(800);
    await world.hide();
    await world.advance(60_000);
    await world.show();
    await world.advance(60_000);
    expect(helpOf(optIn)?.open).toBe(false);
  });

  it('stays closed where the page is offline, and opens by its row', async () => {
    const { world, optIn } = page();
    await world.setOnline(false);
    optIn.open();
    await world.advance(60_000);
    expect(helpOf(optIn)?.open).toBe(false);
    optIn.act('help');
    expect(helpOf(optIn)?.open).toBe(true);
  });

  it('opens and closes by its row, which shows its state', async () => {
    const { optIn } = page();
    optIn.open();
    optIn.act('help');
    expect(helpOf(optIn)?.open).toBe(true);
    expect(optIn.getSnapshot().view.actions.find(({ id }) => id === 'help')?.expanded).toBe(true);
    optIn.act('help');
    expect(helpOf(optIn)?.open).toBe(false);
  });

  it('closes when the customer says no, and its timer with it', async () => {
    const { world, optIn } = page();
    optIn.open();
    optIn.act('no_whatsapp');
    expect(optIn.getSnapshot()).toMatchObject({ state: 'declined', reason: 'no_whatsapp' });
    expect([helpOf(optIn), world.timersPending()]).toEqual([null, 0]);
  });

  it('says in numbered steps how to send the message by hand', () => {
    const { optIn } = page();
    optIn.open();
    const { steps, message } = helpOf(optIn) ?? {};
    expect(steps?.map(plainText)).toEqual([
      'Open WhatsApp or WhatsApp Business on your phone.',
      'Start a chat with +966 50 000 0000.',
      'Paste the message below and press Send.',
      'Come back here.',
    ]);
    expect(message?.text).toBe(optIn.getSnapshot().message);
  });

  it('leaves no timer, listener or request behind', async () => {
    const { world, optIn } = page();
    optIn.open();
    optIn.destroy();
    await world.advance(10_000);
    expect([helpOf(optIn)?.open, world.timersPending(), world.listenersCount()]).toEqual([false, 0, 0]);
  });
});

const COPY_ROWS = [
  ['copy_number', 'Copy the number', '+966500000000'],
  ['copy_message', 'Copy the message', 'Hi Acme Clinic, please send me queue updates for ticket A001'],
] as const;

describe('copying', () => {
  const rowOf = (optIn: OptIn, action: OptInAction) => helpOf(optIn)?.rows.find(({ id }) => id === action);
  const statusOf = (optIn: OptIn) => plainText(optIn.getSnapshot().view.status?.text ?? []);

  it.each(COPY_ROWS)('%s copies, shows it in its row for three seconds, and counts', async (action, label, text) => {
    const { world, optIn, events } = page();
    optIn.open();
    const status = statusOf(optIn);
    optIn.act(action);
    await world.advance(0);
    expect(world.copied).toEqual([text]);
    expect(rowOf(optIn, action)).toEqual({ id: action, label: 'Copied', icon: 'check', done: true });
    expect(statusOf(optIn)).toBe(status);
    expect(stepsOf(events)).toContain('copied');
    await world.advance(2_999);
    expect(rowOf(optIn, action)?.done).toBe(true);
    await world.advance(1);
    expect(rowOf(optIn, action)).toEqual({ id: action, label, icon: 'copy' });
  });

  it('marks the row that was pressed last, for its full time', async () => {
    const { world, optIn } = page();
    optIn.open();
    optIn.act('copy_number');
    await world.advance(2_000);
    optIn.act('copy_message');
    await world.advance(2_000);
    expect(COPY_ROWS.map(([action]) => rowOf(optIn, action)?.done)).toEqual([undefined, true]);
    await world.advance(1_000);
    expect(rowOf(optIn, 'copy_message')?.done).toBeUndefined();
  });

  it('leaves no timer behind', async () => {
    const { world, optIn } = page();
    optIn.open();
    optIn.act('help');
    optIn.act('copy_number');
    await world.advance(0);
    optIn.destroy();
    expect(world.timersPending()).toBe(0);
  });

  it('shows what to do if the browser cannot copy, until it can', async () => {
    const { world, optIn, events } = page();
    world.copyingRefused = true;
    optIn.open();
    optIn.act('copy_number');
    await world.advance(60_000);
    expect(optIn.getSnapshot().view.status?.tone).toBe('warning');
    expect(stepsOf(events)).not.toContain('copied');
    world.copyingRefused = false;
    optIn.act('copy_number');
    await world.advance(0);
    expect(optIn.getSnapshot().view.status?.tone).toBe('info');
  });
});

describe('the QR', () => {
  it('appears on request, and disappears on the next one', () => {
    const { optIn, events } = page();
    optIn.open();
    optIn.act('show_qr');
    expect(optIn.getSnapshot().view.qr?.text).toMatch(/^https:\/\/wa\.me\//);
    expect(stepsOf(events)).toContain('qr_shown');
    optIn.act('show_qr');
    expect(optIn.getSnapshot().view.qr).toBeNull();
  });
});

it('does nothing for a name that is no action', () => {
  const { optIn } = page();
  optIn.act('toString' as 'open');
  expect(optIn.getSnapshot().state).toBe('idle');
});
