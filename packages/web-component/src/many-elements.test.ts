// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import './define.js';
import { settled } from './testing/settled.js';

const tickets = Array.from({ length: 30 }, (_, index) => `A${100 + index}`);

/** @see docs/performance.md */
it('makes the nodes of a card once, and asks for no layout, however many stand on the page', async () => {
  // Nothing has come yet that comes later: what is made here, the first cards make.
  const made = [vi.spyOn(document, 'createElement'), vi.spyOn(document, 'createElementNS')];
  const reads = vi.spyOn(Storage.prototype, 'getItem');
  const measured = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  const elements = tickets.map((ticket) => {
    const element = document.createElement('whatsapp-optin');
    return Object.assign(element, { phone: '+966500000000', organization: 'Al Noor Clinic', ticket, locale: 'en' });
  });
  const count = () => made.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  const before = count();
  const [first, ...others] = elements;

  document.body.append(first as Element);
  await Promise.resolve();
  const ofTheFirst = count() - before;
  document.body.append(...others);
  await Promise.resolve();
  const ofTheOthers = count() - before - ofTheFirst;
  const links = elements.map(({ shadowRoot }) => shadowRoot?.querySelector<HTMLAnchorElement>('a')?.href ?? '');
  expect(links.map((link) => /A\d+/.exec(decodeURIComponent(link))?.[0])).toEqual(tickets);
  expect(ofTheFirst).toBeGreaterThan(40);
  // The ticket in its <bdi>, and where a browser has no constructable sheets a <style>.
  expect(ofTheOthers / others.length).toBeLessThanOrEqual(2);
  expect(reads.mock.calls.length).toBeLessThanOrEqual(elements.length);

  await settled();
  await vi.waitFor(() => {
    for (const { shadowRoot } of elements) expect(shadowRoot?.querySelector('[part=qr] path')).not.toBeNull();
  });
  expect(measured).not.toHaveBeenCalled();
});
