/**
 * Asks who is signed in while the console still loads. The first request of the console for that address receives the answer;
 * every other request goes out as usual.
 *
 * @param server - path before `/api`: `''`, `/whatsapp`
 */
export function startEarlySession(server: string): typeof fetch {
  const address = `${server}/api/admin/session`;
  let early: Promise<Response> | null = fetch(address, { credentials: 'same-origin' });
  // Without an answer the console asks again, and says what is wrong.
  early.catch(() => (early = null));
  return (input, init) => {
    const isFirst = early !== null && input === address && (init?.method ?? 'GET') === 'GET';
    if (!isFirst || !early) return fetch(input, init);
    const answer = early;
    early = null;
    return answer;
  };
}
