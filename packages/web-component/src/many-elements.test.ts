// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import './define.js';
import { settled } from './testing/settled.js';

const tickets = Array.from({ length: 30 }, (_, index) => `A${100 + index}`);

// Its 2,000 nodes in jsdom take 1 s, and 7 s where the machine has other work.
const TIMEOUT_MS = 60_000;
vi.setConfig({ testTimeout: TIMEOUT_MS });

/** @see docs/evidence/performance.md */
it('renders every card at once, asks for no layout, and reads the storage once each', async () => {
  const reads = vi.spyOn(Storage.prototype, 'getItem');
  const measured = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  const elements = tickets.map((ticket) => {
    const element = document.createElement('whatsapp-optin');
    return Object.assign(element, { phone: '+966500000000', organization: 'Al Noor Clinic', ticket, locale: 'en' });
  });
  document.body.append(...elements);
  await Promise.resolve();
  const links = elements.map(({ shadowRoot }) => shadowRoot?.querySelector<HTMLAnchorElement>('a')?.href ?? '');
  expect(links.map((link) => /A\d+/.exec(decodeURIComponent(link))?.[0])).toEqual(tickets);
  expect(reads.mock.calls.length).toBeLessThanOrEqual(elements.length);

  await settled();
  await vi.waitFor(() => {
    for (const { shadowRoot } of elements) expect(shadowRoot?.querySelector('[part=qr] path')).not.toBeNull();
  }, TIMEOUT_MS);
  expect(measured).not.toHaveBeenCalled();
});
