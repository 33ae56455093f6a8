import { WhatsAppOptInProvider } from '@whatsapp-optin/react';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { QUIET_PLATFORM } from './quiet-platform.js';
import { APPEARANCES, type Toolbar } from './toolbar.js';
import './stage.css';

const ToolbarContext = createContext<Toolbar>({ locale: 'en', dir: 'ltr', theme: 'auto', appearance: 'default' });

/** The toolbar's settings, for stories of the element: it takes its theme as an attribute, its appearance as a property. */
export function useToolbar(): Toolbar {
  return useContext(ToolbarContext);
}

interface StageProps {
  toolbar: Toolbar;
  /** The story brings a page of its own. */
  bare: boolean;
  /** As high as the window, for a story that stands alone. */
  filling: boolean;
  children: ReactNode;
}

/** A page around a story: language, direction and theme of the toolbar, and no way out to WhatsApp. */
export function Stage({ toolbar, bare, filling, children }: StageProps) {
  const { locale, dir, theme, appearance } = toolbar;
  const opened = useLinksHeldBack();
  return (
    <div
      className="stage"
      lang={locale}
      dir={dir}
      data-theme={theme}
      data-bare={bare || undefined}
      data-filling={filling || undefined}
    >
      <ToolbarContext.Provider value={toolbar}>
        <WhatsAppOptInProvider
          key={locale}
          locale={locale}
          theme={theme}
          appearance={APPEARANCES[appearance].appearance}
          platform={QUIET_PLATFORM}
        >
          {children}
        </WhatsAppOptInProvider>
      </ToolbarContext.Provider>
      {opened && !bare && (
        <p className="stage-toast" lang="en" dir="ltr" key={opened.at}>
          Here a phone opens <b>{opened.host}</b>
        </p>
      )}
    </div>
  );
}

/** Links to WhatsApp work as on a page, but the last listener cancels the navigation. */
function useLinksHeldBack(): { host: string; at: number } | null {
  const [opened, setOpened] = useState<{ host: string; at: number } | null>(null);
  useEffect(() => {
    const holdBack = (event: MouseEvent) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (!link || !/^(https:\/\/(wa\.me|web\.whatsapp\.com)|whatsapp:|intent:)/.test(link.href)) return;
      event.preventDefault();
      setOpened({ host: link.protocol === 'https:' ? link.host : 'the WhatsApp app', at: event.timeStamp });
    };
    window.addEventListener('click', holdBack);
    window.addEventListener('auxclick', holdBack);
    return () => {
      window.removeEventListener('click', holdBack);
      window.removeEventListener('auxclick', holdBack);
    };
  }, []);
  return opened;
}
