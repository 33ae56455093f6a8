import { useState } from 'react';
import { Element } from '../stage/element.js';
import { useToolbar } from '../stage/stage.js';
import { attributesOf, FIRST_LOOK, tokensOf, type Look } from './look.js';
import { LookChoices, LookFields } from './look-knobs.js';
import { snippetsOf, type Snippet } from './snippets.js';
import './playground.css';
import './snippet-builder.css';

/** The prompt as chosen, and the code that a host copies. @param copy - writes to the clipboard */
export function SnippetBuilder({ copy = (text) => navigator.clipboard.writeText(text) }: SnippetBuilderProps) {
  const toolbar = useToolbar();
  const [look, setLook] = useState<Look>({ ...FIRST_LOOK, locale: toolbar.locale, theme: toolbar.theme });
  const change = (part: Partial<Look>) => setLook((before) => ({ ...before, ...part }));
  return (
    <div className="playground" lang="en" dir="ltr">
      <header className="playground-head">
        <h1>Snippet builder</h1>
        <p>Choose the look, then copy the code for your page.</p>
      </header>
      <form className="playground-knobs" aria-label="Knobs" onSubmit={(event) => event.preventDefault()}>
        <LookChoices look={look} onChange={change} />
        <LookFields look={look} onChange={change} />
      </form>
      <div className="snippet-scene">
        <div className="ticket-page" data-theme={look.theme} data-display={look.display}>
          <div>
            <Element key={look.locale} {...attributesOf(look)} appearance={{ variables: tokensOf(look) }} />
          </div>
        </div>
        <div className="snippets">
          {snippetsOf(look).map((snippet) => (
            <Code key={snippet.name} snippet={snippet} copy={copy} />
          ))}
        </div>
      </div>
    </div>
  );
}

interface SnippetBuilderProps {
  copy?: (text: string) => Promise<void>;
}

function Code({ snippet: { name, code }, copy }: { snippet: Snippet; copy: (text: string) => Promise<void> }) {
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <section className="snippet" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <button type="button" className="playground-button" onClick={() => void copy(code).then(() => setCopied(code))}>
          {copied === code ? 'Copied' : 'Copy'}
        </button>
      </header>
      {/* A long line scrolls, also by the keyboard. */}
      <pre tabIndex={0} role="region" aria-label={`Code for ${name}`}>
        <code>{code}</code>
      </pre>
    </section>
  );
}
