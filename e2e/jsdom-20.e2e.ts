import { JSDOM } from 'jsdom-20';
import { bundleScript } from './bundle.js';
import { expect, test } from './prompt-test.js';

const MARKUP =
  '<whatsapp-optin phone="+966500000000" organization="Acme Clinic" ticket="A001" locale="en"></whatsapp-optin>';

test('the element is created by markup, and renders its card, in jsdom 20, the one of Jest 29', async () => {
  // jsdom runs no modules.
  const options = { format: 'iife', splitting: false } as const;
  const { files } = await bundleScript(`import '@whatsapp-optin/web-component/define';`, 'element', options);
  const { window } = new JSDOM('<!doctype html>', { runScripts: 'outside-only', url: 'https://example.com/' });
  const exceptions: string[] = [];
  window.addEventListener('error', ({ message }) => exceptions.push(message));
  window.eval(files.get('/element.js') ?? '');
  window.eval(`document.body.innerHTML = ${JSON.stringify(MARKUP)}`);
  const link = () => window.document.querySelector('whatsapp-optin')?.shadowRoot?.querySelector('[part~=link]');
  await expect.poll(() => link()?.getAttribute('href') ?? '').toMatch(/966500000000.*A001/);
  expect(exceptions).toEqual([]);
  window.close();
});
