// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';

it('registers once and warns when a second copy of the script arrives', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const first = await import('./define.js');
  expect(warn).not.toHaveBeenCalled();
  vi.resetModules();
  const second = await import('./define.js');
  expect(second.WhatsAppOptInElement).not.toBe(first.WhatsAppOptInElement);
  expect(customElements.get('whatsapp-optin')).toBe(first.WhatsAppOptInElement);
  expect(warn).toHaveBeenCalledTimes(1);
});
