import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobEngineParts } from '../src/jobs/job-engine.js';
import { openWorld, type World } from './test-world.js';

let world: World;
let jobs: JobEngineParts;
beforeAll(async () => {
  world = await openWorld(
    {},
    {
      async startJobs(parts) {
        jobs = parts;
        return { wake: () => undefined, wakeAfter: () => undefined, stop: async () => undefined };
      },
    },
  );
});
afterAll(async () => {
  await world?.close();
});

const begun = (secondsAgo: number) =>
  world.database.query(
    `INSERT INTO whatsapp_optin.job_runs (name, started_at)
     VALUES ('clean-up', clock_timestamp() - make_interval(secs => $1::float8))
     ON CONFLICT (name) DO UPDATE SET started_at = excluded.started_at`,
    [secondsAgo],
  );

describe('the clean-up', () => {
  it('is due five minutes after the last one, also where the timer is a little early', async () => {
    await begun(299.9);
    expect(await jobs.claimCleanUp()).toBe(true);
  });

  it('is done by one server of two', async () => {
    await begun(301);
    expect(await Promise.all([jobs.claimCleanUp(), jobs.claimCleanUp()])).toContain(false);
  });

  it('waits where one began four minutes ago', async () => {
    await begun(240);
    expect(await jobs.claimCleanUp()).toBe(false);
  });
});

describe('what a process left when it died', () => {
  it('is unknown after the sweep of four seconds, while every vendor of a renewal hangs', async () => {
    await world.createTicket('u-1', { number: 'U1', phone: '+966500000931' });
    const { id } = await world.notify({ ticketId: 'u-1', type: 'your_turn' });
    await world.database.query(
      `UPDATE whatsapp_optin.notification_attempts SET status = 'claimed', at = clock_timestamp() - interval '121 seconds'
       WHERE notification_id = $1::uuid AND tier = 'sms'`,
      [id],
    );
    await Promise.race([Promise.all(jobs.sweep.map((look) => look())), delay(20_000, undefined, { ref: false })]);
    const document = await world.app.notifications.get(id);
    expect(document?.attempts.find(({ tier }) => tier === 'sms')).toMatchObject({ status: 'unknown' });
  });
});
