// @vitest-environment jsdom
import { browserPlatform } from '@whatsapp-optin/sdk';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { WhatsAppButton } from './node.js';

const ENOUGH = { ticketNumber: 'A001', organizationName: 'Al Noor Clinic', companyWhatsAppNumber: '+966500000000' };

const noNavigation = (event: Event) => event.preventDefault();
beforeAll(() => window.addEventListener('click', noNavigation));
afterAll(() => window.removeEventListener('click', noNavigation));
afterEach(cleanup);

it('is a link, then opens WhatsApp again, and keeps the focus', async () => {
  render(<WhatsAppButton {...ENOUGH} locale="en" />);
  await userEvent.click(screen.getByRole('link', { name: 'Enable WhatsApp Notifications' }));
  const again = screen.getByRole<HTMLAnchorElement>('link', { name: 'Open WhatsApp again' });
  expect(again.href).toContain('966500000000');
  expect(document.activeElement).toBe(again);
});

it('is a busy link while the server makes it', () => {
  const platform = { ...browserPlatform, fetch: () => new Promise<Response>(() => {}) };
  render(<WhatsAppButton {...ENOUGH} locale="en" server="https://example.com" platform={platform} />);
  const link = screen.getByRole('link', { name: 'Enable WhatsApp Notifications', busy: true });
  expect([link.localName, link.getAttribute('aria-disabled')]).toEqual(['a', 'true']);
});

it('says in words that the customer is connected, and shows no control', () => {
  render(<WhatsAppButton {...ENOUGH} locale="en" testState="connected" />);
  expect(screen.getByRole('status').textContent).toContain('You are connected');
  expect(screen.queryByRole('link')).toBeNull();
});

it('offers a way on as a button when the link has expired', async () => {
  render(<WhatsAppButton {...ENOUGH} locale="en" testState="expired" />);
  await userEvent.click(screen.getByRole('button', { name: 'Get a new link' }));
  expect(screen.getByRole('link', { name: 'Enable WhatsApp Notifications' })).toBeDefined();
});

it('forwards its ref to the outer element', () => {
  const ref = createRef<HTMLElement>();
  const { container } = render(<WhatsAppButton {...ENOUGH} ref={ref} className="mine" />);
  expect(ref.current).toBe(container.querySelector('.mine'));
});
