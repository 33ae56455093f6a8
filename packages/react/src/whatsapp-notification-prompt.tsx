'use client';
import {
  forwardRef,
  useContext,
  useEffect,
  useId,
  useImperativeHandle,
  type ComponentPropsWithoutRef,
  type FocusEvent,
} from 'react';
import { Card } from './card.js';
import { DEFAULT_COMPONENTS, type WhatsAppOptInComponents } from './opt-in-components.js';
import { splitOptInOptions, type WhatsAppOptInOptions } from './opt-in-options.js';
import { ServerStyles, useStyledRoot } from './opt-in-styles.js';
import { useKeptFocus } from './use-kept-focus.js';
import { useWhatsAppOptIn } from './use-whatsapp-opt-in.js';
import { SettingsContext, type WhatsAppTheme } from './whatsapp-opt-in-provider.js';

export type WhatsAppDisplay = 'card' | 'bar' | 'button' | 'floating' | 'sheet' | 'qr' | 'kiosk';

type SectionProps = Omit<ComponentPropsWithoutRef<'section'>, keyof WhatsAppOptInOptions>;

export interface WhatsAppNotificationPromptProps extends WhatsAppOptInOptions, SectionProps {
  display?: WhatsAppDisplay | undefined;
  theme?: WhatsAppTheme | undefined;
  /** The page loads `@whatsapp-optin/react/styles.css` itself. */
  noStyles?: boolean | undefined;
  /** Parts of the host's own in place of ours. */
  components?: Partial<WhatsAppOptInComponents> | undefined;
}

/**
 * The prompt: what the customer gets, who writes first, the link to WhatsApp, Skip; then what to do there, and "connected".
 * `ticketNumber`, `organizationName` and `companyWhatsAppNumber` are enough. Other props go to the outer element, to which
 * the ref leads; `children` are drawn at its end.
 */
export const WhatsAppNotificationPrompt = forwardRef<HTMLElement, WhatsAppNotificationPromptProps>(
  function WhatsAppNotificationPrompt(props, forwarded) {
    const { options, others } = splitOptInOptions(props);
    const { display = 'card', theme, noStyles, components, children, className, ...rest } = others;
    const defaults = useContext(SettingsContext);
    const optIn = useWhatsAppOptIn(options);
    const headingId = useId();
    const keptFocus = useKeptFocus(headingId);

    const adoptsStyles = !(noStyles ?? defaults.noStyles);
    const { root, attach } = useStyledRoot(adoptsStyles);
    useImperativeHandle(forwarded, () => root.current as HTMLElement);
    useEffect(() => {
      if (process.env.NODE_ENV === 'production' || display === 'card') return;
      console.error(`whatsapp-optin: display "${display}" is not built yet; the card is shown in its place.`);
    }, [display]);

    const parts = { ...DEFAULT_COMPONENTS, ...components };
    const { Root } = parts;
    const { view } = optIn;
    return (
      <>
        {adoptsStyles && <ServerStyles nonce={defaults.nonce} />}
        <Root
          aria-labelledby={headingId}
          {...rest}
          ref={attach}
          className={['whatsapp-optin', 'whatsapp-optin-card', className].filter(Boolean).join(' ')}
          data-state={view.state}
          data-icon={view.icon}
          data-theme={theme ?? defaults.theme ?? 'auto'}
          lang={view.locale}
          dir={view.dir}
          onFocus={(event: FocusEvent<HTMLElement>) => {
            keptFocus.onFocus(event);
            rest.onFocus?.(event);
          }}
          onBlur={(event: FocusEvent<HTMLElement>) => {
            keptFocus.onBlur(event);
            rest.onBlur?.(event);
          }}
        >
          <Card optIn={optIn} components={parts} headingId={headingId} />
          {children}
        </Root>
      </>
    );
  },
);
