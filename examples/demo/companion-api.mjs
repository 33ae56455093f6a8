/**
 * The companion server as a host's backend uses it: over its HTTP API, with the secret key.
 *
 * @param {{ fetch: (request: Request) => Promise<Response>, baseUrl: string, secretKey: string }} options
 */
export function createCompanionApi({ fetch, baseUrl, secretKey }) {
  /** @param {string} method @param {string} path @param {unknown} [body] @param {string} [key] */
  async function call(method, path, body, key = secretKey) {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(new Request(new URL(path, baseUrl), init));
    const answer = response.status === 204 ? null : await response.json();
    if (!response.ok) throw new Error(`${method} ${path.split('?')[0]} answered ${response.status}: ${answer.detail}`);
    return answer;
  }

  return {
    /** @param {string} ticketId @param {object} ticket */
    putTicket: (ticketId, ticket) => call('PUT', `/api/tickets/${encodeURIComponent(ticketId)}`, ticket),
    /** @param {string} ticketId @param {{ almost?: number }} request */
    callTicket: (ticketId, request) => call('POST', `/api/tickets/${encodeURIComponent(ticketId)}/call`, request),
    /** @param {object} request */
    createOptIn: (request) => call('POST', '/api/opt-ins', request),
    /** @param {{ id: string, clientToken: string }} optIn */
    readOptIn: ({ id, clientToken }) => call('GET', `/api/opt-ins/${id}`, undefined, clientToken),
    /** What a page tells of itself. @param {{ id: string, clientToken: string }} optIn @param {string} type */
    tell: ({ id, clientToken }, type) => call('POST', `/api/opt-ins/${id}/events`, { type }, clientToken),
    pushPublicKey: () => call('GET', '/api/push/public-key'),
    /** @param {object} request */
    subscribeToPush: (request) => call('POST', '/api/push/subscriptions', request),
    /** @param {object} request */
    notify: (request) => call('POST', '/api/notifications', request),
    /** A short-lived token for a page of staff. */
    staffToken: () => call('POST', '/api/admin/staff-tokens', { role: 'manager', name: 'Front desk' }),
  };
}

/** @typedef {ReturnType<typeof createCompanionApi>} CompanionApi */
