import { createInstance, type InterpolationOptions, type i18n } from 'i18next';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fromI18next } from './i18next.js';
import es from './locales/es.js';
import { createOptIn } from './opt-in/create-opt-in.js';
import { plainText } from './opt-in/rich-text.js';
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

  it('uses the words of the host unchanged', () => {
    expect(fromI18next(host).t('prompt.skip', { name: '<b>' })).toBe('No thanks, <b>');
  });

  it('uses our words for keys that the host does not have', () => {
    expect(fromI18next(host).t('prompt.link')).toBe('Enable WhatsApp Notifications');
  });

  it('follows the language of the host', async () => {
    const translator = fromI18next(host);
    await host.changeLanguage('ar');
    expect([translator.dir, translator.t('prompt.skip')]).toEqual(['rtl', 'تخطّي']);
  });

  it('uses a language of the host that we do not have', async () => {
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

  it('updates a running opt-in when the language changes, and unsubscribes from the host when it stops', async () => {
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

/** What hosts set for their own texts. */
const SETTINGS: readonly (readonly [string, InterpolationOptions])[] = [
  ['braces', { prefix: '{', suffix: '}' }],
  ['a percent sign', { prefix: '%{', suffix: '}' }],
  ['angle brackets, written as patterns', { prefixEscaped: '<', suffixEscaped: '>' }],
  ['one replacement a text', { maxReplaces: 1 }],
  ['a mark for raw values', { unescapeSuffix: 'HTML' }],
  ['a format for each value', { alwaysFormat: true, formatSeparator: '|' }],
  ['values that may hold placeholders', { skipOnVariables: false }],
];

describe.each(SETTINGS)('a host whose own texts have %s', (_, interpolation) => {
  it('says and sends our words with their values', async () => {
    const host = createInstance();
    await host.init({ lng: 'es', interpolation, resources: { es: { 'whatsapp-optin': es } } });
    const optIn = createOptIn({
      phone: '+966500000000',
      organizationName: 'Clínica {{ticket}} $t(prompt.skip)',
      ticketNumber: 'A001',
      translator: fromI18next(host),
      platform: createFakePlatform(),
    });
    const { view, message } = optIn.getSnapshot();
    expect(message).toBe(
      'Hola, Clínica {{ticket}} $t(prompt.skip): por favor, envíenme las novedades de la fila para el turno A001',
    );
    expect(plainText(view.description ?? [])).toBe('Clínica {{ticket}} $t(prompt.skip) · turno A001');
    expect(plainText(view.consent ?? [])).toContain('24 horas');
  });
});

describe('a namespace that comes later', () => {
  it.each([
    ['is added', (host: i18n) => host.addResourceBundle('en', 'whatsapp-optin', { prompt: { heading: 'Ours' } })],
    ['comes from a backend', (host: i18n) => host.loadNamespaces('whatsapp-optin')],
  ])('is shown as soon as it %s', async (_, load) => {
    const host = createInstance();
    const read = (_lng: string, _ns: string, done: (error: null, words: object) => void) =>
      done(null, { prompt: { heading: 'Ours' } });
    await host
      .use({ type: 'backend', init: () => {}, read })
      .init({ lng: 'en', ns: [], resources: {}, partialBundledLanguages: true });
    const optIn = createOptIn({
      phone: '+966500000000',
      translator: fromI18next(host),
      platform: createFakePlatform(),
    });
    const listener = vi.fn();
    const leave = optIn.subscribe(listener);
    await load(host);
    expect(listener).toHaveBeenCalled();
    expect(optIn.getSnapshot().view.heading).toBe('Ours');

    leave();
    listener.mockClear();
    host.addResourceBundle('en', 'whatsapp-optin', { prompt: { heading: 'Later' } });
    expect(listener).not.toHaveBeenCalled();
  });

  it('of another name is no news', async () => {
    const host = createInstance();
    await host.init({ lng: 'en', resources: {} });
    const listener = vi.fn();
    fromI18next(host).onChange?.(listener);
    host.addResourceBundle('en', 'shop', { heading: 'Shop' });
    expect(listener).not.toHaveBeenCalled();
  });

  it('works with a host that is initialized later', async () => {
    const host = createInstance();
    const translator = fromI18next(host);
    const listener = vi.fn();
    const leave = translator.onChange?.(listener);
    expect(translator.t('prompt.link')).toBe('Enable WhatsApp Notifications');
    await host.init({ lng: 'es', resources: { es: { 'whatsapp-optin': { prompt: { link: 'Activar' } } } } });
    expect(listener).toHaveBeenCalled();
    expect(translator.t('prompt.link')).toBe('Activar');
    listener.mockClear();
    host.addResourceBundle('es', 'whatsapp-optin', { prompt: { link: 'Empezar' } });
    expect(listener).toHaveBeenCalledOnce();
    leave?.();
    host.addResourceBundle('es', 'whatsapp-optin', { prompt: { link: 'Activar' } });
    await host.changeLanguage('ar');
    expect(listener).toHaveBeenCalledOnce();
  });
});
