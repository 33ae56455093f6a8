import { adoptSheet, appearanceVariables, optInStyles } from '@whatsapp-optin/sdk/styles';
import { useEffect, useRef, useState } from 'react';
import { designTokens } from '../../scripts/design-tokens.mjs';
import { useToolbar } from '../stage/stage.js';
import { APPEARANCES } from '../stage/toolbar.js';
import { TOKENS, type Token } from './tokens.js';
import './token-table.css';

const TOKENS_FILE = `data:application/json,${encodeURIComponent(JSON.stringify(designTokens(optInStyles), null, 2))}`;

/** Every token with its value under the toolbar's theme and appearance. */
export function TokenTable() {
  const { theme, appearance } = useToolbar();
  const probe = useRef<HTMLDivElement>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    adoptSheet(document, optInStyles);
    const node = probe.current;
    if (node) setValues(Object.fromEntries(TOKENS.map((token) => [token.name, valueOf(token, node)])));
  }, [theme, appearance]);
  return (
    <div className="tokens" lang="en" dir="ltr">
      {/* Has the tokens of a prompt, and renders nothing. */}
      <div
        ref={probe}
        className="whatsapp-optin"
        data-theme={theme}
        style={appearanceVariables(APPEARANCES[appearance].appearance)}
        hidden
      >
        <i />
      </div>
      <p>
        <a download="tokens.json" href={TOKENS_FILE}>
          Download tokens.json
        </a>
        , in the Design Tokens format. It is <code>@whatsapp-optin/sdk/tokens.json</code>, too.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Now</th>
            <th scope="col">For</th>
          </tr>
        </thead>
        <tbody>
          {TOKENS.map((token) => (
            <tr key={token.name}>
              <th scope="row">
                <code>--whatsapp-optin-{token.name}</code>
              </th>
              <td>
                <Swatch token={token} value={values[token.name] ?? ''} />
              </td>
              <td>{token.use}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Swatch({ token, value }: { token: Token; value: string }) {
  if (token.kind === 'other') return <span className="token-now">–</span>;
  const look = {
    colour: { background: value },
    shadow: { boxShadow: value },
    length: token.name === 'space' ? { inlineSize: value, borderRadius: 2 } : { borderStartStartRadius: value },
  }[token.kind];
  return (
    <span className="token-now">
      <i className={`token-${token.kind}`} style={look} aria-hidden="true" />
      {token.kind !== 'shadow' && <code>{value}</code>}
    </span>
  );
}

/** As the browser computes it, derived colours included. */
function valueOf({ name, kind, result }: Token, probe: HTMLElement): string {
  const read = `var(${result ?? `--whatsapp-optin-${name}`}${name === 'radius' ? ', 16px' : ''})`;
  const node = probe.firstElementChild as HTMLElement;
  if (kind === 'colour') {
    node.style.color = read;
    return hexOf(getComputedStyle(node).color);
  }
  node.style.setProperty(kind === 'shadow' ? 'box-shadow' : 'border-radius', read);
  const { boxShadow, borderTopLeftRadius } = getComputedStyle(node);
  return kind === 'shadow' ? boxShadow : borderTopLeftRadius;
}

/** A colour of any space as six digits, by letting the browser paint it. */
function hexOf(color: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
