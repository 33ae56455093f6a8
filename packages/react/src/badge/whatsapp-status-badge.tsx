import {
  TONE_SHAPES,
  adoptBadgeStyles,
  getBadgeView,
  type BadgeWords,
  type SessionStore,
} from '@whatsapp-optin/sdk/badge';
import { forwardRef, useCallback, useImperativeHandle, useRef, type ComponentPropsWithoutRef, type Ref } from 'react';
import { useBadgeSettings } from './badge-settings.js';
import { useSessionStore } from './use-session-store.js';
import { useMinutesLeft, useSessionState } from './use-whatsapp-session.js';

/** Props of `WhatsAppStatusBadge`; those of a `<span>` beside them. */
export interface WhatsAppStatusBadgeProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** E.164. Without one, the badge renders nothing. */
  phone: string | null | undefined;
  /** Texts in place of ours. */
  words?: Partial<BadgeWords> | undefined;
}

/**
 * Whether a customer can be reached by WhatsApp at the moment, and for how long: one line, for lists of the host's own. Other
 * props and the ref go to its outer `<span>`.
 */
export const WhatsAppStatusBadge = forwardRef<HTMLSpanElement, WhatsAppStatusBadgeProps>(function WhatsAppStatusBadge(
  { phone, ...rest },
  ref,
) {
  const store = useSessionStore(phone);
  return store ? <Badge store={store} forwarded={ref} {...rest} /> : null;
});

interface BadgeProps extends Omit<WhatsAppStatusBadgeProps, 'phone'> {
  store: SessionStore;
  forwarded: Ref<HTMLSpanElement>;
}

function Badge({ store, forwarded, words, className, ...rest }: BadgeProps) {
  const { locale, timeZone, noStyles } = useBadgeSettings();
  const session = useSessionState(store);
  const minutesLeft = useMinutesLeft(store);
  const view = getBadgeView({ session, minutesLeft, locale, timeZone, words });
  const shape = TONE_SHAPES[view.tone];
  const root = useRef<HTMLSpanElement | null>(null);
  const attach = useCallback(
    (node: HTMLSpanElement | null) => {
      root.current = node;
      // Before the first paint.
      if (node && !noStyles) adoptBadgeStyles(node);
    },
    [noStyles],
  );
  useImperativeHandle(forwarded, () => root.current as HTMLSpanElement);
  return (
    <span
      title={view.title ?? undefined}
      {...rest}
      ref={attach}
      className={['whatsapp-optin-badge', className].filter(Boolean).join(' ')}
      lang={view.locale}
      dir={view.dir}
      data-tone={view.tone}
    >
      <svg className="whatsapp-optin-badge-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={shape.path} data-line={shape.isLine ? '' : undefined} />
      </svg>
      <span>{view.text}</span>
      {view.left && <span>{view.left}</span>}
    </span>
  );
}
