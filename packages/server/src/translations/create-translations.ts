import { closestLocale, directionOf, type MessageAction } from '@whatsapp-optin/sdk/contract';
import { formatDay, formatNumber, formatTime } from './moments.js';
import { notificationWords } from './notification-texts.js';
import type { PlainKey } from './locales/catalogue.js';
import { isolateCode, isolateName, oneLine } from './plain-text.js';
import { CATALOGUES, createTranslator, type ServerLocale } from './translator.js';
import type { Translations } from './translations.js';

/** Locales in which the server itself speaks. */
export const SERVER_LOCALES = Object.keys(CATALOGUES) as readonly ServerLocale[];

const ACTION_TEXTS = {
  on_my_way: 'actionOnMyWay',
  more_time: 'actionMoreTime',
  leave: 'actionLeave',
} as const satisfies Record<MessageAction, PlainKey>;

/** What the label of `more_time` asks for. */
const MORE_TIME_MINUTES = 10;

const QUICK_REPLY_TEXTS = ['quickReplyYes', 'quickReplyAsk', 'quickReplySoon'] as const;
const QUICK_REPLY_MINUTES = 10;

export function createTranslations(): Translations {
  const speech = createTranslator();

  const localeOf = (tag: string | null | undefined, fallback = 'en'): ServerLocale =>
    closestLocale([tag ?? '', fallback], SERVER_LOCALES) ?? 'en';

  return {
    closestLocale: localeOf,
    direction: (locale) => directionOf(localeOf(locale)),
    welcome: (input) => {
      const locale = localeOf(input.locale);
      const direction = directionOf(locale);
      const company = isolateName(input.companyName, direction);
      const number = formatNumber(locale, input.hours);
      const time = formatTime(locale, input.activeUntil, input.timeZone);
      const date = formatDay(locale, input.activeUntil, input.timeZone);
      const ticket = isolateCode(input.ticketNumber ?? '', direction);
      const url = oneLine(input.ticketPageUrl ?? '');
      const ownUrl = oneLine(input.ownPageUrl ?? '');
      const kinds = [
        speech.sayCount(locale, 'welcomeThanks', input.hours, { company, number }),
        speech.say(locale, 'welcomeKinds'),
        ticket && speech.say(locale, 'welcomeTicket', { ticket }),
      ];
      const terms = [
        speech.say(locale, 'welcomeActiveUntil', { time, date }),
        speech.say(locale, 'welcomeHelp'),
        speech.say(locale, 'welcomeStop'),
      ];
      const pages = [
        url && speech.say(locale, 'welcomePage', { url }),
        ownUrl && speech.say(locale, 'welcomeOwnPage', { url: ownUrl }),
      ];
      return [lines(kinds), lines(terms), ...pages].filter(Boolean).join('\n\n');
    },
    optOutConfirmation: (input) => {
      const locale = localeOf(input.locale);
      return speech.say(locale, 'optOutConfirmation', { company: isolateName(input.companyName, directionOf(locale)) });
    },
    stopQuestion: (input) => {
      const locale = localeOf(input.locale);
      return speech.say(locale, 'stopQuestion', { company: isolateName(input.companyName, directionOf(locale)) });
    },
    actions: (input) => {
      const locale = localeOf(input.locale);
      const number = formatNumber(locale, MORE_TIME_MINUTES);
      const choices = input.actions.map((action) => ({
        action,
        label: speech.say(locale, ACTION_TEXTS[action], { number }),
      }));
      const items = choices.map(({ label }, index) => {
        return `${formatNumber(locale, index + 1)} ${isolateName(label, directionOf(locale))}`;
      });
      return { choices, numbered: `${speech.say(locale, 'replyWithNumber')} ${items.join(' · ')}` };
    },
    quickReplies: () => {
      const texts = SERVER_LOCALES.map((locale) => {
        const number = formatNumber(locale, QUICK_REPLY_MINUTES);
        return [locale, QUICK_REPLY_TEXTS.map((key) => speech.say(locale, key, { number }))] as const;
      });
      return Object.fromEntries(texts) as Record<ServerLocale, string[]>;
    },
    notification: (input) => {
      const locale = localeOf(input.locale);
      return notificationWords(input, { speech, locale, direction: directionOf(locale) });
    },
  };
}

function lines(texts: readonly string[]): string {
  return texts.filter(Boolean).join('\n');
}
