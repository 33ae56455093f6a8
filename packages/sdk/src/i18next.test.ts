import { createInstance, type i18n } from 'i18next';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fromI18next } from './i18next.js';
import { createOptIn } from './opt-in/create-opt-in.js';
import { createFakePlatform } from './testing/index.js';

describe('fromI18next', () => {
  let host: i18n;
  beforeEach(async () => {
    host = createInstance();
    await host.init({
      lng: 'en',
      fallbackLng: 'en',
      resources: {
        en: {
          translation: { prompt: { skip: 'not ours' } },
          'whatsapp-optin': { prompt: { skip: 'No thanks, {{name}}' } },
        },
        sv: { 'whatsapp-optin': { prompt: { skip: 'Nej tack' } } },
      },
    });
  });

  it('takes the words of the host, as they are', () => {
    expect(fromI18next(host).t('prompt.skip', { name: '<b>' })).toBe('No thanks, <b>');
  });

  it('takes ours for what the host does not say', () => {
    expect(fromI18next(host).t('prompt.link')).toBe('Enable WhatsApp Notifications');
  });

  it('follows the language of the host', async () => {
    const translator = fromI18next(host);
    await host.changeLanguage('ar');
    expect([translator.dir, translator.t('prompt.skip')]).toEqual(['rtl', 'تخطّي']);
  });

  it('speaks a language that we have not, where the host has it', async () => {
    const translator = fromI18next(host);
    await host.changeLanguage('sv-SE');
    expect([translator.locale, translator.t('prompt.skip')]).toEqual(['sv-SE', 'Nej tack']);
    expect(translator.t('prompt.link')).toBe('Enable WhatsApp Notifications');
  });

  it('names the language of the words where nobody has the one of the host', async () => {
    await host.changeLanguage('pl');
    const translator = fromI18next(host);
    expect([translator.locale, translator.t('prompt.link')]).toEqual(['en', 'Enable WhatsApp Notifications']);
  });

  it('takes another namespace', () => {
    host.addResourceBundle('en', 'queue', { prompt: { skip: 'Later' } });
    expect(fromI18next(host, { namespace: 'queue' }).t('prompt.skip')).toBe('Later');
  });

  it('forms plurals as our catalogue does', async () => {
    await host.changeLanguage('ar');
    expect(fromI18next(host).t('prompt.consent', { count: 2, hours: '٢' })).toContain('ساعتين');
  });

  it('repaints a running opt-in when the language changes, and lets go of the host when it stops', async () => {
    const options = { phone: '+966500000000', translator: fromI18next(host), platform: createFakePlatform() };
    const optIn = createOptIn(options);
    const listener = vi.fn();
    const unsubscribe = optIn.subscribe(listener);
    await host.changeLanguage('ar');
    expect(optIn.getSnapshot().view.dir).toBe('rtl');
    expect(listener).toHaveBeenCalledOnce();
    unsubscribe();
    await host.changeLanguage('en');
    expect(listener).toHaveBeenCalledOnce();
  });
});
