'use client';
import type { OptInDisplay } from '@whatsapp-optin/sdk';
import {
  Suspense,
  forwardRef,
  useId,
  type CSSProperties,
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ReactNode,
} from 'react';
import { awaitPicture } from './await-picture.js';
import { firstCard, firstFrame } from './first-card.js';
import { later } from './later.js';
import { DEFAULT_COMPONENTS, type WhatsAppOptInComponents } from './opt-in-components.js';
import type { WhatsAppLooks, WhatsAppOptInOptions } from './opt-in-options.js';
import type { Framed } from './painted.js';
import type { FirstPicture } from './opt-in-store.js';
import { useOptIn } from './use-opt-in.js';
import { useRoot } from './use-root.js';

export type WhatsAppDisplay = OptInDisplay;

type SectionProps = Omit<ComponentPropsWithoutRef<'section'>, keyof WhatsAppOptInOptions>;

export interface WhatsAppNotificationPromptProps extends WhatsAppOptInOptions, WhatsAppLooks, SectionProps {
  /** Parts of the host's own in place of ours. */
  components?: Partial<WhatsAppOptInComponents> | undefined;
}

/**
 * The prompt: what the customer gets, who writes first, the link to WhatsApp, Skip; then what to do there, and "connected".
 * `ticketNumber`, `organizationName` and `companyWhatsAppNumber` are enough. Other props go to the outer element, to which
 * the ref leads; `children` are drawn at its end.
 *
 * While words, looks or parts of its first picture are still to come, it waits for them: nothing is drawn, or what a server
 * drew stays.
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
  const { store, seen, settings, others } = useOptIn(props);
  const { appearance, noStyles, nonce, theme = 'auto' } = settings;
  const { components, children, className, style, ...given } = others;
  const { root, focused, attach } = useRoot(forwarded, noStyles);
  const headingId = useId();
  if (!awaitPicture(seen, store, { appearance, noStyles, isDrawn: root.current !== null })) return null;

  const { rest, look } = later;
  const { snapshot } = seen;
  // Until the rest is here there is a first picture.
  const first = seen.first as FirstPicture;
  const parts = { ...DEFAULT_COMPONENTS, ...components };
  const framed: Framed = { store, components: parts, headingId, children };
  const painted = snapshot && { ...framed, view: snapshot.view, appearance };
  const box = painted && rest ? rest.frame(painted) : firstFrame(first, headingId);
  const Root = snapshot?.view.launcher ? 'div' : parts.Root;
  const dressed: CSSProperties = { ...box.style, ...style };
  return (
    <>
      {look && seen.served && !noStyles && <look.ServerStyles nonce={nonce} />}
      <Root
        {...box}
        data-theme={/^(auto|light|dark|contrast)$/.test(theme) ? theme : 'auto'}
        {...given}
        ref={attach}
        className={`${box.className} ${className ?? ''}`.trim()}
        style={dressed}
      >
        {painted && rest ? rest.contents(painted, theme) : firstCard(first, framed)}
        {rest && snapshot && (
          <rest.Life root={root} focusedRef={focused} headingId={headingId} state={snapshot.state} />
        )}
      </Root>
    </>
  );
}
