import type { HttpDependencies } from './http-dependencies.js';

/** What an adapter knows of a connection and a `Request` does not say. */
export interface ConnectionInfo {
  /** Address of the peer, a proxy perhaps. Without it nothing is limited by address. */
  remoteAddress?: string | undefined;
}

export type HttpHandler = (request: Request, info?: ConnectionInfo) => Promise<Response>;

/** Every route of the server as one function from `Request` to `Response`. */
export function createHttpHandler(deps: HttpDependencies): HttpHandler {
  return () => Promise.resolve(new Response(deps.settings.basePath, { status: 501 }));
}
