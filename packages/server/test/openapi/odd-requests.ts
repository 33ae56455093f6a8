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

const ODD_TEXTS = [
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
];

const oddText = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
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
  const typical = typicalOf(document, given);
  return fc.oneof({ weight: 12, arbitrary: typical }, { weight: 1, arbitrary: oddValue });
}

function typicalOf(document: OpenApiDocument, given: Schema): fc.Arbitrary<unknown> {
  const schema = resolved(document, given);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((part) => typicalOf(document, part)));
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, part]) => [name, valueOf(document, part)]);
    return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: schema.required ?? [],
    });
  }
  switch ([schema.type].flat()[0]) {
    case 'array':
      return fc.array(valueOf(document, schema.items ?? {}), { maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.integer({ min: 0, max: 400 });
    case 'boolean':
      return fc.boolean();
    case 'object':
      return fc.dictionary(fc.constantFrom('position', ...ODD_TEXTS), oddValue, { maxKeys: 3 });
    default:
      return fc.constant(schema.example ?? TYPICAL_TEXTS[schema.format ?? ''] ?? 'A001');
  }
}

interface Parts {
  path: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}

function partsOf(document: OpenApiDocument, operation: Operation): fc.Arbitrary<Parts> {
  const named = (place: Parameter['in']) => {
    const chosen = (operation.parameters ?? []).filter((parameter) => parameter.in === place);
    const texts = chosen.map((each) => [each.name, textOf(document, each)]);
    return fc.record(Object.fromEntries(texts) as Record<string, fc.Arbitrary<string>>, {
      requiredKeys: place === 'path' ? chosen.map(({ name }) => name) : [],
    });
  };
  const further = { weight: 1, arbitrary: fc.dictionary(oddText, oddText, { maxKeys: 2 }) };
  return fc
    .record({
      path: named('path'),
      query: named('query'),
      further: fc.oneof({ weight: 12, arbitrary: fc.constant({}) }, further),
      headers: named('header'),
      body: valueOf(document, bodySchemaOf(operation)),
    })
    .map(({ query, further: more, ...parts }) => ({ ...parts, query: { ...query, ...more } }));
}

function exampleOf(operation: Operation): Parts & { body: object } {
  const named = (place: Parameter['in']) =>
    Object.fromEntries(
      (operation.parameters ?? []).flatMap(({ name, in: where, example }) =>
        where === place && example !== undefined ? [[name, String(example)]] : [],
      ),
    );
  const content = Object.values(operation.requestBody?.content ?? {})[0];
  return { path: named('path'), query: named('query'), headers: {}, body: content?.example ?? {} };
}

function bodySchemaOf(operation: Operation): Schema {
  return Object.values(operation.requestBody?.content ?? {})[0]?.schema ?? {};
}

function textOf(document: OpenApiDocument, parameter: Parameter): fc.Arbitrary<string> {
  const odd = parameter.name === 'cursor' ? fc.oneof(oddText, oddCursor) : oddText;
  const { example, schema } = parameter;
  const typical = example === undefined ? typicalOf(document, schema) : fc.constant(example);
  return fc.oneof({ weight: 8, arbitrary: typical }, { weight: 1, arbitrary: odd }).map(String);
}

const contentType = fc.constantFrom('application/json', 'text/plain', 'application/x-www-form-urlencoded', 'a/b; c');

/** Bodies that follow no schema. */
const oddBytes: fc.Arbitrary<OddRequest['body']> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
  fc.constantFrom('', '{', '[]', '{"a":1}}', '['.repeat(50_000), `{"__proto__":{"a":1}}`, 'x'.repeat(3_200_000)),
);

/** Requests for one operation: each part is typical or odd, whatever the others are. */
export function oddRequestsOf(document: OpenApiDocument, operation: Operation): fc.Arbitrary<OddRequest> {
  const bytes = fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: oddBytes });
  return fc
    .tuple(partsOf(document, operation), contentType, bytes)
    .map(([parts, type, body]) => assemble(operation, parts, { type, ...(body !== undefined && { body }) }));
}

/** The example of the operation, for each odd text in each parameter and each field of the body. */
export function requestsWithOneOddText(document: OpenApiDocument, operation: Operation): OddRequest[] {
  const typical = exampleOf(operation);
  const fields = Object.keys(resolved(document, bodySchemaOf(operation)).properties ?? {});
  return ODD_TEXTS.flatMap((text) => [
    ...(operation.parameters ?? []).map(({ name, in: place }) => {
      const part = place === 'header' ? 'headers' : place;
      return assemble(operation, { ...typical, [part]: { ...typical[part], [name]: text } });
    }),
    ...fields.map((name) => assemble(operation, { ...typical, body: { ...typical.body, [name]: text } })),
  ]);
}

function assemble(
  { method, path }: Operation,
  parts: Parts,
  { type = 'application/json', body = JSON.stringify(parts.body) }: { type?: string; body?: OddRequest['body'] } = {},
): OddRequest {
  return {
    path: addressOf(path, parts.path, parts.query),
    headers: { ...sendable(parts.headers), 'content-type': type },
    body: method === 'GET' ? null : (body ?? ''),
  };
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
