import { describe, expect, it } from 'vitest';
import { examinePublicUrl } from './examine-public-url.js';

const healthy = () => Promise.resolve(Response.json({ status: 'ok' }));
const away = () => Promise.reject(new TypeError('fetch failed'));

describe('examinePublicUrl', () => {
  it('is content where this server answers over TLS', async () => {
    expect(await examinePublicUrl('https://clinic.example/wa', healthy)).toMatchObject([{ level: 'ok' }]);
  });

  it.each([
    ['nobody answers', away],
    ['something else answers', () => Promise.resolve(new Response('<html>', { status: 200 }))],
    ['another service answers', () => Promise.resolve(Response.json({ status: 'up' }))],
    ['it fails', () => Promise.resolve(Response.json({ status: 'ok' }, { status: 502 }))],
  ])('finds a problem where %s', async (_name, fetch) => {
    expect(await examinePublicUrl('https://clinic.example', fetch)).toMatchObject([{ level: 'problem' }]);
  });

  it.each(['http://localhost:4000', 'http://127.0.0.1:4000/wa', 'http://[::1]:4000'])(
    'says of %s that it is on this machine',
    async (url) => {
      const [finding] = await examinePublicUrl(url, away);
      expect(finding).toMatchObject({
        level: 'warning',
        message: expect.stringContaining('on this machine') as string,
      });
    },
  );

  it('warns of plain http', async () => {
    expect(await examinePublicUrl('http://clinic.example', healthy)).toMatchObject([{ level: 'warning' }]);
  });
});
