'use client';
import { OPT_IN_THEMES, ownProperties, renderButton } from '@whatsapp-optin/sdk/card';
import {
  Suspense,
  createElement,
  forwardRef,
  useMemo,
  type CSSProperties,
  type ForwardedRef,
  type ReactNode,
} from 'react';
import { createOptInPress } from './control-props.js';
import type { WhatsAppOptInComponents } from './opt-in-components.js';
import type { WhatsAppLooks, WhatsAppOptInOptions } from './opt-in-options.js';
import { elementProps, renderChildren } from './render-card.js';
import { ServerStyles } from './server-styles.js';
import { useCardEffects, useOptIn } from './use-opt-in.js';

/** Props of `WhatsAppButton`. */
export interface WhatsAppButtonProps extends WhatsAppOptInOptions, Omit<WhatsAppLooks, 'appearance'> {
  /** Class of the outer element, beside ours. */
  className?: string | undefined;
  /** Style of the outer element. */
  style?: CSSProperties | undefined;
  /** The host's own parts in place of ours. */
  components?: Partial<Pick<WhatsAppOptInComponents, 'Link' | 'Icon'>> | undefined;
}

/**
 * The link alone, with the status under it. The page itself must show the rest: what the customer gets, who writes first, how to
 * stop. While it waits it opens WhatsApp again. The ref is the outer element.
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
  const { store, snapshot, isServer, settings, others } = useOptIn(props);
  const { noStyles, nonce } = settings;
  const { components, className, style } = others;
  const press = useMemo(() => createOptInPress(store), [store]);
  useCardEffects(forwarded, store, { act: press.act, noStyles });

  const view = snapshot?.view;
  if (!view && isServer) throw store.optIn.preload() as unknown as Error;
  if (!view) return null;
  const theme = OPT_IN_THEMES.find((known) => known === settings.theme) ?? 'auto';
  const button = renderButton(view, { theme });
  const options = { press, components: ownProperties(components) };
  const ours = elementProps(button, options);
  return (
    <>
      {isServer && !noStyles && <ServerStyles view={view} nonce={nonce} />}
      {createElement(
        'div',
        { ...ours, ref: store.attach, className: `${ours['className'] as string} ${className ?? ''}`.trim(), style },
        ...renderChildren(button, options),
      )}
    </>
  );
}
