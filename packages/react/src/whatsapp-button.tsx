'use client';
import type { OptInView } from '@whatsapp-optin/sdk';
import { Suspense, forwardRef, type CSSProperties, type ForwardedRef, type ReactNode } from 'react';
import { actionProps } from './action-props.js';
import { awaitPicture } from './await-picture.js';
import { later } from './later.js';
import { linkProps } from './link-props.js';
import { DEFAULT_COMPONENTS, type WhatsAppOptInComponents } from './opt-in-components.js';
import type { WhatsAppLooks, WhatsAppOptInOptions } from './opt-in-options.js';
import type { FirstPicture, OptInStore } from './opt-in-store.js';
import { useOptIn } from './use-opt-in.js';
import { useRoot } from './use-root.js';

export interface WhatsAppButtonProps extends WhatsAppOptInOptions, Omit<WhatsAppLooks, 'appearance'> {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  components?: Partial<Pick<WhatsAppOptInComponents, 'Link' | 'Icon'>> | undefined;
}

/**
 * The link alone, for a page that says the rest itself: what the customer gets, who writes first, how to stop. While it
 * waits it opens WhatsApp again; under it stands the status. The ref leads to the outer element.
 */
export const WhatsAppButton = /* @__PURE__ */ forwardRef<HTMLElement, WhatsAppButtonProps>(
  function WhatsAppButton(props, forwarded) {
    return (
      <Suspense fallback={null}>
        <Button props={props} forwarded={forwarded} />
      </Suspense>
    );
  },
);

interface ButtonProps {
  props: WhatsAppButtonProps;
  forwarded: ForwardedRef<HTMLElement>;
}

function Button({ props, forwarded }: ButtonProps): ReactNode {
  const { store, seen, settings, others } = useOptIn(props);
  const { noStyles, nonce, theme = 'auto' } = settings;
  const { root, attach } = useRoot(forwarded, noStyles);
  const isReady = awaitPicture(seen, store, { noStyles, isDrawn: root.current !== null });

  if (!isReady) return null;
  const { rest, look } = later;
  const { first, snapshot } = seen;
  const { Link, Icon } = { ...DEFAULT_COMPONENTS, ...others.components };
  const view = snapshot?.view;
  const control = view ? controlOf(view, store) : first && firstControl(first, store);
  const Control = control && 'type' in control.props ? 'button' : Link;
  const { locale, dir } = view ?? first?.words ?? {};
  return (
    <>
      {look && seen.served && !noStyles && <look.ServerStyles nonce={nonce} />}
      <div
        ref={attach}
        className={['whatsapp-optin whatsapp-optin-inline', others.className].filter(Boolean).join(' ')}
        style={others.style}
        data-state={view?.state ?? 'idle'}
        data-theme={theme}
        lang={locale}
        dir={dir}
      >
        {control && (
          <Control className={control.className} {...control.props}>
            <Icon name={control.icon} />
            {control.label}
          </Control>
        )}
        <p className="whatsapp-optin-text whatsapp-optin-status" role="status" data-tone={view?.status?.tone}>
          {view && rest?.statusText(view)}
        </p>
      </div>
    </>
  );
}

const PRIMARY = 'whatsapp-optin-control whatsapp-optin-primary whatsapp-optin-link';

/** The link, else the way on. Both are drawn in one place, so that a link which changes its words keeps the focus. */
function controlOf({ link, actions }: OptInView, store: OptInStore) {
  if (link) return { label: link.label, icon: 'chat' as const, className: PRIMARY, props: linkProps(store, link) };
  const wayOn = actions.find(({ id }) => id === 'open' || id === 'restart');
  const className = 'whatsapp-optin-control whatsapp-optin-secondary';
  return wayOn && { label: wayOn.label, icon: wayOn.icon, className, props: actionProps(store, wayOn) };
}

function firstControl(first: FirstPicture, store: OptInStore) {
  const label = first.words.t('prompt.link');
  return { label, icon: 'chat' as const, className: PRIMARY, props: linkProps(store, first) };
}
