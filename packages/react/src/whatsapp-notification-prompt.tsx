'use client';
import type { OptInDisplay } from '@whatsapp-optin/sdk';
import {
  OPT_IN_THEMES,
  appearanceVariables,
  livePart,
  ownProperties,
  renderCard,
  type CardAction,
} from '@whatsapp-optin/sdk/card';
import {
  Suspense,
  createElement,
  forwardRef,
  useId,
  useMemo,
  useState,
  type ComponentPropsWithoutRef,
  type ElementType,
  type ForwardedRef,
  type ReactNode,
} from 'react';
import { createPress } from './control-props.js';
import type { WhatsAppOptInComponents } from './opt-in-components.js';
import type { WhatsAppLooks, WhatsAppOptInOptions } from './opt-in-options.js';
import { elementProps, renderChildren } from './render-card.js';
import { ServerStyles } from './server-styles.js';
import { useCardEffects, useOptIn, useQrPath } from './use-opt-in.js';

/** Where and how large the prompt stands. */
export type WhatsAppDisplay = OptInDisplay;

type SectionProps = Omit<ComponentPropsWithoutRef<'section'>, keyof WhatsAppOptInOptions>;

/** Props of `WhatsAppNotificationPrompt`, and those of a `section`. */
export interface WhatsAppNotificationPromptProps extends WhatsAppOptInOptions, WhatsAppLooks, SectionProps {
  /** The host's own parts in place of ours. */
  components?: Partial<WhatsAppOptInComponents> | undefined;
}

/**
 * The prompt: the benefits, the consent sentence, the link to WhatsApp and Skip; then the live state up to "connected".
 * `ticketNumber`, `organizationName` and `companyWhatsAppNumber` are enough. Other props go to the outer element, which is also
 * the ref; `children` stand at its end.
 *
 * While its words or its display are loading, it renders nothing, or keeps the server's card.
 */
export const WhatsAppNotificationPrompt = /* @__PURE__ */ forwardRef<HTMLElement, WhatsAppNotificationPromptProps>(
  function WhatsAppNotificationPrompt(props, forwarded) {
    return (
      <Suspense fallback={null}>
        <Prompt props={props} forwarded={forwarded} />
      </Suspense>
    );
  },
);

interface PromptProps {
  props: WhatsAppNotificationPromptProps;
  forwarded: ForwardedRef<HTMLElement>;
}

function Prompt({ props, forwarded }: PromptProps): ReactNode {
  const { store, snapshot, isServer, settings, others } = useOptIn(props);
  const { appearance, noStyles, nonce } = settings;
  const { components, children, className, style, ...given } = others;
  const [isPanelOpen, setPanelOpen] = useState(false);
  const headingId = useId();
  const qr = useQrPath(snapshot);
  const press = useMemo(
    () =>
      createPress((action: CardAction) => {
        if (action !== 'toggle_launcher') return store.optIn.act(action);
        store.beforeRender();
        setPanelOpen((isOpen) => !isOpen);
      }, store.getLatest),
    [store],
  );
  useCardEffects(forwarded, store, { act: press.act, noStyles });

  const view = snapshot?.view;
  // Hydration keeps the server's card until the code is loaded.
  if (!view && isServer) throw store.optIn.preload() as unknown as Error;
  if (!view) return null;
  const theme = OPT_IN_THEMES.find((known) => known === settings.theme) ?? 'auto';
  const card = renderCard(view, { headingId, theme, qr, isPanelOpen }, livePart.get()?.liveCard);
  const options = { press, components: ownProperties(components), appearance, children };
  const ours = elementProps(card, options);
  const Root: ElementType = ((card.component && options.components.Root) ?? card.tag) as ElementType;
  return (
    <>
      {isServer && !noStyles && <ServerStyles view={view} nonce={nonce} />}
      {createElement(
        Root,
        {
          ...ours,
          ...given,
          ref: store.attach,
          className: `${ours['className'] as string} ${className ?? ''}`.trim(),
          style: { ...appearanceVariables(appearance), ...(ours['style'] as object | undefined), ...style },
        },
        ...renderChildren(card, options),
      )}
    </>
  );
}
