import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between the server and its database, as a network that loses connections without a word. */
export interface TcpProxy {
  port: number;
  /** Swallows what comes over the connections that stand; new ones work. As after a failover or a lost NAT entry. */
  swallowExisting(): void;
  /** Whether new connections are swallowed as well. */
  swallowNew(isSwallowed: boolean): void;
  close(): Promise<void>;
}

export async function openTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let swallowsNew = false;
  const swallow = ([near, far]: readonly [Socket, Socket]): void => {
    near.unpipe(far);
    far.unpipe(near);
    // Read and dropped: the kernel acknowledges every byte, as a frozen host's does.
    near.resume();
    far.resume();
  };
  const server = createServer((near) => {
    const far = connect(target);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        near.destroy();
        far.destroy();
        pairs.delete(pair);
      });
    }
    if (swallowsNew) return swallow(pair);
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    swallowExisting: () => pairs.forEach(swallow),
    swallowNew: (isSwallowed) => void (swallowsNew = isSwallowed),
    async close() {
      for (const pair of pairs) pair.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
