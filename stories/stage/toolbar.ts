import { SUPPORTED_LOCALES, directionOf, type SupportedLocale } from '@whatsapp-optin/sdk';
import type { WhatsAppTheme } from '@whatsapp-optin/react';
import type { OptInAppearance } from '@whatsapp-optin/sdk/styles';

/** Looks that a host might give the prompt by `appearance`. */
export const APPEARANCES = {
  default: { title: 'As it comes', appearance: {} },
  indigo: { title: 'Brand: indigo', appearance: { variables: { accent: '#4338ca' } } },
  clay: {
    title: 'Brand: clay, round',
    appearance: { variables: { accent: '#b4432b', radius: '24px', 'radius-control': '999px' } },
  },
  amber: { title: 'Brand: amber, a light accent', appearance: { variables: { accent: '#ffb000' } } },
  dense: { title: 'Dense', appearance: { variables: { space: '3px', radius: '8px', 'radius-control': '4px' } } },
} as const satisfies Readonly<Record<string, { title: string; appearance: OptInAppearance }>>;
export type Appearance = keyof typeof APPEARANCES;

const NAMES: Readonly<Record<SupportedLocale, string>> = {
  en: 'English',
  ar: 'العربية',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  fr: 'Français',
  de: 'Deutsch',
  tr: 'Türkçe',
  ur: 'اردو',
  hi: 'हिन्दी',
  bn: 'বাংলা',
  id: 'Bahasa Indonesia',
  fil: 'Filipino',
};
export const LOCALE_CHOICES = SUPPORTED_LOCALES.map((value) => ({ value, title: NAMES[value] }));

/** Settings of the toolbar above a story. */
export interface Toolbar {
  locale: SupportedLocale;
  /** Of the page around; the prompt's own follows its language. */
  dir: 'ltr' | 'rtl';
  theme: WhatsAppTheme;
  appearance: Appearance;
}

export const INITIAL_GLOBALS = { locale: 'en', direction: 'auto', theme: 'auto', appearance: 'default' };

export const GLOBAL_TYPES = {
  locale: { description: 'Language', toolbar: { icon: 'globe' as const, items: LOCALE_CHOICES, dynamicTitle: true } },
  direction: {
    description: 'Direction of the page',
    toolbar: {
      icon: 'transfer' as const,
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'Direction of the language' },
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  theme: {
    description: 'Theme',
    toolbar: {
      icon: 'contrast' as const,
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'Theme of the device' },
        { value: 'light', title: 'Light' },
        { value: 'dark', title: 'Dark' },
        { value: 'contrast', title: 'More contrast' },
      ],
    },
  },
  appearance: {
    description: 'Appearance',
    toolbar: {
      icon: 'paintbrush' as const,
      dynamicTitle: true,
      items: Object.entries(APPEARANCES).map(([value, { title }]) => ({ value, title })),
    },
  },
};

/** Reads Storybook's untyped globals. Unknown values fall back to the default. */
export function toolbarFrom(globals: Readonly<Record<string, unknown>>): Toolbar {
  const locale = SUPPORTED_LOCALES.find((one) => one === globals.locale) ?? 'en';
  const theme = (['light', 'dark', 'contrast'] as const).find((one) => one === globals.theme) ?? 'auto';
  const dir = (['ltr', 'rtl'] as const).find((one) => one === globals.direction) ?? directionOf(locale);
  const appearance = (Object.keys(APPEARANCES) as Appearance[]).find((one) => one === globals.appearance) ?? 'default';
  return { locale, dir, theme, appearance };
}
