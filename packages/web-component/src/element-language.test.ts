// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import './define.js';
import { livePart } from './live-part.js';

it('shows its card again when a language loads after Preact has rendered another one', async () => {
  const element = document.createElement('whatsapp-optin');
  Object.assign(element, { phone: '+966500000000', organization: 'Al Noor Clinic', ticket: 'A001', locale: 'en' });
  document.body.append(element);
  await livePart.load();
  element.open();
  const card = () => element.shadowRoot?.querySelector<HTMLElement>('[part=container]');
  await vi.waitFor(() => expect(card()?.dataset['state']).toBe('waiting'));

  // Another ticket starts another opt-in, whose language is not here yet.
  Object.assign(element, { ticket: 'A002', locale: 'tr' });
  await Promise.resolve();
  expect(element.shadowRoot?.querySelector('.whatsapp-optin-placeholder')).not.toBeNull();
  await vi.waitFor(() => expect(card()?.lang).toBe('tr'), { timeout: 10_000 });
  expect(element.shadowRoot?.querySelector('.whatsapp-optin-placeholder')).toBeNull();
  element.remove();
});
