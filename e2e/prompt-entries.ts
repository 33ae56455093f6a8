import { bundleScript, type Bundle } from './bundle.js';
import type { Renderer } from './prompt-page.js';

/**
 * Functions of a page's script beside the prompt: `gallery(list, number)` shows several prompts, each in a frame; `update(settings)`
 * changes the first one in place. Settings are named as the element's attributes. `emitted` lists the events `failure` and `optin`.
 */
const ENTRIES: Readonly<Record<Renderer, string>> = {
  element: `import '@whatsapp-optin/web-component/define';
    const note = ({ type, detail }) => emitted.push([type, detail.error?.code].filter(Boolean).join(' '));
    for (const type of ['failure', 'optin']) addEventListener(type, note);
    globalThis.update = (settings) => {
      for (const [name, value] of Object.entries(settings)) document.querySelector('whatsapp-optin').setAttribute(name, value);
    };
    update(Object.fromEntries(new URLSearchParams(location.search)));
    globalThis.gallery = (list, number) => document.querySelector('main').replaceChildren(...list.map((settings) => {
      const frame = Object.assign(document.createElement('div'), { className: 'frame' });
      frame.dataset.gallery = number;
      const one = document.createElement('whatsapp-optin');
      for (const [name, value] of Object.entries(settings)) one.setAttribute(name, value);
      frame.append(one);
      return frame;
    }));`,
  react: `import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';
    import { WhatsAppButton, WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
    const names = { phone: 'companyWhatsAppNumber', organization: 'organizationName', ticket: 'ticketNumber',
      'test-state': 'testState', 'publishable-key': 'publishableKey', 'no-skip': 'noSkip' };
    const events = { onFailure: ({ code }) => emitted.push('failure ' + code), onOptIn: () => emitted.push('optin') };
    const prompt = ({ component, ...settings }) =>
      createElement(component === 'button' ? WhatsAppButton : WhatsAppNotificationPrompt, { ...events,
        ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [names[name] ?? name, value])) });
    const root = createRoot(document.querySelector('#root'));
    let shown = {};
    globalThis.update = (settings) => root.render(prompt(shown = { ...shown, ...settings }));
    update(Object.fromEntries(new URLSearchParams(location.search)));
    globalThis.gallery = (list, number) => root.render(list.map((settings, index) =>
      createElement('div', { className: 'frame', 'data-gallery': number, key: number + '-' + index }, prompt(settings))));
    globalThis.inShadowRoot = (settings) => {
      root.render(null);
      const host = document.createElement('div');
      document.querySelector('main').append(host);
      createRoot(host.attachShadow({ mode: 'open' })).render(prompt(settings));
    };`,
};

/** The scripts of both renderers. */
export async function bundlePrompts(): Promise<Readonly<Record<Renderer, Bundle>>> {
  const [element, react] = await Promise.all([
    bundleScript(ENTRIES.element, 'element'),
    bundleScript(ENTRIES.react, 'react'),
  ]);
  return { element, react };
}
