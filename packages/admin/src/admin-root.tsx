import { adoptSheet } from '@whatsapp-optin/sdk/styles';
import { useCallback, type ComponentPropsWithoutRef } from 'react';
import { adminStyles } from './styles/admin-styles.js';
import { useAdmin } from './use-admin.js';

type RootProps = ComponentPropsWithoutRef<'section'> & { as?: 'section' | 'div' | 'span' };

/** The outer element of a component: language, direction, theme, and the look for the document or shadow root around it. */
export function AdminRoot({ as: Element = 'section', className, ...rest }: RootProps) {
  const { locale, dir, theme, noStyles } = useAdmin();
  const adopt = useCallback(
    (node: HTMLElement | null) => {
      // Before the first paint, and in a shadow root too.
      const around = node?.getRootNode();
      if (!noStyles && around && isStyleable(around)) adoptSheet(around, adminStyles);
    },
    [noStyles],
  );
  const classes = ['whatsapp-optin', 'woa', className].filter(Boolean).join(' ');
  return <Element {...rest} ref={adopt} className={classes} lang={locale} dir={dir} data-theme={theme} />;
}

/** False for a tree that is in no page. */
function isStyleable(root: Node): root is Document | ShadowRoot {
  return 'styleSheets' in root;
}
