import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface ReceivedEvent {
  id: string;
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

/** What it answers; `null`: it hangs up. */
export type Answer = { status: number; headers?: Record<string, string> } | null;

/** An address of the host on loopback, which checks each signature with the library that hosts use. */
export async function openReceiver(answer: (event: ReceivedEvent) => Answer = () => ({ status: 204 })) {
  const taken: ReceivedEvent[] = [];
  const requests: { headers: IncomingHttpHeaders; body: string }[] = [];
  let secrets: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { headers } = request;
      requests.push({ headers, body });
      if (!secrets.some((secret) => isSigned(secret, body, headers))) return void response.writeHead(401).end();
      const event = { id: String(headers['webhook-id']), ...(JSON.parse(body) as Omit<ReceivedEvent, 'id'>) };
      const given = answer(event);
      if (given === null) return void request.socket.destroy();
      if (given.status < 300) taken.push(event);
      response.writeHead(given.status, given.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/events`,
    /** Events that it took, in their order; a repeated one twice. */
    taken,
    requests,
    trust(...given: string[]): void {
      secrets = given;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;

function isSigned(secret: string, body: string, headers: IncomingHttpHeaders): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}
