import { interpolate } from '../interpolate.js';
import { closestLocale, directionOf } from '../locales/locales.js';
import { digitsLocale, formatCount } from '../opt-in/format-count.js';
import { BADGE_WORDS, type BadgeWords } from './badge-words.js';
import type { WhatsAppSessionState, WhatsAppSessionStatus } from './session-state.js';
import type { Tone } from './status-shapes.js';

/** Input of `getBadgeView`. */
export interface BadgeViewInput {
  /** The state of the session, from a `SessionStore`. */
  session: WhatsAppSessionState;
  /** Whole minutes until the session ends. */
  minutesLeft: number;
  /** BCP 47. @default 'en' */
  locale?: string | undefined;
  /** IANA zone of the moments. @default the browser's */
  timeZone?: string | undefined;
  /** Texts in place of ours. */
  words?: Partial<BadgeWords> | undefined;
}

/** Everything that a badge shows. */
export interface BadgeView {
  /** The supported locale of the text. */
  locale: string;
  /** Direction of the text. */
  dir: 'ltr' | 'rtl';
  /** How good the state is. */
  tone: Tone;
  /** "WhatsApp active (expires 14:05)" */
  text: string;
  /** "3 h 20 min left"; `null` where no session is open. */
  left: string | null;
  /** The exact end of the session; `null` where none is open. */
  title: string | null;
}

const TONES: Readonly<Record<WhatsAppSessionStatus, Tone>> = {
  active: 'good',
  expiring: 'warn',
  none: 'quiet',
  loading: 'info',
  failed: 'bad',
};

/** Pure: the same input gives the same view, on a server too. */
export function getBadgeView({ session, minutesLeft, locale: tag = 'en', timeZone, words }: BadgeViewInput): BadgeView {
  const locale = closestLocale([tag]) ?? 'en';
  const texts = { ...BADGE_WORDS[locale], ...words };
  const { status, expiresAt } = session;
  const view = { locale, dir: directionOf(locale), tone: TONES[status] };
  if (status !== 'active' && status !== 'expiring') return { ...view, text: texts[status], left: null, title: null };
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(digitsLocale(locale), { hourCycle: 'h23', timeZone, ...options }).format(expiresAt ?? 0);
  return {
    ...view,
    text: interpolate(texts.active, { time: format({ hour: '2-digit', minute: '2-digit' }) }),
    left: interpolate(texts.left, { left: describeMinutes(minutesLeft, locale, texts) }),
    title: format({ dateStyle: 'full', timeStyle: 'long' }),
  };
}

function describeMinutes(total: number, locale: string, { hours, minutes, moment }: BadgeWords): string {
  if (total < 1) return moment;
  const values = {
    hours: formatCount(locale, Math.floor(total / 60)),
    minutes: formatCount(locale, total % 60),
  };
  return interpolate(total < 60 ? minutes : hours, values);
}
