import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
import { OPT_IN_STATES, directionOf, type OptInState } from '@whatsapp-optin/sdk';
import { useMemo, useState, type MouseEvent } from 'react';
import { ACME } from '../stage/acme.js';
import { Element } from '../stage/element.js';
import { createPretendServer, type PretendServer } from '../stage/pretend-server.js';
import { useToolbar } from '../stage/stage.js';
import { Choice } from './choice.js';
import { attributesOf, FIRST_LOOK, tokensOf, type Look } from './look.js';
import { LookChoices, LookFields, titled } from './look-knobs.js';
import { Phone } from './phone.js';
import './playground.css';

type Renderer = 'react' | 'element';
type Mode = 'live' | OptInState;

interface Settings extends Look {
  renderer: Renderer;
  mode: Mode;
}

const ACCENTS = ['#00755f', '#4338ca', '#b4432b', '#ffb000', '#10201b'];

/** A ticket page with the prompt, and the customer's phone. Every option can be changed; nothing needs a setup. */
export function Playground() {
  const toolbar = useToolbar();
  const [settings, setSettings] = useState<Settings>({
    ...{ renderer: 'react', mode: 'live', ...FIRST_LOOK, locale: toolbar.locale, theme: toolbar.theme },
  });
  const [visit, setVisit] = useState(1);
  const change = (part: Partial<Settings>) => setSettings((before) => ({ ...before, ...part }));
  const { renderer, mode, locale, accent } = settings;
  return (
    <div className="playground" lang="en" dir="ltr">
      <header className="playground-head">
        <h1>Play with it</h1>
        <p>Tap the link, press Send on the phone, watch the page. Then turn the knobs.</p>
      </header>
      <form className="playground-knobs" aria-label="Knobs" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label="State"
          value={mode}
          options={titled<Mode>(['live', ...OPT_IN_STATES])}
          onChange={(next) => change({ mode: next })}
        />
        <LookChoices look={settings} onChange={change} />
        <Choice
          label="Rendered by"
          value={renderer}
          options={[
            { value: 'react', title: 'React' },
            { value: 'element', title: 'Element' },
          ]}
          onChange={(next) => change({ renderer: next })}
        />
        <LookFields look={settings} onChange={change} />
        <div className="playground-swatches">
          {ACCENTS.map((color) => (
            <button
              key={color}
              type="button"
              aria-label={`Accent ${color}`}
              aria-pressed={color === accent}
              style={{ background: color }}
              onClick={() => change({ accent: color })}
            />
          ))}
          <button type="button" className="playground-button playground-again" onClick={() => setVisit(visit + 1)}>
            Start again
          </button>
        </div>
      </form>
      <Visit key={`${visit} ${renderer} ${mode} ${locale}`} settings={settings} />
    </div>
  );
}

/** One visit of one customer, from the ticket to the reply. */
function Visit({ settings }: { settings: Settings }) {
  const { locale, theme, display } = settings;
  const server = useMemo(() => createPretendServer(ACME.organizationName, ACME.phone), []);
  const [message, setMessage] = useState<string | null>(null);
  const openPhone = (event: MouseEvent) => {
    const link = event.nativeEvent.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const text = link && new URL(link.href).searchParams.get('text');
    if (text) setMessage(text);
  };
  return (
    <div className="playground-scene">
      <div className="ticket-page" lang={locale} dir={directionOf(locale)} data-theme={theme} data-display={display}>
        <p className="ticket-stub" lang="en" dir="ltr">
          <span>Your ticket</span>
          <strong>{ACME.ticketNumber}</strong>
          <span>3 people are before you</span>
        </p>
        {/* The link handles the click; this handler only observes it. */}
        <div onClick={openPhone} role="presentation">
          <Rendered settings={settings} server={server} />
        </div>
      </div>
      <Phone message={message} organizationName={ACME.organizationName} onSend={() => server.connect()} />
    </div>
  );
}

function Rendered({ settings, server }: { settings: Settings; server: PretendServer }) {
  const { renderer, display, mode, locale, theme } = settings;
  const { platform } = server;
  const variables = tokensOf(settings);
  if (renderer === 'element') {
    const state = mode === 'live' ? { server: '/', 'publishable-key': 'pk_example' } : { 'test-state': mode };
    return <Element {...attributesOf(settings)} platform={platform} appearance={{ variables }} {...state} />;
  }
  const state = mode === 'live' ? { server: '/', publishableKey: 'pk_example' } : { testState: mode };
  return (
    <WhatsAppNotificationPrompt
      ticketNumber={ACME.ticketNumber}
      organizationName={ACME.organizationName}
      companyWhatsAppNumber={ACME.phone}
      {...{ display, locale, theme, platform }}
      appearance={{ variables }}
      {...state}
    />
  );
}
