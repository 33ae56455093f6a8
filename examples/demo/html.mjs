/** Markup that is already safe. */
class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

/** Values of a template are escaped, unless they come from `html` themselves; arrays are joined, `null` is nothing. */
export function html(/** @type {TemplateStringsArray} */ strings, /** @type {unknown[]} */ ...values) {
  return new Markup(
    strings.reduce((text, part, index) => text + part + (index < values.length ? write(values[index]) : ''), ''),
  );
}

/** @param {unknown} value @returns {string} */
function write(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(write).join('');
  if (value === null || value === undefined || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** HTML that another renderer has escaped. @param {string} text */
export function trusted(text) {
  return new Markup(text);
}

/** A data block that a page's script reads; nothing in it can end the block. @param {string} id @param {unknown} data */
export function jsonBlock(id, data) {
  const json = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return html`<script type="application/json" id="${id}">
    ${new Markup(json)}
  </script>`;
}
