// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserPlatform } from './browser-platform.js';
import { serverPlatform } from './server-platform.js';

const pageShow = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });

describe('browserPlatform in a page', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it.each([
    ['shown or hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['restored from the back/forward cache', () => window.dispatchEvent(pageShow(true))],
    ['online again', () => window.dispatchEvent(new Event('online'))],
    ['offline', () => window.dispatchEvent(new Event('offline'))],
  ])('calls back when the page is %s, until one unsubscribes', (_, happen) => {
    const listener = vi.fn();
    const unsubscribe = browserPlatform.onChange(listener);
    happen();
    expect(listener).toHaveBeenCalledOnce();
    unsubscribe();
    happen();
    expect(listener).toHaveBeenCalledOnce();
  });

  it('does not call back when a page has merely loaded', () => {
    const listener = vi.fn();
    const unsubscribe = browserPlatform.onChange(listener);
    window.dispatchEvent(pageShow(false));
    unsubscribe();
    expect(listener).not.toHaveBeenCalled();
  });

  it('knows whether the page is visible', () => {
    expect(browserPlatform.isVisible()).toBe(true);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    expect(browserPlatform.isVisible()).toBe(false);
  });

  it('reads the languages, the device, the zone and the address without its fragment', () => {
    window.location.hash = 'secret';
    expect(browserPlatform.languages()).toEqual(navigator.languages);
    expect(browserPlatform.navigator()?.userAgent).toContain('jsdom');
    expect(browserPlatform.timeZone()).toBeTruthy();
    expect(browserPlatform.pageUrl()).toBe('http://localhost:3000/');
  });

  it('returns false if there is no sendBeacon, or if it throws', () => {
    expect(browserPlatform.sendBeacon('/x', '{}')).toBe(false);
    vi.stubGlobal('navigator', { sendBeacon: () => true });
    expect(browserPlatform.sendBeacon('/x', '{}')).toBe(true);
  });

  it('makes ids of 128 random bits', () => {
    expect(browserPlatform.randomId()).toMatch(/^[0-9a-f]{32}$/);
    expect(browserPlatform.randomId()).not.toBe(browserPlatform.randomId());
  });
});

describe('browserPlatform without a page', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is as inert as the platform of a server', () => {
    vi.stubGlobal('window', undefined);
    vi.stubGlobal('document', undefined);
    expect(browserPlatform.sendBeacon('/x', '{}')).toBe(false);
    for (const platform of [browserPlatform, serverPlatform]) {
      expect([platform.navigator(), platform.pageUrl(), platform.languages()]).toEqual([null, null, []]);
      expect(() => platform.onChange(() => {})()).not.toThrow();
    }
  });
});
