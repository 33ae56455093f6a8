import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { createLazyPart, subscribeToLosses, type LazyPart } from './lazy-part.js';
import { createFakePlatform, type FakePlatform } from './testing/index.js';

const MODULE = { words: 'loaded' };
/** First and second timed retry, at the end of their jitter. */
const RETRIES_MS = [1_000, 4_000] as const;
const ALL_RETRIES_MS = 5_000;

let platform: FakePlatform;
let part: LazyPart<typeof MODULE>;
let name: string;
let parts = 0;
/** Attempts so far, and whether the file can be had. */
let attempts: number;
let isReachable: boolean;
let consoleError: MockInstance<typeof console.error>;
const subscriptions: (() => void)[] = [];

beforeEach(() => {
  consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
  platform = createFakePlatform();
  attempts = 0;
  isReachable = false;
  // Losses belong to the page, by name.
  name = `part ${(parts += 1)}`;
  part = createLazyPart(
    name,
    async () => {
      attempts += 1;
      if (!isReachable) throw new TypeError('Failed to fetch dynamically imported module: https://cdn.example/part.js');
      return MODULE;
    },
    platform,
  );
});

afterEach(() => {
  // A part stays lost for the whole page until it is loaded.
  part.set(MODULE);
  for (const unsubscribe of subscriptions.splice(0)) unsubscribe();
  consoleError.mockRestore();
});

/** Errors of this test's part that a listener of losses gets. */
function hearLosses(): Error[] {
  const errors: Error[] = [];
  subscriptions.push(subscribeToLosses((error) => errors.push(error)));
  return errors;
}

describe('a lazy part that loads', () => {
  beforeEach(() => {
    isReachable = true;
  });

  it('reaches every listener, where one of them fails', async () => {
    const reached = vi.fn();
    subscriptions.push(
      part.subscribe(() => {
        throw new TypeError('a card that cannot render');
      }),
      part.subscribe(reached),
    );
    expect(await part.load()).toBe(MODULE);
    expect(reached).toHaveBeenCalledTimes(1);
    expect(consoleError).toHaveBeenCalledTimes(1);
  });

  it('is fetched once for any number of requests', async () => {
    const found = await Promise.all([part.load(), part.load()]);
    found.push(await part.load());
    expect(found).toEqual([MODULE, MODULE, MODULE]);
    expect(attempts).toBe(1);
  });

  it('is there for everybody once it is loaded, and not before', async () => {
    const loading = part.load();
    expect(part.get()).toBeNull();
    await loading;
    expect(part.get()).toBe(MODULE);
    expect(part.hasFailed()).toBe(false);
  });

  it('calls its listeners when it is there, and none that has left', async () => {
    const stays = vi.fn(() => expect(part.get()).toBe(MODULE));
    const leaves = vi.fn();
    part.subscribe(stays);
    part.subscribe(leaves)();
    await part.load();
    expect(stays).toHaveBeenCalledTimes(1);
    expect(leaves).not.toHaveBeenCalled();
  });

  it('calls a listener that subscribed twice for each subscription', async () => {
    const listener = vi.fn();
    part.subscribe(listener);
    part.subscribe(listener)();
    await part.load();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('sets no timer and listens to no page', async () => {
    await part.load();
    expect([platform.timersPending(), platform.listenersCount()]).toEqual([0, 0]);
  });
});

describe('a lazy part that is set, as on a server', () => {
  it('is never fetched', async () => {
    part.set(MODULE);
    expect(part.get()).toBe(MODULE);
    expect(await part.load()).toBe(MODULE);
    expect(attempts).toBe(0);
  });

  it('ends the retries of an attempt that failed', async () => {
    await part.load();
    part.set(MODULE);
    expect(part.hasFailed()).toBe(false);
    expect([platform.timersPending(), platform.listenersCount()]).toEqual([0, 0]);
  });
});

describe('a lazy part that does not load', () => {
  it('gives null instead of an error, and calls its listeners', async () => {
    const listener = vi.fn();
    part.subscribe(listener);
    expect(await part.load()).toBeNull();
    expect(part.get()).toBeNull();
    expect(part.hasFailed()).toBe(true);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('is fetched again by timer, twice', async () => {
    await part.load();
    await platform.advance(RETRIES_MS[0]);
    expect(attempts).toBe(2);
    await platform.advance(RETRIES_MS[1]);
    expect(attempts).toBe(3);
    await platform.advance(3_600_000);
    expect(attempts).toBe(3);
    expect(platform.timersPending()).toBe(0);
  });

  it.each([
    ['half of the delay', 0, 500],
    ['three quarters of it', 0.5, 750],
    ['nearly all of it', 0.99, 995],
  ])('waits %s, as chance has it', async (_share, random, delayMs) => {
    platform.random = () => random;
    await part.load();
    await platform.advance(delayMs - 1);
    expect(attempts).toBe(1);
    await platform.advance(1);
    expect(attempts).toBe(2);
  });

  it.each([
    ['comes online', (page: FakePlatform) => page.setOnline(true)],
    ['is looked at again', (page: FakePlatform) => page.show()],
  ])('is fetched again when the page %s, before its timer', async (_event, change) => {
    await part.load();
    isReachable = true;
    await change(platform);
    expect(attempts).toBe(2);
    expect(part.get()).toBe(MODULE);
  });

  it('is not fetched while the page is hidden', async () => {
    await part.load();
    await platform.hide();
    expect(attempts).toBe(1);
  });

  it('is fetched again when a prompt asks for it, and the timer of the former attempt is gone', async () => {
    await part.load();
    await part.load();
    expect(attempts).toBe(2);
    expect([platform.timersPending(), platform.listenersCount()]).toEqual([1, 1]);
  });

  it('keeps its timed retries for later when the page or a prompt asks meanwhile', async () => {
    const losses = hearLosses();
    await part.load();
    await platform.show();
    await part.load();
    expect(losses).toEqual([]);
    await platform.advance(ALL_RETRIES_MS);
    expect(attempts).toBe(5);
    expect(losses).toHaveLength(1);
  });

  it('has one attempt under way, even where page and prompt ask at once', async () => {
    await part.load();
    const asked = part.load();
    await platform.show();
    await asked;
    expect(attempts).toBe(2);
  });

  it('is there after a later attempt that succeeds, and needs no more timer', async () => {
    const listener = vi.fn();
    await part.load();
    part.subscribe(listener);
    isReachable = true;
    await platform.advance(RETRIES_MS[0]);
    expect(part.get()).toBe(MODULE);
    expect(part.hasFailed()).toBe(false);
    expect(listener).toHaveBeenCalledTimes(1);
    expect([platform.timersPending(), platform.listenersCount()]).toEqual([0, 0]);
    expect(consoleError).not.toHaveBeenCalled();
  });
});

describe('a lazy part that the timed retries did not bring', () => {
  beforeEach(async () => {
    await part.load();
  });

  it('counts as failed after the last retry, and not before', async () => {
    const losses = hearLosses();
    await platform.advance(RETRIES_MS[0]);
    expect(losses).toEqual([]);
    await platform.advance(RETRIES_MS[1]);
    expect(losses).toHaveLength(1);
  });

  it('writes one console line that names what it is for and the file', async () => {
    await platform.advance(ALL_RETRIES_MS);
    for (let visit = 0; visit < 3; visit += 1) await platform.show();
    await part.load();
    expect(consoleError).toHaveBeenCalledTimes(1);
    expect(consoleError).toHaveBeenCalledWith(expect.stringContaining(name));
    expect(consoleError).toHaveBeenCalledWith(expect.stringContaining('https://cdn.example/part.js'));
  });

  it('calls each listener of losses once, however often it is asked for after that', async () => {
    const losses = hearLosses();
    await platform.advance(ALL_RETRIES_MS);
    await platform.show();
    await part.load();
    expect(losses.map(({ message }) => message)).toEqual([expect.stringContaining('part.js')]);
  });

  it('calls a later listener, and none that has unsubscribed', async () => {
    const left = vi.fn();
    subscribeToLosses(left)();
    await platform.advance(ALL_RETRIES_MS);
    expect(hearLosses()).toHaveLength(1);
    expect(left).not.toHaveBeenCalled();
  });

  it('is fetched when the page becomes visible again, and works', async () => {
    await platform.advance(ALL_RETRIES_MS);
    isReachable = true;
    await platform.show();
    expect(part.get()).toBe(MODULE);
    expect(part.hasFailed()).toBe(false);
    expect(hearLosses()).toEqual([]);
  });

  it('is fetched when it is requested again, and works', async () => {
    await platform.advance(ALL_RETRIES_MS);
    isReachable = true;
    expect(await part.load()).toBe(MODULE);
    expect([platform.timersPending(), platform.listenersCount()]).toEqual([0, 0]);
  });

  it('gives its listeners an Error even if something else was thrown', async () => {
    // As a bundler's own loader may do.
    const importPart = vi.fn<() => Promise<typeof MODULE>>().mockRejectedValue('no network');
    const other = createLazyPart(`${name} of text`, importPart, platform);
    subscriptions.push(() => other.set(MODULE));
    const losses = hearLosses();
    await other.load();
    await platform.advance(ALL_RETRIES_MS);
    const ofText = losses.find(({ message }) => message === 'no network');
    expect(ofText).toBeInstanceOf(Error);
  });
});
