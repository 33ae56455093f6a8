import { detectDeviceKind, type NavigatorLike } from '../device-kind.js';
import { consentTerms } from '../opt-in/consent-terms.js';
import type { OptInOptions, OptInSnapshot } from '../opt-in/opt-in.js';
import { richText } from '../opt-in/rich-text.js';
import type { Translator } from '../translator.js';

/** A view inside another app, or what may be one: it opens links in its own way, which comes with the rest. */
const OTHER_APP =
  /; wv\)|FB|Insta|Barcelona|Orca|Snap|TikTok|musical_|Bytedance|Twitter|GSA\/|\[Pin|Line\/|Micro|KAKAO|Telegram|LinkedIn/;
/** Far below the 4,096 characters that a message may have; a longer one is for the whole to judge. */
const USUAL_LENGTH = 999;

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
  const { server, optIn, qr, testState, display = 'card', messageStyle = 'branded' } = options;
  const { t, locale, dir } = translator;
  const given = optIn?.companyNumber ?? options.phone;
  const digits = /^(?:\+|00)?([1-9]\d{7,14})$/.exec(`${given ?? ''}`.replace(/[ .()-]/g, ''))?.[1];
  const links = /^https:/.test(optIn?.links?.universal ?? '') ? optIn?.links : null;
  const organizationName = options.organizationName || optIn?.organizationName || null;
  const ticketNumber = options.ticketNumber || null;
  const desktop = source !== null && detectDeviceKind(source) === 'desktop';
  let drawable = (testState ?? 'idle') === 'idle' && display === 'card' && Boolean(given ? digits : server);
  let message: string | null = null;
  let universal: string | null = null;
  let web: string | null = null;
  if (links) {
    message = optIn?.message ?? null;
    universal = links.universal ?? null;
    web = links.web ?? null;
  } else if (digits && (!server || optIn || testState)) {
    const companyName = `${options.organizationName ?? ''}`;
    const style = !ticketNumber ? 'simple' : companyName || messageStyle === 'simple' ? messageStyle : 'brief';
    message = t(`message.${style}`, { companyName, ticketNumber: `${ticketNumber}` });
    drawable &&= /^(simple|branded|brief)$/.test(messageStyle) && message.length < USUAL_LENGTH;
    // With the u flag it matches lone surrogates only, on which encodeURIComponent would throw.
    const text = encodeURIComponent(message.replace(/[\ud800-\udfff]/gu, '\ufffd'));
    universal = `https://wa.me/${digits}?text=${text}`;
    web = `https://web.whatsapp.com/send?phone=${digits}&text=${text}`;
  }
  const href = (desktop && web) || universal;
  const phone = optIn?.companyNumber ?? (digits ? `+${digits}` : null);
  const inside = OTHER_APP.test(source?.userAgent ?? '');
  const live = server || testState;
  const isolated = { ticket: ticketNumber ?? '' };
  const consent = consentTerms(translator);
  const snapshot: OptInSnapshot = {
    state: 'idle',
    reason: null,
    error: null,
    href,
    message,
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
      link: { href, label: t('prompt.link'), target: inside ? '_self' : '_blank', rel: 'noopener', busy: !href },
      skip: options.noSkip ? null : { label: t('prompt.skip'), action: 'decline' },
      qr:
        qr === 'always' || (desktop && qr !== 'never')
          ? {
              text: links?.short ?? universal,
              label: t('qr.label'),
              heading: t('qr.heading'),
              caption: t(live ? 'qr.caption' : 'qr.captionStatic'),
              size: 'aside',
            }
          : null,
      status: null,
      actions: [],
      help: null,
      hint: null,
      number: phone ? { label: t('prompt.number'), text: [{ isolated: phone }] } : null,
      consent: [consent.text],
    },
  };
  // A name that nobody knows is judged, and told, by the rest.
  const odd =
    !/^(simple|branded|brief|detailed|generic|formal|casual)$/.test(messageStyle) ||
    !/^(auto|light|dark|contrast)$/.test(options.theme ?? 'auto') ||
    !/^(en|ar|es|pt|fr|de|tr|ur|hi|bn|id|fil|in|tl)(?![a-z])/i.test(options.locale ?? 'en');
  return { snapshot, drawable, whole: drawable && !server && !optIn && !snapshot.view.qr && !inside && !odd };
}
