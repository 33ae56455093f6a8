import { createHash } from 'node:crypto';

/** In both schemes of colour; contrast of text 7:1 and more. */
export const REFERENCE_STYLES = `
:root { color-scheme: light dark; --line: light-dark(#d5d9de, #3a4048); --soft: light-dark(#f4f6f8, #1d2126); --text: light-dark(#16191d, #eceff3); --faint: light-dark(#4a525c, #b4bcc6); --mark: light-dark(#0b5c4d, #7fd8c4); }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: var(--text); background: light-dark(#fff, #14171b); }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 6rem; }
h1 { font-size: 1.75rem; margin: 0 0 .5rem; } h2 { margin: 2.5rem 0 .75rem; font-size: 1.3rem; } h4 { margin: 1rem 0 .25rem; font-size: .95rem; }
a { color: var(--mark); } p { margin: .4rem 0; } .faint { color: var(--faint); }
nav ul { list-style: none; margin: 1rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1rem; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; scroll-margin-top: 1rem; }
summary { padding: .6rem .75rem; cursor: pointer; overflow-wrap: anywhere; } details > div { padding: 0 .75rem .75rem; border-top: 1px solid var(--line); }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
.method { font: 600 .8rem ui-monospace, monospace; color: var(--mark); text-transform: uppercase; margin-inline-end: .5rem; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; } pre { background: var(--soft); border-radius: .375rem; padding: .75rem; margin: .25rem 0; overflow-x: auto; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); } th { font-size: .85rem; }
`;

/** What the policy names: this style and no other. */
export const REFERENCE_STYLES_SOURCE = `'sha256-${createHash('sha256').update(REFERENCE_STYLES).digest('base64')}'`;
