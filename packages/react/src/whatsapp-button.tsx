'use client';
import type { OptInView } from '@whatsapp-optin/sdk';
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

interface WayOnProps {
  action: OptInView['actions'][number];
  optIn: WhatsAppOptIn;
  components: Pick<WhatsAppOptInComponents, 'Link' | 'Icon'>;
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
  const wayOn = view.actions.find(({ id }) => id === 'open' || id === 'restart');
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
        {view.link ? (
          <Link className="whatsapp-optin-control whatsapp-optin-primary whatsapp-optin-link" {...optIn.linkProps}>
            <Icon name="chat" />
            {view.link.label}
          </Link>
        ) : (
          wayOn && <WayOn action={wayOn} optIn={optIn} components={{ Link, Icon }} />
        )}
        <Status view={view} />
      </div>
    </>
  );
});

function WayOn({ action, optIn, components: { Link, Icon } }: WayOnProps) {
  const Control = action.href === undefined ? 'button' : Link;
  return (
    <Control className="whatsapp-optin-control whatsapp-optin-secondary" {...optIn.actionProps(action)}>
      <Icon name={action.icon} />
      {action.label}
    </Control>
  );
}
