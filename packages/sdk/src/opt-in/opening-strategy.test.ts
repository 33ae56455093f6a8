import { describe, expect, it } from 'vitest';
import { detectDevice, type NavigatorLike } from '../device.js';
import { createFakePlatform } from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import { openingStrategy, type OpeningStrategy } from './opening-strategy.js';

const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UQ1A.240105.004; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.81 Mobile Safari/537.36';

type Expected = readonly [form: OpeningStrategy['form'], target: OpeningStrategy['target'], hint: boolean];

const TABLE: readonly (readonly [name: string, source: NavigatorLike, ...Expected])[] = [
  ['Safari, iPhone', { userAgent: `${IOS} Version/18.1 Mobile/15E148 Safari/604.1` }, 'universal', '_blank', false],
  [
    'Chrome, iPhone',
    { userAgent: `${IOS} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1` },
    'universal',
    '_blank',
    false,
  ],
  [
    'Chrome, Android',
    {
      userAgent:
        'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
    },
    'universal',
    '_blank',
    false,
  ],
  [
    'Firefox, Android',
    { userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0' },
    'universal',
    '_blank',
    false,
  ],
  [
    'Samsung Internet',
    {
      userAgent:
        'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    },
    'universal',
    '_blank',
    false,
  ],
  [
    'iPadOS, which calls itself a Mac',
    {
      userAgent:
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      platform: 'MacIntel',
      maxTouchPoints: 5,
    },
    'universal',
    '_blank',
    false,
  ],
  [
    'Safari, Mac',
    {
      userAgent:
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      platform: 'MacIntel',
      maxTouchPoints: 0,
    },
    'web',
    '_blank',
    false,
  ],
  [
    'Instagram, iPhone',
    { userAgent: `${IOS} Mobile/22B83 Instagram 357.0.5.28.85 (iPhone15,2; iOS 18_1; ar_SA; ar)` },
    'universal',
    '_self',
    true,
  ],
  [
    'Instagram, Android',
    { userAgent: `${ANDROID} Instagram 357.1.0.52.100 Android (34/14; 420dpi; 1080x2205)` },
    'intent',
    '_self',
    true,
  ],
  [
    'Facebook, iPhone',
    { userAgent: `${IOS} Mobile/22B83 [FBAN/FBIOS;FBAV/490.0.0.42.106;FBBV/667811943]` },
    'universal',
    '_self',
    true,
  ],
  ['Facebook, Android', { userAgent: `${ANDROID} [FB_IAB/FB4A;FBAV/490.0.0.63.82;]` }, 'intent', '_self', true],
  [
    'TikTok, iPhone',
    { userAgent: `${IOS} Mobile/15E148 musical_ly_37.1.0 JsSdk/2.0 NetType/WIFI Channel/App Store` },
    'universal',
    '_self',
    true,
  ],
  ['TikTok, Android', { userAgent: `${ANDROID} trill_370104 BytedanceWebview/d8a21c6` }, 'universal', '_self', true],
  [
    'Snapchat, iPhone',
    { userAgent: `${IOS} Mobile/15E148 Snapchat/13.16.0.40 (like Safari/8619.2.8.10.9, panda)` },
    'universal',
    '_self',
    true,
  ],
  ['Snapchat, Android', { userAgent: `${ANDROID} Snapchat/13.16.0.44 (Pixel 8; Android 14)` }, 'intent', '_self', true],
  ['X, iPhone', { userAgent: `${IOS} Mobile/15E148 Twitter for iPhone/10.66` }, 'universal', '_self', true],
  ['X, Android', { userAgent: `${ANDROID} TwitterAndroid` }, 'intent', '_self', true],
  [
    'Google app, iPhone',
    { userAgent: `${IOS} GSA/343.0.695551749 Mobile/15E148 Safari/604.1` },
    'universal',
    '_self',
    false,
  ],
  ['Google app, Android', { userAgent: `${ANDROID} GSA/15.47.37.28.arm64` }, 'intent', '_self', false],
  [
    'a view without a name, or a home-screen app, iPhone',
    { userAgent: `${IOS} Mobile/15E148` },
    'universal',
    '_self',
    true,
  ],
  ['a view without a name, Android', { userAgent: ANDROID }, 'universal', '_self', true],
];

describe.each(TABLE)('in %s', (_name, source, ...[form, target, hint]) => {
  it(`opens the ${form} link in ${target}`, () => {
    expect(openingStrategy(detectDevice(source))).toEqual({ form, target, hint });
  });

  it('gives the page a link of that form', () => {
    const platform = { ...createFakePlatform(), navigator: () => source };
    const { href, view } = createOptIn({ phone: '+966500000000', ticketNumber: 'A001', platform }).getSnapshot();
    const start = {
      universal: 'https://wa.me/966500000000?text=',
      web: 'https://web.whatsapp.com/',
      intent: 'intent://send?phone=966500000000',
    };
    expect(href?.startsWith(start[form])).toBe(true);
    expect([view.link?.target, view.hint !== null]).toEqual([target, hint]);
  });
});

it('takes back a reader whose phone has no WhatsApp', () => {
  const platform = createFakePlatform({ userAgent: `${ANDROID} Instagram 357.1.0.52.100 Android` });
  const { href, message } = createOptIn({ phone: '+966500000000', ticketNumber: 'A001', platform }).getSnapshot();
  const fallback = /#Intent;scheme=whatsapp;S\.browser_fallback_url=([^;]+);end$/.exec(href ?? '')?.[1] ?? '';
  expect(decodeURIComponent(fallback)).toBe(`https://wa.me/966500000000?text=${encodeURIComponent(message ?? '')}`);
});

it('knows nothing of a device on a server', () => {
  expect(openingStrategy(null)).toEqual({ form: 'universal', target: '_blank', hint: false });
});

it('opens the rows of the help where the link opens', () => {
  const platform = createFakePlatform({ userAgent: `${IOS} Mobile/15E148` });
  const optIn = createOptIn({ phone: '+966500000000', ticketNumber: 'A001', platform });
  optIn.open();
  const links = optIn.getSnapshot().view.help?.rows.filter(({ href }) => href);
  expect(links?.map(({ id, target }) => [id, target])).toEqual([['open_app', '_self']]);
});
