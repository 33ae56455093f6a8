import type { OptInErrorCode } from '../contract/errors.js';
import type { OptInState } from '../contract/opt-in-state.js';
import { channelSentence } from './consent-channels.js';
import { displayed, isQrDisplay } from './displayed-view.js';
import { isShared } from './opt-in-display.js';
import { helpPanel } from './help-view.js';
import { companyNumber, idle, offer, offlineStatus, qr, steps, viewOf, type StateView } from './idle-view.js';
import type { OptInView } from './opt-in-view.js';
import type { OptInViewInput } from './opt-in-view-input.js';
import { describeSessionEnd } from './session-end.js';

/** Trying again cannot help where the integrator or the organization has to act. */
const HOPELESS: readonly (OptInErrorCode | null)[] = [
  'INVALID_PHONE_NUMBER',
  'MESSAGE_TOO_LONG',
  'MISSING_OPTION',
  'UNAUTHORIZED',
  'WHATSAPP_DISABLED',
];

/** The view of one state in one display: every word, attribute and control. Pure: the same input gives the same view. */
export function getOptInView(input: OptInViewInput): OptInView {
  const ended = input.state === 'connected' && input.sessionEnded;
  const shown = { ...input, qrShown: input.qrShown || isQrDisplay(input.display) };
  const view = viewOf(shown, ended ? endedView(shown) : VIEWS[input.state](shown));
  return displayed(view.link ? withChannels(view, input) : view, shown);
}

/** The consent beside the link names the channels. */
function withChannels(view: OptInView, { translator, channels }: OptInViewInput): OptInView {
  const named = channelSentence(translator, channels);
  return named ? { ...view, consent: [...(view.consent ?? []), named] } : view;
}

const VIEWS: Readonly<Record<OptInState, (input: OptInViewInput) => StateView>> = {
  idle,
  waiting: (input) => {
    const { t } = input.translator;
    const { href, target, helpOpen = false, notice } = input;
    return {
      icon: 'chat',
      heading: t('waiting.heading'),
      description: [t('waiting.description')],
      ...steps(input, true),
      status:
        notice === 'copyFailed'
          ? { text: [t('help.copyFailed')], tone: 'warning' }
          : (offlineStatus(input) ??
            (input.live
              ? { text: [t('waiting.status')], tone: 'busy' }
              : { text: [t('waiting.statusStatic')], tone: 'info' })),
      actions: [
        ...(href
          ? [{ id: 'open', label: t('waiting.openAgain'), icon: 'external', href, target: target ?? '_blank' } as const]
          : []),
        { id: 'help', label: t('waiting.help'), icon: 'help', expanded: helpOpen },
        { id: 'no_whatsapp', label: t('waiting.noWhatsApp'), icon: 'no' },
      ],
      help: helpPanel(input),
      qr: qr(input),
      hint: input.hint ? [t('prompt.inAppBrowser')] : null,
      number: companyNumber(input),
    };
  },
  connected: (input) => {
    const { translator, sessionEndsAt, now, timeZone } = input;
    const { t } = translator;
    const text =
      sessionEndsAt === null
        ? t('connected.status')
        : describeSessionEnd(translator, { endsAt: sessionEndsAt, now, timeZone });
    return {
      icon: 'check',
      heading: t('connected.heading'),
      // A shared screen shows nothing of the last customer.
      ...(input.display === 'kiosk' ? { description: [t('qr.reset')] } : {}),
      status: { text: [text], tone: 'success' },
      actions: input.receipt ? [{ id: 'receipt', label: t('connected.receipt'), icon: 'download' }] : [],
      number: companyNumber(input),
      // Nobody closes the page of a kiosk.
      consent: [isShared(input.display) ? t('connected.stop') : `${t('connected.note')} ${t('connected.stop')}`],
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
    // The page tries again by itself when it is back online.
    const offline = code === 'NETWORK' ? offlineStatus(input) : null;
    return {
      actions: HOPELESS.includes(code) ? [] : [{ id: 'restart', label: t('failed.restart'), icon: 'refresh' }],
      ...(input.href
        ? {
            icon: 'chat',
            heading: t('prompt.heading'),
            ...steps(input, false),
            ...offer(input),
            status: offline ?? { text: [t('failed.withLink')], tone: 'warning' },
          }
        : {
            icon: 'alert',
            heading: t('failed.heading'),
            status: offline ?? { text: [t(`failed.${cause}`)], tone: 'error' },
          }),
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
