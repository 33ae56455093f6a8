import type { OptInState } from '../contract/opt-in-state.js';
import type { OptInAction } from '../opt-in/opt-in-view.js';
import type { OptInOptions } from '../opt-in/opt-in.js';

/** One card: the options that give it, and what every renderer must then show. */
export interface OptInViewCase {
  /** Title of a test. */
  name: string;
  /** `createOptIn` with these (and any platform) is in `state` at once, and stays there. */
  options: OptInOptions & { phone: string; testState: OptInState };
  /** The state that is shown. */
  state: OptInState;
  /** Direction of the text. */
  dir: 'ltr' | 'rtl';
  /** The heading, whole. */
  heading: string;
  /** Pieces of text that are on the card; in the words of its language. */
  texts: readonly string[];
  /** The link's words; `null` where there is no link. Its address has the digits of the company's number in it. */
  link: string | null;
  /** The words of Skip; `null` if there is none. */
  skip: string | null;
  /** Rows of help, in order. */
  actions: readonly OptInAction[];
  /** How many benefits and steps are listed. */
  benefits: number;
  /** How many steps are listed. */
  steps: number;
  /** What is said in the live region; a part of it. */
  status: string | null;
}

const CLINIC = { phone: '+966500000000', organizationName: 'Acme Clinic', ticketNumber: 'A001' } as const;

type Expected = Omit<OptInViewCase, 'name' | 'options' | 'state' | 'dir'>;
const NOTHING = { link: null, skip: null, actions: [], benefits: 0, steps: 0, status: null } as const;

const ENGLISH: Readonly<Record<OptInState, Expected>> = {
  idle: {
    ...NOTHING,
    heading: "Get notified when it's your turn!",
    texts: [
      'Acme Clinic',
      'A001',
      'Ticket confirmations',
      'Queue position',
      '+966 50 000 0000',
      'Press Send',
      'STOP',
      '24 hours',
    ],
    link: 'Enable WhatsApp Notifications',
    skip: 'Skip',
    benefits: 4,
    steps: 3,
  },
  waiting: {
    ...NOTHING,
    heading: 'Now press Send in WhatsApp',
    texts: ['Come back here', '+966 50 000 0000'],
    actions: ['open', 'help', 'no_whatsapp'],
    steps: 3,
    status: 'Waiting for your message',
  },
  connected: {
    ...NOTHING,
    heading: 'WhatsApp updates are on',
    texts: ['Acme Clinic', 'A001', '+966 50 000 0000', 'STOP'],
    actions: ['receipt'],
    status: 'You are connected until',
  },
  expired: {
    ...NOTHING,
    heading: 'This link has expired',
    texts: ['A001'],
    actions: ['restart'],
    status: 'No message arrived in time.',
  },
  declined: {
    ...NOTHING,
    heading: 'No WhatsApp updates',
    texts: ['A001'],
    actions: ['restart'],
    status: 'You will get no WhatsApp messages.',
  },
  failed: {
    ...NOTHING,
    heading: "Get notified when it's your turn!",
    texts: ['A001', '+966 50 000 0000', 'STOP'],
    link: 'Enable WhatsApp Notifications',
    actions: ['restart'],
    steps: 3,
    status: 'You can still send the message.',
  },
};

const ARABIC: Readonly<Record<OptInState, Expected>> = {
  idle: {
    ...ENGLISH.idle,
    heading: 'إشعار يصلكم عندما يحين دوركم!',
    texts: ['Acme Clinic', 'A001', 'تأكيد التذكرة', 'الموقع في الطابور', '+966 50 000 0000', '٢٤ ساعة', 'إيقاف'],
    link: 'تفعيل إشعارات واتساب',
    skip: 'تخطّي',
  },
  waiting: {
    ...ENGLISH.waiting,
    heading: 'بقي الضغط على «إرسال» في واتساب',
    texts: ['العودة إلى هنا', '+966 50 000 0000'],
    status: 'في انتظار رسالتكم',
  },
  connected: {
    ...ENGLISH.connected,
    heading: 'تحديثات واتساب مفعّلة',
    texts: ['Acme Clinic', 'A001', '+966 50 000 0000', 'إيقاف'],
    status: 'الاتصال قائم حتى الساعة',
  },
  expired: { ...ENGLISH.expired, heading: 'انتهت صلاحية الرابط', status: 'لم تصل أي رسالة في الوقت المحدد.' },
  declined: { ...ENGLISH.declined, heading: 'بدون تحديثات واتساب', status: 'لن تصل أي رسائل عبر واتساب.' },
  failed: {
    ...ENGLISH.failed,
    heading: 'إشعار يصلكم عندما يحين دوركم!',
    texts: ['A001', '+966 50 000 0000', 'إيقاف'],
    link: 'تفعيل إشعارات واتساب',
    status: 'إرسال الرسالة ما زال ممكنًا.',
  },
};

function casesOf(locale: string, dir: 'ltr' | 'rtl', byState: Readonly<Record<OptInState, Expected>>): OptInViewCase[] {
  return (Object.keys(byState) as OptInState[]).map((state) => ({
    name: `${state} in ${locale}`,
    options: { ...CLINIC, locale, testState: state },
    state,
    dir,
    ...byState[state],
  }));
}

/** Every state in English and Arabic, and the variants that change the card. The tests of both renderers loop over them. */
export const OPT_IN_VIEW_CASES: readonly OptInViewCase[] = [
  ...casesOf('en', 'ltr', ENGLISH),
  ...casesOf('ar', 'rtl', ARABIC),
  {
    ...ENGLISH.idle,
    name: 'idle without Skip',
    options: { ...CLINIC, locale: 'en', testState: 'idle', noSkip: true },
    state: 'idle',
    dir: 'ltr',
    skip: null,
  },
  {
    ...ENGLISH.idle,
    name: 'idle without a ticket',
    options: { phone: CLINIC.phone, organizationName: 'Acme Clinic', locale: 'en', testState: 'idle' },
    state: 'idle',
    dir: 'ltr',
    texts: ['Acme Clinic', '+966 50 000 0000'],
  },
];
