import { createServer, request as ask, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A proxy that forwards only complete answers, as virus scanners and TLS inspection do. Nothing of a stream gets through, not
 * even its headers.
 *
 * @param target - the server behind it: `http://127.0.0.1:4000`
 */
export async function startBufferingProxy(target: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const onward = ask(new URL(request.url ?? '/', target), { method: request.method, headers: request.headers });
    onward.on('response', (answer) => {
      answer.toArray().then(
        (chunks: Buffer[]) => {
          const body = Buffer.concat(chunks);
          response.writeHead(answer.statusCode ?? 502, { ...whole(answer.headers), 'content-length': body.length });
          response.end(body);
        },
        () => response.destroy(),
      );
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** The headers of an answer that is not chunked any more. */
function whole({ 'transfer-encoding': _, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
  return headers;
}
