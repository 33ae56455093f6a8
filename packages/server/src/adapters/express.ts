import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyConsumedError } from './body-consumed-error.js';
import type { FetchApp } from './fetch-app.js';
import { toNodeHandler } from './node.js';

export { BodyConsumedError };
export type { FetchApp };

/** What Express adds to Node's request. */
interface ExpressRequest extends IncomingMessage {
  originalUrl?: string;
}

/** Middleware for `expressApp.use`. An error goes to `next`. */
export type ExpressHandler = (
  request: ExpressRequest,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * `expressApp.use('/whatsapp', toExpressHandler(app))`, with `basePath: '/whatsapp'` in the options, and before
 * `express.json()` and other body parsers: a webhook is verified on the bytes as they came. A request whose body was read
 * before ends as an error in `next`.
 */
export function toExpressHandler(app: FetchApp): ExpressHandler {
  const handle = toNodeHandler(app);
  return (request, response, next) => {
    if (request.readableDidRead) return next(new BodyConsumedError('toExpressHandler(app)'));
    // Express cuts the mount path off; the routes of the app know it as their base path.
    request.url = request.originalUrl ?? request.url ?? '/';
    handle(request, response).catch(next);
  };
}
