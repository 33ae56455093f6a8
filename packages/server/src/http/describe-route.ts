import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import { PROBLEMS, type ProblemCode } from '@whatsapp-optin/sdk/contract';
import type { Answer, RouteSpec } from './define-route.js';
import { rowId } from './fields.js';

type Registry = OpenAPIHono['openAPIRegistry'];

/** Adds the route to the OpenAPI document. */
export function describeRoute(registry: Registry, spec: RouteSpec): void {
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
      ...describeProblems(registry, problemsOf(spec)),
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

/** One described answer for each status, named by its codes: most routes share them. */
function describeProblems(registry: Registry, codes: readonly ProblemCode[]): RouteConfig['responses'] {
  const statuses = new Set(codes.map((code) => PROBLEMS[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => {
      const ofStatus = [...new Set(codes)].filter((code) => PROBLEMS[code].status === status);
      const { ref } = registry.registerComponent('responses', ofStatus.join('.'), {
        description: ofStatus.map((code) => `${code}: ${PROBLEMS[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      });
      return [status, ref];
    }),
  );
}

function describeAnswer({ description, schema, contentType }: Answer): RouteConfig['responses'][string] {
  if (contentType !== undefined) return { description, content: { [contentType]: { schema: { type: 'string' } } } };
  return schema ? { description, content: { 'application/json': { schema } } } : { description };
}
