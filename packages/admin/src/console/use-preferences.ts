import { useCallback, useState } from 'react';
import { ADMIN_LOCALES, closestAdminLocale, type AdminLocale } from '../words/create-words.js';

const KEY = 'whatsapp-optin-admin';
const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export type ConsoleTheme = (typeof THEMES)[number];

export interface Preferences {
  locale: AdminLocale;
  theme: ConsoleTheme;
}

/** Language and theme of this browser, remembered where it lets us; at first, those of the browser. */
export function usePreferences(): [Preferences, (changes: Partial<Preferences>) => void] {
  const [preferences, setPreferences] = useState(read);
  const change = useCallback((changes: Partial<Preferences>) => {
    setPreferences((before) => {
      const next = { ...before, ...changes };
      write(next);
      return next;
    });
  }, []);
  return [preferences, change];
}

function read(): Preferences {
  // A server has no reader yet.
  if (typeof window === 'undefined') return { locale: 'en', theme: 'auto' };
  let kept: Partial<Preferences> = {};
  try {
    kept = JSON.parse(window.localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
  } catch {
    // No storage, or not our words in it: the browser's own language and theme serve.
  }
  return {
    locale: ADMIN_LOCALES.find((one) => one === kept.locale) ?? closestAdminLocale(window.navigator.language),
    theme: THEMES.find((one) => one === kept.theme) ?? 'auto',
  };
}

function write(preferences: Preferences): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Then it is remembered until the page is closed.
  }
}
