import { formatPhoneNumber } from '../format-phone-number.js';
import { consent } from './consent-terms.js';
import { isShared } from './opt-in-display.js';
import type { OptInView, OptInViewQr } from './opt-in-view.js';
import type { OptInViewInput } from './opt-in-view-input.js';
import { richText } from './rich-text.js';

/** What differs from state to state. */
export type StateView = Partial<OptInView> & Pick<OptInView, 'icon' | 'heading'>;

/** @returns the parts of one state, with what all states share. */
export function viewOf(input: OptInViewInput, parts: StateView): OptInView {
  const { state, translator, display = 'card' } = input;
  return {
    state,
    display,
    locale: translator.locale,
    dir: translator.dir,
    launcher: null,
    description: description(input),
    benefits: [],
    steps: [],
    stepsLabel: null,
    link: null,
    skip: null,
    qr: null,
    status: null,
    actions: [],
    help: null,
    hint: null,
    number: null,
    paperLink: parts.number ? paperLink(input) : null,
    consent: null,
    ...parts,
  };
}

export function idle(input: OptInViewInput): StateView {
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
    ...steps(input, false),
    ...offer(input),
    skip: input.noSkip ? null : { label: t('prompt.skip'), action: 'decline' },
    status: offlineStatus(input),
  };
}

/** The status while the page is offline; `null` if it is online, or has no server. A kiosk is not the customer's own device. */
export function offlineStatus({ translator: { t }, live, offline, display }: OptInViewInput): OptInView['status'] {
  if (!live || !offline) return null;
  return { text: [t(isShared(display) ? 'failed.withLink' : 'prompt.offline')], tone: 'warning' };
}

/** The link to WhatsApp, and the facts before the tap: from which number, who writes first, how long, how to stop. */
export function offer(input: OptInViewInput): Partial<OptInView> {
  const { translator, href, target = '_blank' } = input;
  const { t } = translator;
  return {
    link: { href, label: t('prompt.link'), target, rel: 'noopener', busy: href === null },
    qr: qr(input),
    hint: input.hint ? [t('prompt.inAppBrowser')] : null,
    number: companyNumber(input),
    consent: [consent(translator, input.display)],
  };
}

export function steps(
  { translator: { t } }: OptInViewInput,
  sending: boolean,
): Pick<OptInView, 'steps' | 'stepsLabel'> {
  const ids = ['open', 'send', 'return'] as const;
  return {
    steps: ids.map((id) => ({
      id,
      text: t(`steps.${id}`),
      current: sending && id === 'send',
      done: sending && id === 'open',
    })),
    stepsLabel: t('steps.label'),
  };
}

export function companyNumber({ translator, phone }: OptInViewInput): OptInView['number'] {
  return phone === null
    ? null
    : { label: translator.t('prompt.number'), text: [{ isolated: formatPhoneNumber(phone) }] };
}

export function qr({ translator: { t }, qrShown, qrText = null, live, display }: OptInViewInput): OptInViewQr | null {
  if (!qrShown) return null;
  return {
    text: qrText,
    label: t('qr.label'),
    heading: t('qr.scan'),
    caption: t(live && !isShared(display) ? 'qr.caption' : 'qr.captionStatic'),
    size: 'aside',
  };
}

/** A QR's text without its message: the message stands in no address that a person types. */
function paperLink({ qrShown, qrText }: OptInViewInput): string | null {
  return qrShown ? null : (qrText?.split('?')[0] ?? null);
}

function description({ translator, organizationName, ticketNumber }: OptInViewInput): OptInView['description'] {
  if (!ticketNumber) return organizationName ? [organizationName] : null;
  const isolated = { ticket: ticketNumber };
  if (!organizationName) return richText(translator, 'prompt.descriptionTicket', { isolated });
  return richText(translator, 'prompt.description', { plain: { organization: organizationName }, isolated });
}
