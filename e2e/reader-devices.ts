import type { Browser, Page } from '@playwright/test';
import { prepareContext } from './prompt-test.js';

/** A browser as a page sees it, and what its link should be. */
export interface ReaderDevice {
  userAgent: string;
  maxTouchPoints: number;
  /** `navigator.platform`; default: this machine's. */
  platform?: string;
  /** `navigator.userAgentData.platform`; default: there is no `userAgentData`. */
  brandPlatform?: string;
  form: 'universal' | 'web' | 'intent';
  target: '_blank' | '_self';
  /** The card says how to leave the app that shows the page. */
  hint: boolean;
}

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPAD = IPHONE.replace('iPhone; CPU iPhone OS', 'iPad; CPU OS');
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-S918B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0';

const TAB = { form: 'universal', target: '_blank', hint: false, maxTouchPoints: 5 } as const;
const SAME_VIEW = { form: 'universal', target: '_self', hint: true, maxTouchPoints: 5 } as const;
const DESKTOP = { form: 'web', target: '_blank', hint: false } as const;

export const READER_DEVICES: Readonly<Record<string, ReaderDevice>> = {
  'Firefox on Android': {
    ...TAB,
    userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0',
  },
  'an iPad that calls itself a Mac': {
    ...TAB,
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15',
  },
  'Instagram on Android': {
    ...SAME_VIEW,
    form: 'intent',
    userAgent: `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36 Instagram 338.0.0.32.93 Android (34/14)`,
  },
  'Facebook on an iPhone': { ...SAME_VIEW, userAgent: `${IPHONE} Mobile/21G93 [FBAN/FBIOS;FBAV/470.0.0.37.104]` },
  'Chrome on an Android tablet, which asks for desktop sites': {
    ...TAB,
    userAgent: LINUX,
    platform: 'Linux armv81',
    brandPlatform: 'Android',
  },
  'Samsung Internet that asks for desktop sites': {
    ...TAB,
    userAgent: LINUX.replace('Chrome/', 'SamsungBrowser/26.0 Chrome/'),
    platform: 'Linux armv8l',
  },
  'Silk that asks for desktop sites': {
    ...TAB,
    userAgent: LINUX.replace('Chrome/', 'Silk/126.1 like Chrome/'),
    platform: 'Linux armv8l',
    maxTouchPoints: 10,
  },
  'Firefox on Android that asks for desktop sites': {
    ...TAB,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
    platform: 'Linux aarch64',
  },
  'a Linux laptop with a touch screen': {
    ...DESKTOP,
    userAgent: LINUX,
    platform: 'Linux x86_64',
    brandPlatform: 'Linux',
    maxTouchPoints: 10,
  },
  'an ARM computer with Linux and no touch screen': {
    ...DESKTOP,
    userAgent: LINUX,
    platform: 'Linux aarch64',
    maxTouchPoints: 0,
  },
  'an unknown app, or a home-screen app, on an iPhone': { ...SAME_VIEW, userAgent: `${IPHONE} Mobile/15E148` },
  'an unknown app on an iPad': { ...SAME_VIEW, userAgent: `${IPAD} Mobile/15E148` },
  'Safari on an iPhone': { ...TAB, userAgent: `${IPHONE} Version/17.6 Mobile/15E148 Safari/604.1` },
  'Chrome on an iPhone': { ...TAB, userAgent: `${IPHONE} CriOS/126.0.6478.153 Mobile/15E148 Safari/604.1` },
};

/** A page in such a browser. Close its context. */
export async function openAs(browser: Browser, device: ReaderDevice): Promise<Page> {
  const { userAgent, maxTouchPoints, platform, brandPlatform } = device;
  const context = await browser.newContext({ userAgent, viewport: { width: 800, height: 900 }, hasTouch: true });
  await prepareContext(context, false);
  await context.addInitScript(
    ({ points, name, brand }) => {
      const define = (key: string, value: unknown) =>
        Object.defineProperty(Navigator.prototype, key, { get: () => value, configurable: true });
      // Chromium's own client hints would contradict the user agent.
      define('userAgentData', brand === undefined ? undefined : { platform: brand, mobile: false, brands: [] });
      define('maxTouchPoints', points);
      if (name !== undefined) define('platform', name);
    },
    { points: maxTouchPoints, name: platform, brand: brandPlatform },
  );
  return context.newPage();
}
