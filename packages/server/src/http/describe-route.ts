import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import { PROBLEMS, type ProblemCode } from '@whatsapp-optin/sdk/contract';
import type { Answer, RouteSpec } from './define-route.js';
import { problemDocument } from './documents.js';
import { rowId } from './fields.js';

/** Adds the route to the OpenAPI document. */
export function describeRoute(registry: OpenAPIHono['openAPIRegistry'], spec: RouteSpec): void {
  const { params, query, headers, body, description } = spec;
  const json = body && { 'application/json': { schema: body } };
  const beacon = body && spec.bodyKind === 'beacon' && { 'text/plain': { schema: body } };
  registry.registerPath({
    method: spec.method,
    path: spec.path,
    operationId: spec.id,
    tags: [spec.tag],
    summary: spec.summary,
    ...(description !== undefined && { description }),
    ...(spec.who.schemes.length > 0 && { security: spec.who.schemes.map((scheme) => ({ [scheme]: [] })) }),
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...(headers && { headers }),
      ...(json && { body: { required: spec.bodyKind !== 'optional', content: { ...json, ...beacon } } }),
    },
    responses: {
      ...describeProblems(problemsOf(spec)),
      ...Object.fromEntries(Object.entries(spec.output).map(([status, each]) => [status, describeAnswer(each)])),
    },
  });
}

/** Every code that the route may answer with: of the caller, of the input, and its own. */
function problemsOf(spec: RouteSpec): ProblemCode[] {
  const { body, query, params } = spec;
  const mayBeInvalid = body ?? query ?? Object.values(params?.shape ?? {}).some((field) => field !== rowId);
  return [
    ...spec.who.problems,
    ...(body ? (['BAD_REQUEST', 'PAYLOAD_TOO_LARGE'] as const) : []),
    ...(mayBeInvalid ? (['UNPROCESSABLE'] as const) : []),
    ...(spec.refuses ?? []),
  ];
}

function describeProblems(codes: readonly ProblemCode[]): RouteConfig['responses'] {
  const answers: RouteConfig['responses'] = {};
  const described = new Map<number, string[]>();
  for (const code of new Set(codes)) {
    const { status, title } = PROBLEMS[code];
    const sentences = [...(described.get(status) ?? []), `${code}: ${title}`];
    described.set(status, sentences);
    answers[status] = {
      description: sentences.join('; '),
      content: { 'application/problem+json': { schema: problemDocument } },
    };
  }
  return answers;
}

function describeAnswer({ description, schema, contentType }: Answer): RouteConfig['responses'][string] {
  if (contentType !== undefined) return { description, content: { [contentType]: { schema: { type: 'string' } } } };
  return schema ? { description, content: { 'application/json': { schema } } } : { description };
}
