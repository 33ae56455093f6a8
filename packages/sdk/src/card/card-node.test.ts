import { afterEach, describe, expect, it } from 'vitest';
import { classNames, convertCard, element, text } from './card-node.js';

afterEach(() => {
  Reflect.deleteProperty(Object.prototype, 'part');
  Reflect.deleteProperty(Object.prototype, 'href');
});

describe('an element of the card', () => {
  it('gets its class names with our prefix, and the host’s own last', () => {
    expect(classNames(element('div', { classes: 'root card' }))).toBe('whatsapp-optin whatsapp-optin-card');
    expect(classNames(element('div', { classes: 'card' }), 'theirs')).toBe('whatsapp-optin-card theirs');
    expect(classNames(element('div', {}), 'theirs')).toBe('theirs');
    expect(classNames(element('div', {}))).toBeUndefined();
  });

  it('takes nothing from a polluted prototype', () => {
    Object.assign(Object.prototype, { part: 'stolen', href: 'javascript:alert(1)' });
    const made = element('a', { attributes: { rel: 'noopener' } });
    expect(made.part).toBeUndefined();
    expect(made.attributes?.['href']).toBeUndefined();
  });
});

describe('text', () => {
  it('is the only child of its element, whose key changes with it', () => {
    expect(text('Waiting').children).toEqual(['Waiting']);
    expect(text('Waiting').key).not.toBe(text('Connected').key);
  });

  it('keeps codes and numbers in their own order', () => {
    const { children } = text(['Ticket ', { isolated: 'A001' }, ' is next']);
    expect(children).toEqual(['Ticket ', expect.objectContaining({ tag: 'bdi', children: ['A001'] }), ' is next']);
    expect(children[1]).toMatchObject({ attributes: { dir: 'ltr' } });
  });
});

describe('a converted card', () => {
  it('is made from the inside out, and keeps the place of what is left out', () => {
    const card = element('div', {}, 'a', null, element('p', {}, 'b'), false, undefined);
    const made = convertCard<string>(card, ({ tag }, children) => `${tag}(${children.join(',')})`);
    expect(made).toBe('div(a,,p(b),,)');
  });
});
