/** Style sheets of host pages that also match the prompt. It must stay usable under each. */
export const HOSTILE_SHEETS: Readonly<Record<string, string>> = {
  'unset everything': '* { all: unset !important }',
  'text of no size': 'html, body, * { font-size: 0 !important; line-height: 0 !important }',
  'no buttons, no links': 'button, a, section, dialog { display: none !important }',
  'everything in transition': '* { transition: all 5s !important; animation-duration: 9s !important }',
  'right to left': 'html { direction: rtl } * { direction: rtl !important; text-align: right !important }',
  'zoom of 400 %': 'html { zoom: 4 }',
  'the other box model': '*, *::before, *::after { box-sizing: content-box !important; padding: 3px !important }',
  'ink of the same colour':
    '* { color: #fff !important; background: #fff !important; -webkit-text-fill-color: #fff !important }',
  shouting: '* { text-transform: uppercase !important; letter-spacing: 1em !important; word-spacing: 3em !important }',
  'the dark scheme alone': ':root { color-scheme: only dark } * { color-scheme: dark !important }',
  filters: 'body { filter: grayscale(1) contrast(1.2) } * { mix-blend-mode: normal !important }',
  'something above all': '.cover { position: relative; z-index: 2147483647 } * { position: static !important }',
  'a reset by tag':
    'a, button, h2, p, ul, ol, li, svg { margin: 40px; border: 9px solid red; float: left; width: 3px }',
};

/** Those that no sheet of a light DOM withstands, since they say `!important` of what makes a link one. */
export const ONLY_A_SHADOW_ROOT_WITHSTANDS: readonly string[] = [
  'unset everything',
  'text of no size',
  'no buttons, no links',
  'ink of the same colour',
];
