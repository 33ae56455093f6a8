import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutatedBody } from '../src/providers/testing/mutated-body.js';
import { withBody, type ProviderKit } from '../src/providers/testing/provider-kit.js';
import { startVendorServer, type VendorServer } from '../src/providers/testing/vendor-server.js';
import { post, PROVIDER_KITS } from './provider-kits.js';
import { countRows } from './row-counts.js';
import { openWorld, type World } from './test-world.js';

/** Of all vendors together; the fault run sets 60000. */
const BODIES = Number(process.env['FUZZ_BODIES'] ?? 600);
const FIXED_SEED = 20261124;
/** New each time; it stands in the name of the tests, and `FUZZ_SEED` repeats it. */
const FRESH_SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const CHUNK = 100;
/** Half of a vendor's bodies are signed, and half of each half comes from either seed. */
const BODIES_PER_TEST = Math.ceil(BODIES / PROVIDER_KITS.length / 4);
const TIMEOUT_MS = 60_000 + BODIES_PER_TEST * 60;

describe.each(PROVIDER_KITS)('$name, whatever bytes come', (kit) => {
  let vendor: VendorServer;
  let world: World;
  beforeAll(async () => {
    vendor = await startVendorServer();
    vendor.behave(kit.accepted[0]?.answer ?? (() => undefined));
    world = await openWorld({
      providers: kit.providersOptions({ secrets: [kit.secrets[0]], baseUrl: vendor.baseUrl }),
    });
  });
  afterAll(async () => {
    await world?.close();
    await vendor[Symbol.asyncDispose]();
  });

  it.each([FIXED_SEED, FRESH_SEED])(
    'answers 401 to what is not signed, and writes no row (seed %i)',
    async (seed) => {
      const before = await countRows(world.database);
      expect(await statusesOf({ world, kit, seed, secret: null })).toEqual(new Set([401]));
      expect(await countRows(world.database)).toEqual(before);
    },
    TIMEOUT_MS,
  );

  it.each([FIXED_SEED, FRESH_SEED])(
    'answers 200 or 400 to what is signed (seed %i)',
    async (seed) => {
      const statuses = await statusesOf({ world, kit, seed, secret: kit.secrets[0] });
      expect([...statuses].filter((status) => status !== 200 && status !== 400)).toEqual([]);
      expect(statuses).toContain(200);
    },
    TIMEOUT_MS,
  );
});

async function statusesOf(run: {
  world: World;
  kit: ProviderKit;
  seed: number;
  secret: string | null;
}): Promise<Set<number>> {
  const { world, kit, seed, secret } = run;
  const template = kit.buildWebhook({ messages: [] });
  const arbitrary = mutatedBody(kit.webhooks.golden());
  const statuses = new Set<number>();
  for (let done = 0; done < BODIES_PER_TEST; done += CHUNK) {
    const count = Math.min(CHUNK, BODIES_PER_TEST - done);
    const bodies = fc.sample(arbitrary, { numRuns: count, seed: seed + done });
    const answers = bodies.map(async (rawBody) => {
      const request = withBody(template, rawBody);
      const response = await post(world, secret === null ? request : kit.sign(request, secret));
      await response.arrayBuffer();
      return response.status;
    });
    for (const status of await Promise.all(answers)) statuses.add(status);
  }
  return statuses;
}
