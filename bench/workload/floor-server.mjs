// @ts-check
import './end-with-parent.mjs';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { APP_SECRET } from './meta-webhook.mjs';

/**
 * The least that any intake of webhooks must do: check the signature, parse, and store session and message in one
 * statement of PostgreSQL. What is measured of ours is measured against this, in the same run.
 */
const [databaseUrl] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 });
pool.on('error', () => {});
await pool.query(`create table if not exists floor_session (id bigint generated always as identity primary key, phone text not null unique,
  expires_at timestamptz not null, inbound_count int not null default 1);
create table if not exists floor_message (id bigint generated always as identity primary key, session_id bigint not null,
  message_id text not null unique, body jsonb not null)`);

const STORE = `with s as (insert into floor_session (phone, expires_at) values ($1, now() + interval '24 hours')
  on conflict (phone) do update set expires_at = excluded.expires_at, inbound_count = floor_session.inbound_count + 1 returning id)
insert into floor_message (session_id, message_id, body) select id, $2, $3::jsonb from s on conflict (message_id) do nothing`;

const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => void answer(Buffer.concat(chunks)).then((status) => response.writeHead(status).end('{}')));

  /** @param {Buffer} raw */
  async function answer(raw) {
    const given = Buffer.from(String(request.headers['x-hub-signature-256'] ?? '').slice('sha256='.length), 'hex');
    const right = createHmac('sha256', APP_SECRET).update(raw).digest();
    if (given.length !== right.length || !timingSafeEqual(given, right)) return 401;
    const message = JSON.parse(raw.toString()).entry[0].changes[0].value.messages[0];
    await pool.query({ name: 'store', text: STORE, values: [message.from, message.id, JSON.stringify(message)] });
    return 200;
  }
});
server.listen(0, '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/webhook` }));
});
