'use client';
import { forwardRef, useContext, useImperativeHandle, type CSSProperties } from 'react';
import { Status } from './card.js';
import { DEFAULT_COMPONENTS, type WhatsAppOptInComponents } from './opt-in-components.js';
import type { WhatsAppOptInOptions } from './opt-in-options.js';
import { ServerStyles, useStyledRoot } from './opt-in-styles.js';
import { useWhatsAppOptIn, type WhatsAppOptIn } from './use-whatsapp-opt-in.js';
import { SettingsContext, type WhatsAppTheme } from './whatsapp-opt-in-provider.js';

export interface WhatsAppButtonProps extends WhatsAppOptInOptions {
  theme?: WhatsAppTheme | undefined;
  noStyles?: boolean | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  components?: Partial<Pick<WhatsAppOptInComponents, 'Link' | 'Icon'>> | undefined;
}

/**
 * The link alone, for a page that says the rest itself: what the customer gets, who writes first, how to stop. While it
 * waits it opens WhatsApp again; under it stands the status. The ref leads to the outer element.
 */
export const WhatsAppButton = forwardRef<HTMLElement, WhatsAppButtonProps>(function WhatsAppButton(
  { theme, noStyles, className, style, components, ...options },
  forwarded,
) {
  const defaults = useContext(SettingsContext);
  const optIn = useWhatsAppOptIn(options);
  const { Link, Icon } = { ...DEFAULT_COMPONENTS, ...components };
  const { view } = optIn;
  const control = controlOf(optIn);
  const Control = control && 'type' in control.props ? 'button' : Link;
  const adoptsStyles = !(noStyles ?? defaults.noStyles);
  const { root, attach } = useStyledRoot(adoptsStyles);
  useImperativeHandle(forwarded, () => root.current as HTMLElement);
  return (
    <>
      {adoptsStyles && <ServerStyles nonce={defaults.nonce} />}
      <div
        ref={attach}
        className={['whatsapp-optin', 'whatsapp-optin-inline', className].filter(Boolean).join(' ')}
        style={style}
        data-state={view.state}
        data-theme={theme ?? defaults.theme ?? 'auto'}
        lang={view.locale}
        dir={view.dir}
      >
        {control && (
          <Control className={`whatsapp-optin-control ${control.look}`} {...control.props}>
            <Icon name={control.icon} />
            {control.label}
          </Control>
        )}
        <Status view={view} appearance={undefined} />
      </div>
    </>
  );
});

/** The link, else the way on. Both are drawn in one place, so that a link which changes its words keeps the focus. */
function controlOf({ view, linkProps, actionProps }: WhatsAppOptIn) {
  const wayOn = view.actions.find(({ id }) => id === 'open' || id === 'restart');
  if (view.link) {
    const look = 'whatsapp-optin-primary whatsapp-optin-link';
    return { ...view.link, icon: 'chat' as const, look, props: linkProps };
  }
  return wayOn && { ...wayOn, look: 'whatsapp-optin-secondary', props: actionProps(wayOn) };
}
