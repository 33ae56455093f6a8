import { afterEach, describe, expect, it } from 'vitest';
import { appearancePart, appearanceVariables, type OptInAppearance } from './appearance.js';

afterEach(() => {
  Reflect.deleteProperty(Object.prototype, 'variables');
  Reflect.deleteProperty(Object.prototype, 'accent');
  Reflect.deleteProperty(Object.prototype, 'link');
});

describe('an appearance', () => {
  it('becomes the tokens that it names', () => {
    expect(appearanceVariables({ variables: { accent: '#0a66c2', 'radius-control': '0' } })).toEqual({
      '--whatsapp-optin-accent': '#0a66c2',
      '--whatsapp-optin-radius-control': '0',
    });
  });

  it('passes over tokens that are unknown, and values that are no text', () => {
    const strange = { variables: { neon: 'lime', accent: 7 } } as unknown as OptInAppearance;
    expect(appearanceVariables(strange)).toEqual({});
  });

  it('gives a part its class or its style', () => {
    const appearance: OptInAppearance = { elements: { link: 'host-link', skip: { opacity: 0.9 } } };
    expect(appearancePart(appearance, 'link')).toEqual({ className: 'host-link' });
    expect(appearancePart(appearance, 'skip')).toEqual({ style: { opacity: 0.9 } });
    expect(appearancePart(appearance, 'qr')).toEqual({});
  });

  it.each([null, undefined, {}])('is empty for %j', (appearance) => {
    expect([appearanceVariables(appearance), appearancePart(appearance, 'link')]).toEqual([{}, {}]);
  });

  it('is not changed by a polluted prototype', () => {
    Object.assign(Object.prototype, { variables: { accent: 'red' }, accent: 'red', link: 'stolen' });
    expect(appearanceVariables({})).toEqual({});
    expect(appearanceVariables({ variables: {} })).toEqual({});
    expect(appearancePart({ elements: {} }, 'link')).toEqual({});
  });
});
