// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { draw } from './draw.js';
import type { Drawing, DrawnElement } from './drawing.js';
import { patch } from './patch.js';
import { toHtml } from './to-html.js';

const element = (tag: string, attributes: Record<string, Drawing> = {}, children: Drawing = null): DrawnElement => ({
  tag,
  properties: { ...attributes, children },
});

/** Pictures of some depth, with all that a piece may be, and keys that meet again and again. */
const { picture } = fc.letrec<{ picture: Drawing; element: Drawing }>((tie) => ({
  picture: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('', 'a', 'some words', null, false, true, undefined, 7),
    tie('element'),
    fc.array(tie('picture'), { maxLength: 4 }),
  ),
  element: fc
    .record({
      tag: fc.constantFrom('p', 'div', 'a', 'svg', 'slot'),
      class: fc.constantFrom(undefined, 'one', 'two'),
      'data-action': fc.constantFrom(null, 'open', 'help'),
      'aria-busy': fc.constantFrom(false, true, 'true', '', 3),
      children: tie('picture'),
    })
    .map(({ tag, ...properties }) => ({ tag, properties })),
}));

function fresh(drawing: Drawing): HTMLElement {
  const home = document.createElement('div');
  draw(drawing, home);
  return home;
}

afterEach(() => document.body.replaceChildren());

describe('a patch', () => {
  it('gives what a fresh drawing gives, after any pictures before it', () => {
    const run = fc.property(fc.array(picture, { minLength: 1, maxLength: 5 }), fc.boolean(), (pictures, drawnFirst) => {
      const home = drawnFirst ? fresh(pictures[0]) : document.createElement('div');
      for (const drawing of pictures) {
        patch(drawing, home);
        expect(home.innerHTML).toBe(fresh(drawing).innerHTML);
      }
    });
    fc.assert(run, { numRuns: 300 });
  });

  it('takes over what a parser has made of the markup, node for node', () => {
    const run = fc.property(fc.array(fc.constantFrom('link', 'hint', 'note', 'words'), { maxLength: 6 }), (names) => {
      const drawing = names.map((name) => (name === 'words' ? 'words' : element('p', { class: name }, [name, '!'])));
      const { body } = new DOMParser().parseFromString(toHtml(drawing), 'text/html');
      const nodes = [...body.childNodes];
      patch(drawing, body);
      expect([...body.childNodes]).toEqual(nodes);
    });
    fc.assert(run, { numRuns: 100 });
  });

  it('keeps focus and input of what stays, whatever comes and goes around it', () => {
    const around = fc.array(fc.constantFrom('hint', 'note', 'status'), { maxLength: 3 });
    const run = fc.property(around, around, around, around, (...[a, b, c, d]) => {
      const pictureOf = (before: string[], after: string[], words: string) => [
        ...before.map((name) => element('p', { class: name }, name)),
        element('label', {}, [words, element('input', { class: 'field', title: words })]),
        ...after.map((name) => element('p', { class: name }, name)),
      ];
      const home = fresh(pictureOf(a, b, 'Name'));
      document.body.append(home);
      const field = home.querySelector('input');
      field?.focus();
      field?.setRangeText('typed');
      patch(pictureOf(c, d, 'Nom'), home);
      expect(home.querySelector('input')).toBe(field);
      expect([field?.value, field?.title]).toEqual(['typed', 'Nom']);
      expect(document.activeElement).toBe(field);
      home.remove();
    });
    fc.assert(run, { numRuns: 100 });
  });

  it('leaves alone what others have written on a node that it drew', () => {
    const home = document.createElement('div');
    const drawing = (words: string) => element('div', { class: 'panel', part: 'panel' }, words);
    patch(drawing('one'), home);
    const panel = home.firstElementChild as HTMLElement;
    panel.style.setProperty('top', '3px');
    panel.setAttribute('part', 'panel theirs');
    patch(drawing('two'), home);
    expect(panel.outerHTML).toBe('<div class="panel" part="panel theirs" style="top: 3px;">two</div>');
  });

  it('takes away the attributes of a drawing before it, and those that a server wrote', () => {
    const home = document.createElement('div');
    const served = document.createElement('a');
    served.setAttribute('aria-busy', 'true');
    home.append(served);
    patch(element('a', { href: '/x' }), home);
    expect(home.innerHTML).toBe('<a href="/x"></a>');
    patch(element('a', { href: null, title: 'x' }), home);
    expect(home.firstElementChild).toBe(served);
    expect(home.innerHTML).toBe('<a title="x"></a>');
  });

  it('moves no node for a style sheet that stands among its own', () => {
    const home = document.createElement('div');
    patch([element('p', { class: 'one' }), element('p', { class: 'two' })], home);
    const [one, two] = home.children;
    one?.before(document.createElement('style'));
    two?.before(document.createElement('style'));
    patch([element('p', { class: 'one' }), element('p', { class: 'two' }), element('p', { class: 'three' })], home);
    expect([...home.children].map(({ localName, className }) => className || localName)).toEqual([
      'style',
      'one',
      'style',
      'two',
      'three',
    ]);
  });

  it('draws what is in an svg in its namespace', () => {
    const home = document.createElement('div');
    patch(element('svg', {}, element('path', { d: 'M0 0' })), home);
    expect(home.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  });

  it('is not misled by a polluted prototype', () => {
    const home = fresh(element('p', {}, 'words'));
    const paragraph = home.firstChild;
    for (const key of ['class', 'name', 'children']) Reflect.set(Object.prototype, key, 'planted');
    try {
      patch({ tag: 'p', properties: Object.assign({}, { title: 'x' }) }, home);
    } finally {
      for (const key of ['class', 'name', 'children']) Reflect.deleteProperty(Object.prototype, key);
    }
    expect(home.innerHTML).toBe('<p title="x"></p>');
    expect(home.firstChild).toBe(paragraph);
  });
});
