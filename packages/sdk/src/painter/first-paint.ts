import { formatPhoneNumber } from '../format-phone-number.js';
import { consentTerms } from '../opt-in/consent-terms.js';
import type { OptInOptions, OptInSnapshot } from '../opt-in/opt-in.js';
import { richText } from '../opt-in/rich-text.js';
import type { NavigatorLike } from '../runtime-navigator.js';
import type { Translator } from '../translator.js';
import { firstOffer } from './first-offer.js';

export interface FirstPaint {
  readonly snapshot: OptInSnapshot;
  /** It is what the whole would say. Else there is nothing to draw yet. */
  readonly drawable: boolean;
  /** Nothing more need be loaded before the reader acts. */
  readonly whole: boolean;
}

/**
 * What `createOptIn` would say of a card at the very beginning, from less code: the real link, the words, nothing else. Where
 * anything is unusual (a style whose words are not here, a number in other digits) it has nothing to draw.
 *
 * @param source - `null` on a server
 */
export function firstPaint(options: OptInOptions, translator: Translator, source: NavigatorLike | null): FirstPaint {
  const offer = firstOffer(options, translator, source);
  const { href, organizationName, ticketNumber, phone } = offer;
  const { optIn } = options;
  const { t, locale, dir } = translator;
  const isolated = { ticket: ticketNumber ?? '' };
  const consent = consentTerms(translator);
  const snapshot: OptInSnapshot = {
    state: 'idle',
    reason: null,
    error: null,
    href,
    message: offer.message,
    code: optIn?.code ?? null,
    optInId: optIn?.id ?? null,
    organizationName,
    ticketNumber,
    companyNumber: phone,
    expiresAt: optIn?.expiresAt ? new Date(optIn.expiresAt) : null,
    sessionExpiresAt: null,
    connectedAt: null,
    dismissed: false,
    consent,
    view: {
      state: 'idle',
      display: 'card',
      locale,
      dir,
      icon: 'chat',
      heading: t('prompt.heading'),
      launcher: null,
      description: !ticketNumber
        ? organizationName
          ? [organizationName]
          : null
        : organizationName
          ? richText(translator, 'prompt.description', { plain: { organization: organizationName }, isolated })
          : richText(translator, 'prompt.descriptionTicket', { isolated }),
      benefits: (['Ticket', 'Position', 'Almost', 'Turn'] as const).map((name) => ({
        id: name.toLowerCase(),
        text: t(`prompt.benefit${name}`),
      })),
      steps: (['open', 'send', 'return'] as const).map((id) => ({ id, text: t(`steps.${id}`), current: false })),
      stepsLabel: t('steps.label'),
      link: { href, label: t('prompt.link'), target: offer.target, rel: 'noopener', busy: !href },
      skip: options.noSkip ? null : { label: t('prompt.skip'), action: 'decline' },
      qr: offer.qrShown
        ? {
            text: offer.qrText,
            label: t('qr.label'),
            heading: t('qr.heading'),
            caption: t(offer.live ? 'qr.caption' : 'qr.captionStatic'),
            size: 'aside',
          }
        : null,
      status: null,
      actions: [],
      help: null,
      hint: null,
      number: phone ? { label: t('prompt.number'), text: [{ isolated: formatPhoneNumber(phone) }] } : null,
      consent: [consent.text],
    },
  };
  return { snapshot, drawable: offer.drawable, whole: offer.whole };
}
