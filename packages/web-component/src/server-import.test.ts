// @vitest-environment node
import { expect, it } from 'vitest';

it('can be imported where there is no HTMLElement and no registry', async () => {
  expect('HTMLElement' in globalThis).toBe(false);
  const { WhatsAppOptInElement } = await import('./define.js');
  expect(WhatsAppOptInElement).toBeTypeOf('function');
});
