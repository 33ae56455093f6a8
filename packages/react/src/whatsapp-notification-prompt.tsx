'use client';
import type { OptInDisplay } from '@whatsapp-optin/sdk';
import { appearanceVariables, type OptInAppearance } from '@whatsapp-optin/sdk/styles';
import {
  forwardRef,
  useContext,
  useId,
  useImperativeHandle,
  type CSSProperties,
  type ComponentPropsWithoutRef,
  type FocusEvent,
} from 'react';
import { Card } from './card.js';
import { Launched } from './launched.js';
import { DEFAULT_COMPONENTS, type WhatsAppOptInComponents } from './opt-in-components.js';
import { splitOptInOptions, type WhatsAppOptInOptions } from './opt-in-options.js';
import { ServerStyles, useStyledRoot } from './opt-in-styles.js';
import { own } from './own.js';
import { dress, joined, type Painted } from './painted.js';
import { useFollowedHeight } from './use-followed-height.js';
import { useKeptFocus } from './use-kept-focus.js';
import { useWhatsAppOptIn } from './use-whatsapp-opt-in.js';
import { SettingsContext, knownTheme, type WhatsAppTheme } from './whatsapp-opt-in-provider.js';

export type WhatsAppDisplay = OptInDisplay;

type SectionProps = Omit<ComponentPropsWithoutRef<'section'>, keyof WhatsAppOptInOptions>;

export interface WhatsAppNotificationPromptProps extends WhatsAppOptInOptions, SectionProps {
  theme?: WhatsAppTheme | undefined;
  /** Theme, tokens and parts in one; a `theme` beside it wins. */
  appearance?: OptInAppearance | undefined;
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
    const { theme: ownTheme, appearance: ownAppearance, noStyles, components, children, className, ...given } = others;
    const rest = own(given);
    const defaults = useContext(SettingsContext);
    const appearance = ownAppearance ?? defaults.appearance;
    const wantedTheme = ownTheme ?? appearance?.theme ?? defaults.theme;
    const optIn = useWhatsAppOptIn({ ...options, theme: wantedTheme });
    const headingId = useId();

    const adoptsStyles = !(noStyles ?? defaults.noStyles);
    const { root, attach } = useStyledRoot(adoptsStyles);
    const keptFocus = useKeptFocus(headingId, root);
    useImperativeHandle(forwarded, () => root.current as HTMLElement);
    useFollowedHeight(root, optIn.state);

    const { view } = optIn;
    const theme = knownTheme(wantedTheme);
    const parts = { ...DEFAULT_COMPONENTS, ...components };
    const Root = view.launcher ? 'div' : parts.Root;
    const painted: Painted = { optIn, view, components: parts, appearance, headingId };
    const box = dress(painted, 'container', `whatsapp-optin whatsapp-optin-${view.launcher ? 'launched' : 'card'}`);
    const named = view.launcher
      ? {}
      : view.display === 'button'
        ? label(view.heading)
        : { 'aria-labelledby': headingId };
    const style = { ...(appearanceVariables(appearance) as CSSProperties), ...box.style, ...rest.style };
    return (
      <>
        {adoptsStyles && <ServerStyles nonce={defaults.nonce} />}
        <Root
          {...named}
          {...rest}
          {...(Object.keys(style).length > 0 && { style })}
          ref={attach}
          className={joined(box.className, className)}
          data-display={view.display}
          data-state={view.state}
          data-icon={view.launcher ? undefined : view.icon}
          data-qr={view.launcher ? undefined : view.qr?.size}
          data-theme={theme}
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
          {view.launcher ? (
            <Launched {...painted} theme={theme}>
              {children}
            </Launched>
          ) : (
            <Card {...painted}>{children}</Card>
          )}
        </Root>
      </>
    );
  },
);

/** The button alone draws no heading: its words name it all the same. */
function label(heading: string) {
  return { 'aria-label': heading };
}
