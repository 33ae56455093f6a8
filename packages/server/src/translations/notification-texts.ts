import type { NotificationType } from '@whatsapp-optin/sdk/contract';
import { formatNumber } from './moments.js';
import { isolateCode, isolateName } from './plain-text.js';
import type { PluralKey } from './locales/catalogue.js';
import type { ServerLocale, Translator } from './translator.js';
import type { NotificationWordsInput } from './translations.js';

interface Sentences {
  title: string;
  /** Empty ones are left out. */
  body: readonly string[];
}

/** Sentences of one notification, in one locale. */
interface NotificationContext {
  input: NotificationWordsInput;
  locale: ServerLocale;
  speech: Translator;
  values: { company: string; ticket: string };
  /** Where to go; empty where nobody said. */
  place: string;
}

export function notificationWords(
  input: NotificationWordsInput,
  { speech, locale, direction }: { speech: Translator; locale: ServerLocale; direction: 'ltr' | 'rtl' },
): { title: string; body: string } {
  const place = String(input.params['departmentName'] ?? input.departmentName ?? '');
  const context: NotificationContext = {
    input,
    locale,
    speech,
    values: {
      company: isolateName(input.companyName, direction),
      ticket: isolateCode(input.ticketNumber, direction),
    },
    place: isolateName(place, direction),
  };
  const { title, body } = SENTENCES[input.type](context);
  return { title: title, body: body.filter((sentence) => sentence !== '').join(' ') };
}

const SENTENCES: Readonly<Record<NotificationType, (context: NotificationContext) => Sentences>> = {
  ticket_created: (context) => {
    const { speech, locale, values } = context;
    const position = wholeNumber(context, 'position');
    const numberInQueue =
      position === null ? '' : speech.say(locale, 'position', { position: formatNumber(locale, position) });
    return {
      title: speech.say(locale, 'ticketCreatedTitle', values),
      body: [speech.say(locale, 'ticketCreated', values), numberInQueue, ahead(context), wait(context)],
    };
  },
  position_update: (context) => {
    const { speech, locale, values } = context;
    const position = wholeNumber(context, 'position');
    const news =
      position === null
        ? speech.say(locale, 'positionUpdateUnknown', values)
        : speech.say(locale, 'positionUpdate', { ...values, position: formatNumber(locale, position) });
    return {
      title: speech.say(locale, 'positionUpdateTitle', values),
      body: [news, ahead(context), wait(context)],
    };
  },
  almost_your_turn: (context) => {
    const { speech, locale, values, place } = context;
    const stay = place === '' ? speech.say(locale, 'stayNearby') : speech.say(locale, 'stayNear', { place });
    return {
      title: speech.say(locale, 'almostYourTurnTitle'),
      body: [speech.say(locale, 'almostYourTurn', values), ahead(context), wait(context), stay],
    };
  },
  your_turn: ({ speech, locale, values, place }) => ({
    title: speech.say(locale, 'yourTurnTitle'),
    body: [
      speech.say(locale, 'yourTurn', values),
      place === '' ? speech.say(locale, 'proceedNow') : speech.say(locale, 'proceedTo', { place }),
    ],
  }),
  session_expiring: (context) => {
    const { speech, locale, values } = context;
    const ending = counted(context, 'sessionExpiring', wholeNumber(context, 'minutesLeft'));
    return {
      title: speech.say(locale, 'sessionExpiringTitle'),
      body: [ending || speech.say(locale, 'sessionExpiringSoon', values), speech.say(locale, 'sessionExpiringKeep')],
    };
  },
  critical: ({ speech, locale, values }) => ({
    title: speech.say(locale, 'criticalTitle'),
    body: [speech.say(locale, 'critical', values)],
  }),
};

function ahead(context: NotificationContext): string {
  const position = wholeNumber(context, 'position');
  return counted(context, 'ahead', position === null || position === 0 ? null : position - 1);
}

function wait(context: NotificationContext): string {
  return counted(context, 'wait', wholeNumber(context, 'waitMinutes'));
}

function counted({ speech, locale, values }: NotificationContext, key: PluralKey, count: number | null): string {
  if (count === null) return '';
  return speech.sayCount(locale, key, count, { ...values, number: formatNumber(locale, count) });
}

/** A parameter as a whole number from 0, `null` where it is missing or none: a text never shows `undefined` or `-1`. */
function wholeNumber({ input }: NotificationContext, name: string): number | null {
  const value = input.params[name];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}
