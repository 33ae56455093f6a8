import { createHmac } from 'node:crypto';
import { withBody, type ProviderKit } from '../src/providers/testing/provider-kit.js';
import type { WebhookRequest } from '../src/providers/whatsapp-provider.js';

/** Draws integers below a bound, the same ones for the same seed. */
export type Draw = (below: number) => number;

/** mulberry32. */
export function createDraw(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Field = [name: string, value: string];

const BINARY = new TextDecoder();

/** A replay of a captured webhook by somebody who has no secret: only what its proof still fits is of use. */
export function drawReplay(kit: ProviderKit, captured: WebhookRequest, draw: Draw): WebhookRequest {
  const text = BINARY.decode(captured.rawBody);
  if (kit.name === 'twilio') return withText(captured, drawForm([...new URLSearchParams(text)], draw));
  const kinds = [
    () => text,
    () => ` ${text}\n`,
    () => JSON.stringify(shuffleKeys(JSON.parse(text), draw)),
    () => text.replace(/\}$/, `,"extra${draw(9)}":${draw(9)}}`),
    () => text.replace(/^\{/, `{"messages":[],`),
    () => `data=${encodeURIComponent(text)}&event_type=message_received`,
    () => JSON.stringify({ ...(JSON.parse(text) as object), data: JSON.parse(text) as object }),
  ];
  return withText(captured, kinds[draw(kinds.length)]?.() ?? text);
}

function withText(request: WebhookRequest, text: string): WebhookRequest {
  return withBody(request, new TextEncoder().encode(text));
}

function shuffleKeys(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => shuffleKeys(item, draw));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(shuffle(Object.entries(value), draw).map(([key, item]) => [key, shuffleKeys(item, draw)]));
}

/** Twilio signs names and values without a border between them. Each kind keeps the signature right, or tries to. */
function drawForm(fields: Field[], draw: Draw): string {
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  switch (draw(6)) {
    case 0:
      return form(sorted);
    case 1:
      return form(shuffle(sorted, draw));
    case 2:
      return form([...sorted, ...sorted.slice(draw(sorted.length)).slice(0, 1 + draw(2))]);
    case 3:
      return form([...sorted, ['', ''], [`Zz${draw(99)}`, '']]);
    default:
      return form(shuffle(shiftBorders(sorted, draw), draw));
  }
}

const form = (fields: Field[]): string => new URLSearchParams(fields).toString();

/** Moves, removes and adds borders; keeps only what sorts to the text that was signed. */
function shiftBorders(sorted: Field[], draw: Draw): Field[] {
  let fields = sorted;
  const wanted = 1 + draw(4);
  for (let done = 0, tries = 0; done < wanted && tries < 60; tries += 1) {
    const changed = shiftOnce(fields, draw);
    if (!isSortedOnce(changed)) continue;
    fields = changed;
    done += 1;
  }
  return fields;
}

function isSortedOnce(fields: Field[]): boolean {
  return fields.every(([name], at) => at === 0 || (fields[at - 1]?.[0] ?? '') < name);
}

function shiftOnce(fields: Field[], draw: Draw): Field[] {
  const at = draw(fields.length);
  const [name, value] = fields[at] ?? ['', ''];
  const next = fields[at + 1];
  const replace = (count: number, ...by: Field[]): Field[] => fields.toSpliced(at, count, ...by);
  const glued = name + value;
  switch (draw(4)) {
    case 0: {
      // The border between a name and its value.
      const cut = draw(2) === 0 ? draw(glued.length + 1) : Math.max(0, name.length + draw(7) - 3);
      return replace(1, [glued.slice(0, cut), glued.slice(cut)]);
    }
    case 1: {
      // The border between two fields.
      if (next === undefined) return fields;
      const both = value + next[0];
      const cut = draw(both.length + 1);
      return replace(2, [name, both.slice(0, cut)], [both.slice(cut), next[1]]);
    }
    case 2:
      // No border: a field is swallowed by the one before.
      return next === undefined ? fields : replace(2, [name, value + next[0] + next[1]]);
    default: {
      // A border more.
      const cut = draw(value.length + 1);
      const rest = value.slice(cut);
      const nameEnd = 1 + draw(Math.max(1, rest.length));
      return replace(1, [name, value.slice(0, cut)], [rest.slice(0, nameEnd), rest.slice(nameEnd)]);
    }
  }
}

function shuffle<T>(items: readonly T[], draw: Draw): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(draw(rest.length), 1)[0] as T);
}

/** What Twilio signs of a form that it sends: a message whose own words were made to forge another. */
export function signForm(authToken: string, url: string, fields: Field[]): string {
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha1', authToken)
    .update(url + sorted.flat().join(''))
    .digest('base64');
}
