import type { OptInErrorCode } from '../contract/errors.js';
import type { OptInState } from '../contract/opt-in-state.js';
import type { Translator } from '../translator.js';
import type { OptInView } from './opt-in-view.js';
import { richText } from './rich-text.js';
import { describeSessionEnd, formatCount } from './session-end.js';

/** WhatsApp's customer service window. */
const SESSION_HOURS = 24;
/** Trying again cannot help where the integrator or the organization has to act. */
const HOPELESS: readonly (OptInErrorCode | null)[] = [
  'INVALID_PHONE_NUMBER',
  'MESSAGE_TOO_LONG',
  'MISSING_OPTION',
  'UNAUTHORIZED',
  'WHATSAPP_DISABLED',
];

/** All that the words of a state depend on. */
export interface OptInViewInput {
  state: OptInState;
  translator: Translator;
  organizationName: string | null;
  ticketNumber: string | null;
  /** The company's number, E.164. */
  phone: string | null;
  href: string | null;
  /** Opens in the tab itself, where a new one is refused (inside other apps). */
  sameTab: boolean;
  /** The server tells when the message has come. */
  live: boolean;
  noSkip: boolean;
  errorCode: OptInErrorCode | null;
  /** Milliseconds since 1970; `null` where it is not known. */
  sessionEndsAt: number | null;
  sessionEnded: boolean;
  now: number;
  timeZone: string | undefined;
}

/** What a painter shows for one state: every word, attribute and control, already decided. */
export function getOptInView(input: OptInViewInput): OptInView {
  const { state, translator } = input;
  const ended = state === 'connected' && input.sessionEnded;
  return {
    state,
    locale: translator.locale,
    dir: translator.dir,
    ...EMPTY,
    description: description(input),
    ...(ended ? endedView(input) : VIEWS[state](input)),
  };
}

type Painted = Omit<OptInView, 'state' | 'locale' | 'dir' | 'icon' | 'heading'>;
type StateView = Partial<Painted> & Pick<OptInView, 'icon' | 'heading'>;

const EMPTY: Painted = {
  description: null,
  benefits: [],
  steps: [],
  stepsLabel: null,
  link: null,
  skip: null,
  status: null,
  actions: [],
  number: null,
  consent: null,
};

const VIEWS: Readonly<Record<OptInState, (input: OptInViewInput) => StateView>> = {
  idle: (input) => {
    const { t } = input.translator;
    return {
      icon: 'chat',
      heading: t('prompt.heading'),
      benefits: [
        { id: 'ticket', text: t('prompt.benefitTicket') },
        { id: 'position', text: t('prompt.benefitPosition') },
        { id: 'almost', text: t('prompt.benefitAlmost') },
        { id: 'turn', text: t('prompt.benefitTurn') },
      ],
      ...steps(input, null),
      ...offer(input),
      skip: input.noSkip ? null : { label: t('prompt.skip'), action: 'decline' },
    };
  },
  waiting: (input) => {
    const { t } = input.translator;
    return {
      icon: 'chat',
      heading: t('waiting.heading'),
      description: [t('waiting.description')],
      ...steps(input, 'send'),
      status: input.live
        ? { text: [t('waiting.status')], tone: 'busy' }
        : { text: [t('waiting.statusStatic')], tone: 'info' },
      actions: [
        ...(input.href
          ? [{ id: 'open', label: t('waiting.openAgain'), icon: 'external', href: input.href } as const]
          : []),
        { id: 'no_whatsapp', label: t('waiting.noWhatsApp'), icon: 'no' },
      ],
      number: companyNumber(input),
    };
  },
  connected: (input) => {
    const { translator, sessionEndsAt, now, timeZone } = input;
    const text =
      sessionEndsAt === null
        ? translator.t('connected.status')
        : describeSessionEnd(translator, { endsAt: sessionEndsAt, now, timeZone });
    return {
      icon: 'check',
      heading: translator.t('connected.heading'),
      status: { text: [text], tone: 'success' },
      number: companyNumber(input),
      consent: [translator.t('connected.note')],
    };
  },
  expired: ({ translator: { t } }) => ({
    icon: 'clock',
    heading: t('expired.heading'),
    status: { text: [t('expired.status')], tone: 'warning' },
    actions: [{ id: 'restart', label: t('expired.restart'), icon: 'chat' }],
  }),
  declined: ({ translator: { t } }) => ({
    icon: 'no',
    heading: t('declined.heading'),
    status: { text: [t('declined.status')], tone: 'info' },
    actions: [{ id: 'restart', label: t('declined.restart'), icon: 'chat' }],
  }),
  failed: (input) => {
    const { t } = input.translator;
    const code = input.errorCode;
    const cause = code === 'NETWORK' ? 'network' : code === 'WHATSAPP_DISABLED' ? 'disabled' : 'other';
    return {
      icon: 'alert',
      heading: t('failed.heading'),
      ...(input.href ? { ...steps(input, null), ...offer(input) } : {}),
      status: { text: [t(input.href ? 'failed.withLink' : `failed.${cause}`)], tone: 'error' },
      actions: HOPELESS.includes(code) ? [] : [{ id: 'restart', label: t('failed.restart'), icon: 'chat' }],
    };
  },
};

function endedView({ translator: { t } }: OptInViewInput): StateView {
  return {
    icon: 'clock',
    heading: t('ended.heading'),
    status: { text: [t('ended.status')], tone: 'warning' },
    actions: [{ id: 'restart', label: t('ended.restart'), icon: 'chat' }],
  };
}

/** The way to WhatsApp, and what is said before it is taken: from which number, who writes first, how long, how to stop. */
function offer(input: OptInViewInput): Partial<Painted> {
  const { t, locale } = input.translator;
  return {
    link: {
      href: input.href,
      label: t('prompt.link'),
      target: input.sameTab ? '_self' : '_blank',
      rel: 'noopener',
      busy: input.href === null,
    },
    number: companyNumber(input),
    consent: [t('prompt.consent', { count: SESSION_HOURS, hours: formatCount(locale, SESSION_HOURS) })],
  };
}

function steps({ translator: { t } }: OptInViewInput, current: 'send' | null): Pick<OptInView, 'steps' | 'stepsLabel'> {
  const ids = ['open', 'send', 'return'] as const;
  return {
    steps: ids.map((id) => ({ id, text: t(`steps.${id}`), current: id === current })),
    stepsLabel: t('steps.label'),
  };
}

function companyNumber({ translator, phone }: OptInViewInput): OptInView['number'] {
  return phone === null ? null : { label: translator.t('prompt.number'), text: [{ isolated: phone }] };
}

function description({ translator, organizationName, ticketNumber }: OptInViewInput): OptInView['description'] {
  if (!ticketNumber) return organizationName ? [organizationName] : null;
  const isolated = { ticket: ticketNumber };
  if (!organizationName) return richText(translator, 'prompt.descriptionTicket', { isolated });
  return richText(translator, 'prompt.description', { plain: { organization: organizationName }, isolated });
}
