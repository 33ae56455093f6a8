import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { generateWhatsAppLink } from './deep-link.js';
import { detectDevice, type NavigatorLike } from './device.js';
import { detectDeviceKind } from './device-kind.js';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.134 Mobile Safari/537.36';

/** User agents of Android's browsers that request the desktop site. */
const DESKTOP_SITE =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

const CASES: [string, NavigatorLike, string][] = [
  [
    'Safari on an iPhone',
    { userAgent: `${IPHONE} Version/17.6 Mobile/15E148 Safari/604.1`, platform: 'iPhone', maxTouchPoints: 5 },
    'mobile ios null',
  ],
  [
    'Safari on an iPhone, platform withheld',
    { userAgent: `${IPHONE} Version/17.6 Mobile/15E148 Safari/604.1`, maxTouchPoints: 5 },
    'mobile ios null',
  ],
  [
    'Safari on an iPad that calls itself a Mac',
    { userAgent: MAC, platform: 'MacIntel', maxTouchPoints: 5 },
    'tablet ios null',
  ],
  [
    'Safari on an old iPad',
    {
      userAgent:
        'Mozilla/5.0 (iPad; CPU OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1',
    },
    'tablet ios null',
  ],
  ['Safari on a Mac', { userAgent: MAC, platform: 'MacIntel', maxTouchPoints: 0 }, 'desktop macos null'],
  [
    'Chrome on Android',
    {
      userAgent:
        'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
      userAgentData: { mobile: true, platform: 'Android' },
    },
    'mobile android null',
  ],
  [
    'Chrome on an Android tablet',
    {
      userAgent:
        'Mozilla/5.0 (Linux; Android 13; SM-X906C) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    },
    'tablet android null',
  ],
  [
    'Samsung Internet',
    {
      userAgent:
        'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-A546B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
    },
    'mobile android null',
  ],
  [
    'Firefox on Android',
    { userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0' },
    'mobile android null',
  ],
  [
    'Firefox on an Android tablet',
    { userAgent: 'Mozilla/5.0 (Android 13; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0' },
    'tablet android null',
  ],
  [
    'Chrome on Android, desktop site, by its client hints',
    { userAgent: DESKTOP_SITE, userAgentData: { mobile: false, platform: 'Android' }, maxTouchPoints: 5 },
    'tablet android null',
  ],
  [
    'Samsung Internet, desktop site, by its platform',
    { userAgent: DESKTOP_SITE, platform: 'Linux armv8l', maxTouchPoints: 5 },
    'tablet android null',
  ],
  [
    'Firefox on Android, desktop site, by its platform',
    {
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
      platform: 'Linux aarch64',
      maxTouchPoints: 5,
    },
    'tablet android null',
  ],
  [
    'an ARM computer without a touch screen',
    { userAgent: DESKTOP_SITE, platform: 'Linux aarch64', maxTouchPoints: 0 },
    'desktop linux null',
  ],
  [
    'a touch laptop with Linux',
    { userAgent: DESKTOP_SITE, platform: 'Linux x86_64', maxTouchPoints: 10 },
    'desktop linux null',
  ],
  [
    'an ARM Chromebook with a touch screen',
    {
      userAgent:
        'Mozilla/5.0 (X11; CrOS aarch64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
      userAgentData: { mobile: false, platform: 'Chrome OS' },
      platform: 'Linux aarch64',
      maxTouchPoints: 10,
    },
    'desktop chromeos null',
  ],
  [
    'Chrome on Windows',
    {
      userAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
      userAgentData: { mobile: false, platform: 'Windows' },
    },
    'desktop windows null',
  ],
  [
    'Edge on a touch laptop',
    {
      userAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
      platform: 'Win32',
      maxTouchPoints: 10,
    },
    'desktop windows null',
  ],
  [
    'Firefox on Linux',
    { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0' },
    'desktop linux null',
  ],
  [
    'a Chromebook',
    {
      userAgent:
        'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    },
    'desktop chromeos null',
  ],
  [
    'Windows Phone, which claims to be all others',
    {
      userAgent:
        'Mozilla/5.0 (Mobile; Windows Phone 8.1; Android 4.0; ARM; Trident/7.0; Touch; rv:11.0; IEMobile/11.0; NOKIA; Lumia 520) like iPhone OS 7_0_3 Mac OS X AppleWebKit/537 (KHTML, like Gecko) Mobile Safari/537',
    },
    'mobile windows null',
  ],
  [
    'Opera Mini',
    { userAgent: 'Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/29.3709; U; en) Presto/2.8.119 Version/11.10' },
    'mobile other null',
  ],
  [
    'KaiOS',
    { userAgent: 'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5' },
    'mobile other null',
  ],
  [
    'Instagram on an iPhone',
    {
      userAgent: `${IPHONE} Mobile/21G93 Instagram 339.0.3.12.91 (iPhone15,3; iOS 17_6_1; en_US; en; scale=3.00; 1290x2796; 620501204)`,
    },
    'mobile ios instagram',
  ],
  [
    'Instagram on Android',
    {
      userAgent: `${ANDROID} Instagram 338.0.0.32.93 Android (34/14; 420dpi; 1080x2115; samsung; SM-S918B; dm3q; qcom; en_US; 618023787)`,
    },
    'mobile android instagram',
  ],
  [
    'Facebook on an iPhone',
    {
      userAgent: `${IPHONE} Mobile/21G93 [FBAN/FBIOS;FBAV/470.0.0.37.104;FBBV/615085134;FBDV/iPhone15,3;FBMD/iPhone;FBSN/iOS;FBSV/17.6.1;FBSS/3;FBID/phone;FBLC/en_US;FBOP/5;FBRV/0]`,
    },
    'mobile ios facebook',
  ],
  ['Facebook on Android', { userAgent: `${ANDROID} [FB_IAB/FB4A;FBAV/471.0.0.40.82;]` }, 'mobile android facebook'],
  [
    'Messenger on an iPhone',
    { userAgent: `${IPHONE} Mobile/21G93 [FBAN/MessengerForiOS;FBAV/467.0.0.41.108;FBBV/614025416]` },
    'mobile ios messenger',
  ],
  [
    'TikTok on an iPhone',
    {
      userAgent: `${IPHONE} Mobile/21G93 musical_ly_35.4.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en Region/SA BytedanceWebview/d8a21c6`,
    },
    'mobile ios tiktok',
  ],
  [
    'TikTok on Android',
    {
      userAgent: `${ANDROID} trill_350403 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/trill app_version/35.4.3 ByteLocale/ar BytedanceWebview/d8a21c6`,
    },
    'mobile android tiktok',
  ],
  [
    'Snapchat on an iPhone',
    { userAgent: `${IPHONE} Mobile/21G93 Snapchat/12.99.0.35 (like Safari/8618.3.11.10.5, panda)` },
    'mobile ios snapchat',
  ],
  ['X on an iPhone', { userAgent: `${IPHONE} Mobile/21G93 Twitter for iPhone/10.50` }, 'mobile ios x'],
  ['X on Android', { userAgent: `${ANDROID} TwitterAndroid` }, 'mobile android x'],
  [
    'the Google app on an iPhone',
    { userAgent: `${IPHONE} GSA/325.0.650493380 Mobile/15E148 Safari/604.1` },
    'mobile ios google',
  ],
  ['LinkedIn on an iPhone', { userAgent: `${IPHONE} Mobile/21G93 [LinkedInApp]/9.30.2152` }, 'mobile ios linkedin'],
  ['Line on Android', { userAgent: `${ANDROID} Line/14.9.0/IAB` }, 'mobile android line'],
  [
    'WeChat on Android',
    { userAgent: `${ANDROID} MMWEBID/2307 MicroMessenger/8.0.49.2600(0x28003135) WeChat/arm64 Weixin` },
    'mobile android wechat',
  ],
  ['an unnamed web view on Android', { userAgent: ANDROID }, 'mobile android webview'],
  [
    'an unnamed web view, or a home-screen app, on an iPhone',
    { userAgent: `${IPHONE} Mobile/15E148` },
    'mobile ios webview',
  ],
  [
    'an unnamed web view on an iPad that calls itself a Mac',
    {
      userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
      platform: 'MacIntel',
      maxTouchPoints: 5,
    },
    'tablet ios webview',
  ],
  ['Firefox on an iPhone', { userAgent: `${IPHONE} FxiOS/131.0 Mobile/15E148 Safari/605.1.15` }, 'mobile ios null'],
  ['nothing at all', {}, 'desktop other null'],
];

describe('detectDevice', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each(CASES)('knows %s', (_, source, expected) => {
    const { kind, os, inAppBrowser } = detectDevice(source);
    expect(`${kind} ${os} ${inAppBrowser}`).toBe(expected);
  });

  it('reads each device once: no handheld system is a desktop, and the link agrees', () => {
    const token = fc.constantFrom(
      ...['X11', 'Linux x86_64', 'Android 14', 'Windows NT 10.0', 'Windows Phone', 'iPhone', 'iPad', 'iPod'],
      ...[
        'iOS',
        'Macintosh',
        'Mac OS X',
        'CrOS',
        'Mobile',
        'Tablet',
        'Opera Mini',
        'AppleWebKit',
        'Safari/604.1',
        '; wv)',
      ],
    );
    const platform = fc.constantFrom('Android', 'iOS', 'Windows', 'macOS', 'Chrome OS', 'Linux', '');
    const source = fc.record(
      {
        userAgent: fc.array(token).map((tokens) => ['Mozilla/5.0', ...tokens].join(' ')),
        platform: fc.constantFrom('Linux armv8l', 'Linux aarch64', 'Linux x86_64', 'MacIntel', 'iPhone', 'Win32', ''),
        maxTouchPoints: fc.constantFrom(0, 1, 5),
        userAgentData: fc.record({ mobile: fc.boolean(), platform }, { requiredKeys: [] }),
      },
      { requiredKeys: ['userAgent'] },
    );
    fc.assert(
      fc.property(source, (navigator) => {
        const device = detectDevice(navigator);
        expect(detectDeviceKind(navigator)).toBe(device.kind);
        if (device.os === 'android' || device.os === 'ios') expect(device.kind).not.toBe('desktop');
        vi.stubGlobal('navigator', navigator);
        const link = generateWhatsAppLink('+966500000000', '');
        expect(link.startsWith('https://web.whatsapp.com/')).toBe(device.kind === 'desktop');
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads the browser that it runs in', () => {
    vi.stubGlobal('navigator', { userAgent: `${IPHONE} Version/17.6 Mobile/15E148 Safari/604.1` });
    expect(detectDevice().os).toBe('ios');
  });

  it.each([undefined, { userAgent: 'Node.js/22' }])(
    'says desktop and other where there is no browser: %j',
    (navigator) => {
      vi.stubGlobal('navigator', navigator);
      expect(detectDevice()).toEqual({ kind: 'desktop', os: 'other', inAppBrowser: null });
    },
  );

  it('reads the beginning of a user agent without end', () => {
    expect(detectDevice({ userAgent: `${'x'.repeat(600)} iPhone Mobile` }).kind).toBe('desktop');
  });

  it('bears values of the wrong kind', () => {
    const odd = {
      userAgent: 42,
      platform: null,
      maxTouchPoints: 'many',
      userAgentData: null,
    } as unknown as NavigatorLike;
    expect(detectDevice(odd)).toEqual({ kind: 'desktop', os: 'other', inAppBrowser: null });
  });
});
