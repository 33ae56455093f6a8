import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Route } from './define-route.js';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** A JSON Schema, as far as the document of ours uses them. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  example?: unknown;
}

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; example?: unknown }[];
  requestBody?: { content: Record<string, { schema?: Schema; example?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema; example?: unknown }> }>;
}

const TEXTS: Record<string, string> = {
  uuid: '01938f6e-0000-7000-8000-000000000001',
  date: '2026-11-24',
  'date-time': '2026-11-24T06:00:00.000Z',
  uri: 'https://clinic.example/',
};

/**
 * Puts the routes' examples of requests into the document, and examples of the answers made from their schemas.
 *
 * @param examples - by operationId
 */
export function addExamples(document: Document, examples: ReadonlyMap<string, Route['example']>): Document {
  const paths = Object.values(document.paths ?? {}) as Record<string, Operation>[];
  for (const operation of paths.flatMap((item) => Object.values(item))) {
    const { params, query, body } = examples.get(operation.operationId) ?? {};
    const given = new Map<string, unknown>(Object.entries({ ...query, ...params }));
    for (const parameter of operation.parameters ?? []) {
      if (given.has(parameter.name)) parameter.example = given.get(parameter.name);
    }
    for (const content of Object.values(operation.requestBody?.content ?? {})) content.example = body;
    for (const { content } of Object.values(operation.responses)) {
      const json = content?.['application/json'];
      if (json?.schema) json.example = exampleOf(document, json.schema);
    }
  }
  const webhooks = Object.values(document.webhooks ?? {}) as Record<string, Operation>[];
  for (const { requestBody } of webhooks.flatMap((item) => Object.values(item))) {
    for (const content of Object.values(requestBody?.content ?? {})) {
      content.example = exampleOf(document, content.schema ?? {});
    }
  }
  return document;
}

function exampleOf(document: Document, schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return exampleOf(document, document.components?.schemas?.[name] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return exampleOf(document, first);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(document, part)));
  switch ([schema.type].flat()[0]) {
    case 'object':
      return mapValues(schema.properties ?? {}, (part) => exampleOf(document, part));
    case 'array':
      return schema.items ? [exampleOf(document, schema.items)] : [];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return TEXTS[schema.format ?? ''] ?? 'text';
  }
}

function mapValues<From, To>(values: Record<string, From>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
