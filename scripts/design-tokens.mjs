// @ts-check
import postcss from 'postcss';

/**
 * A colour as the format of the W3C's Design Tokens group has it.
 *
 * @typedef {{ colorSpace: 'srgb', components: number[], alpha: number, hex: string }} DtcgColor
 * @typedef {{ value: number, unit: 'px' }} DtcgDimension
 * @typedef {{ color: DtcgColor, offsetX: DtcgDimension, offsetY: DtcgDimension, blur: DtcgDimension, spread: DtcgDimension }} DtcgShadow
 * @typedef {{ $type: 'color' | 'dimension' | 'shadow', $value: DtcgColor | DtcgDimension | DtcgShadow[], $description: string }} DtcgToken
 * @typedef {Record<string, DtcgToken>} DtcgGroup
 */

/** Tokens that no theme changes. */
const SIZES = ['space', 'radius', 'radius-control'];
/** What has no value before a host sets one, or none that a design tool knows. */
const LEFT_OUT = ['font', 'qr-size', 'z'];
const PREFIX = '--whatsapp-optin-';

/**
 * The tokens of the style sheet with their values before a host sets any, as a document of the Design Tokens format (2025.10).
 * Where a value is made of others, it is the one that they give. A contrast that the browser computes is none of them.
 *
 * @param {string} css the whole style sheet
 * @returns {{ $description: string, light: DtcgGroup, dark: DtcgGroup, size: DtcgGroup }}
 */
export function designTokens(css) {
  const rules = topLevelRules(css);
  const light = rules.filter(({ selector }) => !selector.includes('data-'));
  const dark = rules.filter(({ selector }) => /data-scheme=["']?dark/.test(selector));
  const all = { light: valuesOf(light), dark: valuesOf([...dark, ...light]) };
  const group = (/** @type {Map<string, string>} */ values, /** @type {(name: string) => boolean} */ holds) =>
    Object.fromEntries([...values].flatMap(([name, value]) => (holds(name) ? [[name, tokenOf(name, value)]] : [])));
  return {
    $description: 'Tokens of whatsapp-optin, each by the custom property that sets it.',
    light: group(all.light, (name) => !SIZES.includes(name)),
    dark: group(all.dark, (name) => !SIZES.includes(name)),
    size: group(all.light, (name) => SIZES.includes(name)),
  };
}

/** @param {string} css @returns {{ selector: string, body: string }[]} rules outside of `@media` and `@supports` */
function topLevelRules(css) {
  return postcss
    .parse(css)
    .nodes.flatMap((node) => (node.type === 'rule' ? [{ selector: node.selector, body: node.nodes.join(';') }] : []));
}

/** The value of each public token: what stands in the first rule that names it. @param {{ body: string }[]} rules */
function valuesOf(rules) {
  const text = rules.map(({ body }) => body).join(';');
  const names = [...text.matchAll(/var\(\s*--whatsapp-optin-([\w-]+)\s*,/g)].map(([, name = '']) => name);
  const values = [...new Set(names)]
    .filter((name) => !LEFT_OUT.includes(name))
    .flatMap((name) => {
      const value = resolve(`var(${PREFIX}${name})`, text);
      return value === null ? [] : [/** @type {[string, string]} */ ([name, value])];
    });
  return new Map(values);
}

/**
 * @param {string} value
 * @param {string} text where the properties are declared
 * @returns {string | null} without `var()` and `color-mix()`; `null` where something else is left
 */
function resolve(value, text) {
  const [, name, own] = /^var\(\s*(--[\w-]+)\s*(?:,([\s\S]*))?\)$/.exec(value.trim()) ?? [];
  if (name?.startsWith(PREFIX)) {
    const fallback = own ?? fallbackOf(name, text);
    return fallback === null ? null : resolve(fallback, text);
  }
  if (name !== undefined) {
    const declared = new RegExp(`(?:^|[;{\\s])${name}\\s*:([^;}]*)`).exec(text)?.[1];
    return declared === undefined ? null : resolve(declared, text);
  }
  const [, first = '', percent, second = ''] =
    /^color-mix\(\s*in srgb\s*,\s*(.+?)\s+([\d.]+)%\s*,\s*(.+?)\s*\)$/.exec(value.trim()) ?? [];
  if (percent !== undefined) {
    const [a, b] = [resolve(first, text), resolve(second, text)];
    return a === null || b === null ? null : mixed(colorOf(a), colorOf(b), Number(percent) / 100);
  }
  return /^(#[\da-f]{3,8}|[\d.]+px)$|^[\d.]/i.test(value.trim()) ? value.trim() : null;
}

/** What stands behind the comma of the first `var(name, …)`, whatever parentheses it holds. */
function fallbackOf(/** @type {string} */ name, /** @type {string} */ text) {
  const at = text.search(new RegExp(`var\\(\\s*${name}\\s*,`));
  if (at < 0) return null;
  const start = text.indexOf(',', at) + 1;
  for (let end = start, depth = 1; end < text.length; end += 1) {
    if (text[end] === '(') depth += 1;
    if (text[end] === ')' && (depth -= 1) === 0) return text.slice(start, end);
  }
  return null;
}

/** @param {string} name @param {string} value @returns {DtcgToken} */
function tokenOf(name, value) {
  const $description = `${PREFIX}${name}`;
  if (value.startsWith('#')) return { $type: 'color', $value: colorOf(value), $description };
  if (/^[\d.]+px$/.test(value)) return { $type: 'dimension', $value: lengthOf(value), $description };
  return { $type: 'shadow', $value: value.split(',').map(shadowOf), $description };
}

/** @param {string} value such as `0 1px 2px #10201b14` @returns {DtcgShadow} */
function shadowOf(value) {
  const [x = '0', y = '0', blur = '0', color = '#000'] = value.trim().split(/\s+/);
  const spread = lengthOf('0');
  return { color: colorOf(color), offsetX: lengthOf(x), offsetY: lengthOf(y), blur: lengthOf(blur), spread };
}

/** @param {string} value @returns {DtcgDimension} */
function lengthOf(value) {
  return { value: Number.parseFloat(value), unit: 'px' };
}

/** @param {string} value 3, 4, 6 or 8 hex digits @returns {DtcgColor} */
function colorOf(value) {
  const short = value.slice(1);
  const digits = short.length < 6 ? [...short].map((digit) => digit + digit).join('') : short;
  const parts = (digits.match(/../g) ?? []).map((part) => Number.parseInt(part, 16) / 255);
  const round = (/** @type {number} */ part) => Number(part.toFixed(4));
  return {
    colorSpace: 'srgb',
    components: parts.slice(0, 3).map(round),
    alpha: round(parts[3] ?? 1),
    hex: `#${digits.slice(0, 6)}`,
  };
}

/** @param {DtcgColor} first @param {DtcgColor} second @param {number} share of the first, 0 to 1 @returns {string} */
function mixed(first, second, share) {
  const parts = first.components.map((part, at) => part * share + (second.components[at] ?? 0) * (1 - share));
  return `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
