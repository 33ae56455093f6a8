import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-audit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function audit(content: string | Buffer, ...args: string[]) {
  const file = path.join(folder, typeof content === 'string' ? 'log.csv' : 'log.csv.gz');
  await writeFile(file, content);
  const printed = { out: '', err: '' };
  const code = await runCli(['audit', file, ...args], {
    env: {},
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    stop: new AbortController().signal,
  });
  return { code, ...printed };
}

const totalsOf = async (content: string, ...args: string[]) =>
  (JSON.parse((await audit(content, '--json', ...args)).out) as { totals: Record<string, number> }).totals;

const LOG = `direction,phone,time,type
out,+966500000001,2026-11-01T08:00:00Z,ticket_created
in,+966500000001,2026-11-01T09:00:00Z,
out,966500000001,2026-11-02T09:00:00Z,your_turn
out,+966 50 000 0001,2026-11-02T09:00:01Z,your_turn
out,+966500000002,2026-11-02T10:00:00Z,your_turn
`;

describe('the command audit', () => {
  it('counts by day and type what was sent outside of 24 hours after the customer wrote', async () => {
    const { code, out, err } = await audit(LOG, '--json');
    expect([code, err, JSON.parse(out)]).toEqual([
      0,
      '',
      {
        timeZone: 'UTC',
        days: [
          { day: '2026-11-01', type: 'ticket_created', sent: 1, unsolicited: 1 },
          { day: '2026-11-02', type: 'your_turn', sent: 3, unsolicited: 2 },
        ],
        totals: { rows: 5, received: 1, sent: 4, unsolicited: 3, customers: 2, neverWrote: 1 },
        unreadable: null,
      },
    ]);
  });

  it('prints a table and no phone', async () => {
    const { out } = await audit(LOG);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'day (UTC)   type            sent  unsolicited',
      '2026-11-01  ticket_created     1            1',
    ]);
    expect(out).toContain('3 of 4 messages (75 %) would have been unsolicited');
    expect(out).not.toMatch(/9665\d/);
  });

  it('judges the same in whatever order the rows stand', async () => {
    const [header, ...rows] = LOG.trim().split('\n');
    const backwards = [header, ...rows.reverse()].join('\n');
    expect(await totalsOf(backwards)).toEqual(await totalsOf(LOG));
  });

  it('joins windows, whichever message comes first', async () => {
    const hours = [40, 0, 20, 60, 200];
    const inbound = hours.map((hour) => `in,+966500000001,${new Date(hour * 3_600_000 + 1e12).toISOString()}`);
    const sent = [0, 84, 85, 199, 200, 224, 225].map(
      (hour) => `out,+966500000001,${(hour * 3_600_000 + 1e12) / 1_000}`,
    );
    // 85, 199 and 225 lie outside.
    const log = ['direction,phone,time', ...inbound, ...sent].join('\n');
    expect(await totalsOf(log)).toMatchObject({ sent: 7, unsolicited: 3 });
  });

  it.each([
    [
      'semicolons and a byte order mark',
      '\ufeffDirection;Phone Number;Sent At\nInbound;966500000001;2026-11-01 08:00\nOutbound;966500000001;2026-11-01 09:00:00+00:00\n',
    ],
    [
      'Twilio',
      'From,To,Direction,DateSent\nwhatsapp:+966500000001,whatsapp:+966500000000,inbound,2026-11-01T08:00:00Z\nwhatsapp:+966500000000,whatsapp:+966500000001,outbound-api,2026-11-01T09:00:00Z\n',
    ],
    [
      'UltraMsg',
      'fromMe,from,to,timestamp\nfalse,966500000001@c.us,966500000000@c.us,1700000000\ntrue,966500000000@c.us,966500000001@c.us,1700000001000\n',
    ],
    [
      'quotes and tabs',
      '"direction"\t"phone"\t"time"\n"in"\t"+966500000001"\t"2026-11-01"\n"out"\t"+966500000001"\t"2026-11-01"\n',
    ],
  ])('reads a log of %s', async (_name, content) => {
    expect(await totalsOf(content)).toMatchObject({ received: 1, sent: 1, unsolicited: 0 });
  });

  it('reads a packed log, and counts the days of a time zone', async () => {
    const { out } = await audit(
      gzipSync('direction,phone,time\nout,+966500000001,2026-11-01T22:00:00Z\n'),
      '--time-zone',
      'Asia/Riyadh',
    );
    expect(out).toContain('2026-11-02');
  });

  it('says of the log in the guide what the guide shows', async () => {
    const guide = await readFile(new URL('../../../../docs/moving-from-outbound.md', import.meta.url), 'utf8');
    const block = (language: string) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(guide)?.[1] ?? '';
    expect(`${(await audit(block('csv'))).out}\n`).toBe(block('text'));
  });

  it('names what the first line lacks, and what it accepts', async () => {
    const { code, out, err } = await audit('who,when\nx,y\n');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('lacks direction, phone, time. It has: who, when.');
    expect(err).toContain('phone number, customer phone');
    expect(err).toContain('both from and to');
  });

  it('leaves out what it cannot read, and says so without the row', async () => {
    const { code, err } = await audit(`${LOG}out,Jane,2026-11-02T10:00:00Z,x\nmaybe,+966500000001,2026-11-02,x\n`);
    expect([code, err]).toEqual([0, '2 of 7 rows are left out: the first is on line 7, whose phone cannot be read.']);
    expect(await audit('direction,phone,time\nx,y,z\n')).toMatchObject({ code: 1 });
  });
});
