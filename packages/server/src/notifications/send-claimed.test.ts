import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_EXPIRED, LONGEST_CLAIM_MS, sendClaimed, type Clocks } from './send-claimed.js';
import { NO_RESULT, type SendResult } from './send-result.js';

const ACCEPTED: SendResult = { ...NO_RESULT, status: 'accepted', deliveredTo: '+966500000001' };

/** Clocks that a test sets: the wall clock goes on while the machine is suspended, the other stands still. */
function createClocks() {
  const now = { monotonicMs: 5_000, wallMs: Date.parse('2026-11-30T10:00:00Z') };
  const clocks: Clocks = { monotonicMs: () => now.monotonicMs, wallMs: () => now.wallMs };
  const pass = ({ awakeMs = 0, suspendedMs = 0, setMs = 0 }): void => {
    now.monotonicMs += awakeMs;
    now.wallMs += awakeMs + suspendedMs + setMs;
  };
  return { clocks, pass };
}

/** One send whose claim takes so long. */
async function sendAfter(
  pause: { awakeMs?: number; suspendedMs?: number; setMs?: number },
  refused: string | null = null,
) {
  const { clocks, pass } = createClocks();
  let calls = 0;
  const claim = async () => {
    pass(pause);
    return refused;
  };
  const result = await sendClaimed(clocks, claim, async () => {
    calls += 1;
    return ACCEPTED;
  });
  return { result, calls };
}

describe('a claimed send', () => {
  it('is made while its claim is young', async () => {
    expect(await sendAfter({ awakeMs: LONGEST_CLAIM_MS })).toEqual({ result: ACCEPTED, calls: 1 });
  });

  it.each([
    ['the network held the answer of the claim', { awakeMs: 200_000 }],
    ['the process was frozen', { awakeMs: LONGEST_CLAIM_MS + 1 }],
    ['the machine was suspended', { suspendedMs: 180_000 }],
  ])('is not made where %s', async (_what, pause) => {
    expect(await sendAfter(pause)).toEqual({ result: CLAIM_EXPIRED, calls: 0 });
  });

  it('is made though somebody sets the wall clock back', async () => {
    expect(await sendAfter({ awakeMs: 50, setMs: -3_600_000 })).toEqual({ result: ACCEPTED, calls: 1 });
  });

  it('is refused by its claim, whatever its age', async () => {
    expect(await sendAfter({ awakeMs: 200_000 }, 'opted_out')).toEqual({ result: 'opted_out', calls: 0 });
  });

  it('never follows its claim by more than the limit, whatever the pauses', async () => {
    const pause = fc.record({
      awakeMs: fc.nat(30_000),
      suspendedMs: fc.nat(30_000),
      setMs: fc.integer({ min: -30_000, max: 0 }),
    });
    const refusal = fc.option(fc.constantFrom('opted_out', 'no_active_session'), { nil: null });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(pause, refusal), { minLength: 1, maxLength: 20 }), async (sends) => {
        for (const [passed, refused] of sends) {
          const { calls } = await sendAfter(passed, refused);
          const ageMs = Math.max(passed.awakeMs, passed.awakeMs + passed.suspendedMs + passed.setMs);
          expect(calls).toBe(refused === null && ageMs <= LONGEST_CLAIM_MS ? 1 : 0);
        }
      }),
    );
  });
});
