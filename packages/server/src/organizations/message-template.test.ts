import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACEHOLDERS, checkTemplate, renderTemplate } from './message-template.js';

describe("an organization's own text", () => {
  it.each([
    ['Ticket {ticketNumber}: you are number {position}.', { status: 'ok' }],
    ['No placeholder at all', { status: 'ok' }],
    ['  ', { status: 'empty' }],
    ['Hello {customer}', { status: 'unknown_placeholder', name: 'customer' }],
    ['Hello {}', { status: 'unknown_placeholder', name: '' }],
    ['Hello {ticketNumber', { status: 'unclosed_brace' }],
    ['Hello ticketNumber}', { status: 'unclosed_brace' }],
    ['x'.repeat(3501), { status: 'too_long', length: 3501 }],
  ])('%j is checked when it is saved', (body, expected) => {
    expect(checkTemplate(body)).toEqual(expected);
  });

  it('names the value that is missing instead of sending a hole', () => {
    expect(renderTemplate('Number {position}', { ticketNumber: 'A001' })).toEqual({
      status: 'missing_value',
      name: 'position',
    });
  });

  it('never reads a value as a template, nor a key of a prototype as a value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACEHOLDERS), fc.string({ minLength: 1, unit: 'grapheme' }), (name, value) => {
        expect(renderTemplate(`<{${name}}>`, { [name]: value })).toEqual({ status: 'rendered', text: `<${value}>` });
      }),
    );
    expect(renderTemplate('{position}', { ticketNumber: '{position}' }).status).toBe('missing_value');
  });
});
