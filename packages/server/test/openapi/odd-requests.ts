import fc from 'fast-check';
import { resolved, type OpenApiDocument, type Operation, type Parameter, type Schema } from './operations.js';

/** What one request is made of. */
export interface OddRequest {
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | null;
}

/** Stands for an id that there is; a test puts its own in its place. */
export const SOME_ID = '01938f6e-0000-7000-8000-000000000001';
const TYPICAL_TEXTS: Record<string, string> = {
  uuid: SOME_ID,
  date: '2026-11-24',
  'date-time': '2026-11-24T06:00:00Z',
  uri: 'https://clinic.example/t/1',
};

const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\udfff\ud800x',
    '\u202e',
    '%',
    '%00',
    '../..',
    "'; --",
    '-'.repeat(36),
    'a'.repeat(36),
    'x'.repeat(5_000),
    '1'.repeat(400),
    'null',
    'NaN',
    '-1',
    '1e309',
    '0000-01-01',
    '9999-12-31',
    '2026-02-31',
    '0000-01-01T00:00:00Z',
    '2026-11-24T24:00:00Z',
    '9999-12-31T23:59:59-23:59',
    '2026-01-01T00:00:00+15:59',
    '+966500000000',
    '__proto__',
    'constructor',
    '{constructor}',
    '{',
    'en-x-' + 'a'.repeat(30),
    'https://clinic.example/%00',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 200 }),
);

/** A cursor that is well made, over values that are not. */
const oddCursor = fc
  .tuple(
    fc.constantFrom('notifications', 'sessions:-expiresAt', 'inbound-messages', 'consents', 'audit-log', 'parked'),
    fc.oneof(fc.constantFrom('2026-02-31T00:00:00Z', '2026-11-24T06:00:00.123456Z'), oddText),
    fc.oneof(fc.constant(SOME_ID), oddText),
  )
  .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));

const oddNumber = fc.oneof(
  fc.constantFrom(0, -1, 0.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 1e300, -1e300, 5e-324),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const deep = (depth: number): unknown => (depth === 0 ? 1 : { filter: [deep(depth - 1)] });

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  oddNumber,
  fc.constantFrom<unknown[]>(null, true, false, [], {}, [[]], [null], { length: 5 }, deep(10), deep(40)),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(fc.constant(SOME_ID), { minLength: 0, maxLength: 300 }),
);

/** A value as the schema wants it, mostly; now and then an odd one in its place. */
function valueOf(document: OpenApiDocument, given: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: typicalOf(document, given) }, { weight: 1, arbitrary: oddValue });
}

function typicalOf(document: OpenApiDocument, given: Schema): fc.Arbitrary<unknown> {
  const schema = resolved(document, given);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((part) => typicalOf(document, part)));
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, part]) => [name, valueOf(document, part)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
  }
  switch ([schema.type].flat()[0]) {
    case 'array':
      return fc.array(valueOf(document, schema.items ?? {}), { maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 400 }), oddNumber);
    case 'boolean':
      return fc.boolean();
    case 'object':
      return fc.dictionary(fc.oneof(fc.constant('position'), oddText), oddValue, { maxKeys: 3 });
    default:
      return fc.constantFrom(TYPICAL_TEXTS[schema.format ?? ''] ?? 'A001', schema.example ?? '+966500000000');
  }
}

function textOf(document: OpenApiDocument, parameter: Parameter): fc.Arbitrary<string> {
  const odd = parameter.name === 'cursor' ? fc.oneof(oddText, oddCursor) : oddText;
  return fc
    .oneof({ weight: 8, arbitrary: typicalOf(document, parameter.schema) }, { weight: 1, arbitrary: odd })
    .map(String);
}

/** A body of its schema with odd values in it, or bytes that follow none. */
function bodyOf(document: OpenApiDocument, schema: Schema): fc.Arbitrary<OddRequest['body']> {
  return fc.oneof(
    { weight: 8, arbitrary: valueOf(document, schema).map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
        fc.constantFrom('', '{', '[]', '{"a":1}}', '['.repeat(50_000), `{"__proto__":{"a":1}}`, 'x'.repeat(3_200_000)),
      ),
    },
  );
}

const furtherQuery = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.dictionary(oddText, oddText, { maxKeys: 2 }) },
);

/** Requests for one operation: each part is typical or odd, whatever the others are. */
export function oddRequestsOf(document: OpenApiDocument, operation: Operation): fc.Arbitrary<OddRequest> {
  const parameters = operation.parameters ?? [];
  const named = (place: Parameter['in']) => {
    const chosen = parameters.filter((parameter) => parameter.in === place);
    return fc.record(Object.fromEntries(chosen.map((each) => [each.name, textOf(document, each)])), {
      requiredKeys: place === 'path' ? chosen.map(({ name }) => name) : [],
    });
  };
  const [content] = Object.values(operation.requestBody?.content ?? {});
  const takesBody = operation.method !== 'GET';
  return fc.record({
    path: fc
      .tuple(named('path'), named('query'), furtherQuery)
      .map(([path, query, further]) => addressOf(operation.path, path, { ...query, ...further })),
    headers: fc
      .tuple(
        named('header'),
        fc.constantFrom(
          'application/json',
          'text/plain',
          'application/x-www-form-urlencoded',
          'a/b; c',
          'multipart/form-data',
        ),
      )
      .map(([headers, type]) => ({ ...sendable(headers), 'content-type': type })),
    body: takesBody ? bodyOf(document, content?.schema ?? {}) : fc.constant(null),
  });
}

function addressOf(pattern: string, path: Record<string, string>, query: Record<string, string>): string {
  // An empty part would be another route.
  const filled = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(path[name] || '-'));
  const search = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return search.length === 0 ? filled : `${filled}?${search.join('&')}`;
}

/** Two dots alone would lead to another route. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
    .replaceAll('.', '%2E')
    .replace(/^(%2E){1,2}$/, 'dots');
}

/** Without what no HTTP parser lets through. */
function sendable(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/[^\x20-\x7e]/g, '')]),
  );
}
