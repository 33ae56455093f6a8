import fc from 'fast-check';

/** What breaks parsers, stores and those who believe a type. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e966500000001',
  'x'.repeat(5_000),
  '١٢٣',
  '__proto__',
  'constructor',
  'NaN',
  '1e9',
  [],
  [[]],
  {},
  { __proto__: null },
  { toString: 1 },
];

/** Bytes that a vendor, a proxy or a stranger might post, made of golden bodies: of their bytes and of their structure. */
export function mutatedBody(golden: readonly string[]): fc.Arbitrary<Uint8Array> {
  const base = fc.constantFrom(...golden);
  const edits = fc.array(
    fc.record({
      kind: fc.nat(),
      at: fc.nat(),
      length: fc.nat(),
      value: fc.oneof(fc.constantFrom(...ODD_VALUES), fc.jsonValue()),
    }),
    { minLength: 1, maxLength: 6 },
  );
  return fc.oneof(
    { weight: 5, arbitrary: fc.tuple(base, edits).map(([body, all]) => encode(all.reduce(editStructure, body))) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(base, edits, fc.uint8Array({ maxLength: 24 }))
        .map(([body, all, noise]) => all.reduce((bytes, edit) => editBytes(bytes, edit, noise), encode(body))),
    },
    { weight: 1, arbitrary: fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(encode)) },
  );
}

interface Edit {
  kind: number;
  at: number;
  length: number;
  value: unknown;
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function editBytes(bytes: Uint8Array, { kind, at, length }: Edit, noise: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = at % (bytes.length + 1);
  const end = Math.min(bytes.length, start + 1 + (length % 32));
  const before = bytes.subarray(0, start);
  const within = bytes.subarray(start, end);
  const after = bytes.subarray(end);
  switch (kind % 6) {
    case 0:
      return join(
        before,
        within.map((byte) => byte ^ (1 << (length % 8))),
        after,
      );
    case 1:
      return join(before, after);
    case 2:
      return join(before, within, within, after);
    case 3:
      return join(before, noise, within, after);
    case 4:
      return join(before);
    default:
      return join(after, within, before);
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

function editStructure(body: string, edit: Edit): string {
  return body.trimStart().startsWith('{') ? editJson(body, edit) : editForm(body, edit);
}

/** Counts the places of a JSON text and changes one: another value, none, twice, deeper, or under another name. */
function editJson(body: string, { kind, at, value }: Edit): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return body;
  }
  const places = placesOf(parsed);
  const place = places[at % Math.max(places.length, 1)];
  if (place === undefined) return JSON.stringify(value) ?? '';
  const { holder, key } = place;
  const old = holder[key];
  switch (kind % 6) {
    case 0:
    case 1:
      holder[key] = value;
      break;
    case 2:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 3:
      if (Array.isArray(holder)) holder.push(structuredClone(old), structuredClone(old));
      else holder[`${key}_`] = old;
      break;
    case 4:
      holder[key] = nest(old, 60);
      break;
    default:
      holder[key] = typeof old === 'number' ? String(old) : typeof old === 'string' ? Number(old) : [old, old];
  }
  return JSON.stringify(parsed) ?? '';
}

interface Place {
  holder: Record<string, unknown>;
  key: string;
}

function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])]);
}

function nest(value: unknown, depth: number): unknown {
  let nested = value;
  for (let level = 0; level < depth; level += 1) nested = level % 2 === 0 ? [nested] : { a: nested };
  return nested;
}

/** A form's fields: another value, none, twice, or under another name. */
function editForm(body: string, { kind, at, value }: Edit): string {
  const fields = [...new URLSearchParams(body)];
  const index = at % Math.max(fields.length, 1);
  const [name = 'Body', old = ''] = fields[index] ?? [];
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  switch (kind % 4) {
    case 0:
      fields[index] = [name, text];
      break;
    case 1:
      fields.splice(index, 1);
      break;
    case 2:
      fields.push([name, text]);
      break;
    default:
      fields[index] = [text.slice(0, 40), old];
  }
  return new URLSearchParams(fields).toString();
}
