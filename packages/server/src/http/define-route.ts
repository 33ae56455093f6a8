import { type z, type OpenAPIHono } from '@hono/zod-openapi';
import type { ProblemCode } from '@whatsapp-optin/sdk/contract';
import { describeRoute } from './describe-route.js';
import type { Exact } from './fields.js';
import type { HttpEnv, RouteContext } from './http-env.js';
import { readInput } from './read-input.js';
import { createRouteCall, type RouteCall } from './route-call.js';
import type { Who } from './who.js';

/** One good answer. Without a schema it has no body, or one that `contentType` names. */
export interface Answer {
  description: string;
  schema?: z.ZodType;
  contentType?: string;
}

export type Tag = 'Tickets' | 'Opt-ins' | 'Notifications' | 'Sessions' | 'Push' | 'Webhooks' | 'Staff' | 'Operation';

/** What a route takes and answers: its description is made of it, and what it refuses before its handler runs. */
export interface RouteSpec {
  method: 'get' | 'post' | 'put' | 'delete';
  path: `/${string}`;
  /** The operationId: what a generated client calls it. */
  id: string;
  tag: Tag;
  summary: string;
  description?: string;
  who: Who;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Described only: a handler reads them from `c`. */
  headers?: z.ZodObject;
  body?: z.ZodType;
  /** `optional`: no body counts as `{}`. `beacon`: at most 8 KiB, and described as text/plain as well. */
  bodyKind?: 'optional' | 'beacon';
  /** By HTTP status. */
  output: Readonly<Record<number, Answer>>;
  /** What the handler refuses beyond what follows from `who` and the input. */
  refuses?: readonly ProblemCode[];
}

type Parsed<Schema> = Schema extends z.ZodType ? Exact<z.output<Schema>> : undefined;
type Given<Name extends string, Schema> = Schema extends z.ZodType ? Record<Name, z.input<Schema>> : object;

/** A request of the description: one value for each part that the route takes; each passes the route's own checks. */
export type RouteExample<Spec extends RouteSpec> = Given<'params', Spec['params']> &
  Given<'query', Spec['query']> &
  Given<'body', Spec['body']>;

type Call<Spec extends RouteSpec> = RouteCall & {
  params: Parsed<Spec['params']>;
  query: Parsed<Spec['query']>;
  body: Parsed<Spec['body']>;
  /** Answers in the shape that the route describes. */
  answer<Status extends keyof Spec['output'] & number>(
    status: Status,
    ...body: Spec['output'][Status] extends { schema: infer Schema extends z.ZodType } ? [z.input<Schema>] : []
  ): Response;
};

export interface Route {
  spec: RouteSpec;
  example: { params?: object; query?: object; body?: unknown };
  addTo(app: OpenAPIHono<HttpEnv>, context: RouteContext): void;
}

/**
 * A route as one value. 401, 403 and 429 follow from `who`; 400, 413 and 422 from what it takes; the rest it lists itself. The
 * body is read and parsed once, after `who`.
 */
export function defineRoute<const Spec extends RouteSpec>(
  spec: Spec & { example: RouteExample<Spec> },
  handle: (call: Call<Spec>) => Response | Promise<Response>,
): Route {
  return {
    spec,
    example: spec.example,
    addTo(app, context) {
      describeRoute(app.openAPIRegistry, spec);
      app.on(spec.method.toUpperCase(), spec.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
        const refusal = await spec.who.refuse(context, c);
        if (refusal !== null) return refusal;
        const input = await readInput(spec, c, context.bodies);
        if (input instanceof Response) return input;
        return handle(Object.assign(createRouteCall(context, c), input, { answer }) as Call<Spec>);
      });
    },
  };
}

function answer(status: number, body?: unknown): Response {
  return body === undefined ? new Response(null, { status }) : Response.json(body, { status });
}
