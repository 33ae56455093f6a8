import createClient, { type Client } from 'openapi-fetch';
import type { WhatsAppOptIn } from '../../src/index.js';
import type { paths } from './api-types.js';

/**
 * A client made from the OpenAPI document, as an integrator would make one.
 *
 * @param key - the Bearer of every request that brings none of its own
 */
export function createTypedClient(app: Pick<WhatsAppOptIn, 'fetch'>, key: string): Client<paths> {
  return createClient<paths>({
    baseUrl: 'https://optin.clinic.example',
    headers: { authorization: `Bearer ${key}` },
    fetch: (request) => app.fetch(request),
  });
}

/** @throws {Error} with the problem, where the answer is none of the good ones */
export function dataOf<Data>({ data, error, response }: { data?: Data; error?: unknown; response: Response }): Data {
  if (data === undefined) throw new Error(`${response.status}: ${JSON.stringify(error)}`);
  return data;
}
