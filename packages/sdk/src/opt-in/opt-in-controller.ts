import { createApiClient } from '../api-client.js';
import { browserPlatform } from '../browser-platform.js';
import { OptInError, errorMessage } from '../contract/errors.js';
import type { CreateOptInRequest, OptInStatus } from '../contract/opt-ins.js';
import { OPT_IN_STATES } from '../contract/opt-in-state.js';
import type { Translator } from '../translator.js';
import { createConnection, type Connection } from './connection.js';
import { firstFacts, momentOf, toOptInError } from './first-facts.js';
import { createFunnel } from './funnel.js';
import { makeOptIn } from './make-opt-in.js';
import type { OptIn, OptInEvent, OptInOptions, OptInSnapshot } from './opt-in.js';
import { deviceOf, ownOptions, returnablePageUrl } from './opt-in-settings.js';
import { getOptInSnapshot, type OptInFacts } from './opt-in-snapshot.js';
import { transition, type OptInHappening } from './opt-in-transition.js';

/** A code that is born with less to live than this was dated by a clock that differs from the page's. */
const SHORTEST_LIFE_MS = 30_000;
const RECHECK_MS = 60_000;

/** Finds the words for the first of these BCP 47 tags that has any, else English. */
export type WordsFor = (tags: readonly string[]) => Translator;

/** `createOptIn` with words of the caller's choice: for a page that loads one catalogue, not all. */
export function createOptInController(given: OptInOptions, wordsFor: WordsFor): OptIn {
  const options = ownOptions(given);
  const platform = options.platform ?? browserPlatform;
  const listeners = new Set<() => void>();
  const wordsOf = (locale: string | undefined) => wordsFor([...(locale ? [locale] : []), ...platform.languages()]);
  let translator = options.translator ?? wordsOf(options.locale);
  let facts: OptInFacts = firstFacts(options, translator, platform);
  let snapshot: OptInSnapshot | null = null;
  const api =
    options.server && !options.testState && facts.state !== 'failed'
      ? createApiClient({
          server: options.server,
          publishableKey: options.publishableKey,
          fetch: (url, init) => platform.fetch(url, init),
          setTimer: (task, delayMs) => platform.setTimer(task, delayMs),
        })
      : null;
  let funnel = api && createFunnel(platform, api);

  /** Aborted when the opt-in stops or is replaced; `null` while nothing runs. */
  let life: AbortController | null = null;
  let making: Promise<void> | null = null;
  let connection: Connection | null = null;
  let idempotencyKey: string | null = null;
  let clocksDiffer = false;
  let announced = false;
  let cancelTimer = () => {};
  let stopListening = () => {};

  function update(change: Partial<OptInFacts>): void {
    facts = { ...facts, ...change };
    snapshot = null;
    for (const listener of [...listeners]) guard(listener);
  }

  function emit(event: OptInEvent): void {
    guard(() => options.onEvent?.(event));
  }

  function happen(happening: OptInHappening, change: Partial<OptInFacts> = {}): boolean {
    const previous = facts.state;
    const state = transition(previous, happening);
    if (state === previous) return false;
    update({ reason: null, error: null, ...change, state });
    if (state === 'connected') connection?.settle();
    else if (state !== 'idle' && state !== 'waiting') hangUp();
    watchTheClock();
    emit({ type: 'statechange', state, previous, reason: facts.reason });
    if (state === 'connected') emit({ type: 'connected', sessionExpiresAt: look().sessionExpiresAt });
    if (state === 'expired') emit({ type: 'expired' });
    if (state === 'failed' && facts.error) emit({ type: 'failure', error: facts.error });
    return true;
  }

  function fail(cause: unknown): void {
    const error = toOptInError(cause);
    if (error.code === 'EXPIRED') happen({ type: 'lapsed' });
    else happen({ type: 'failed' }, { error, reason: error.code });
  }

  /** The server's word, whether it came by stream or by asking. */
  function receive(status: OptInStatus): void {
    if (!OPT_IN_STATES.includes(status?.state)) return;
    const sessionEndsAt = momentOf(status.sessionExpiresAt) ?? facts.sessionEndsAt;
    const expiresAt = momentOf(status.expiresAt) ?? facts.expiresAt;
    const error = status.state === 'failed' ? new OptInError('SERVER_ERROR', errorMessage('SERVER_ERROR')) : null;
    const reason = error?.code ?? (status.state === 'declined' ? 'skipped' : null);
    if (happen({ type: 'reported', state: status.state }, { sessionEndsAt, expiresAt, error, reason })) return;
    // Connected, and the session of which it told is gone from the answer: STOP has ended it before its time.
    if (status.state === 'connected' && status.sessionExpiresAt === undefined && sessionEndsAt !== null) endSession();
    if (sessionEndsAt === facts.sessionEndsAt && expiresAt === facts.expiresAt) return;
    const goesOn = sessionEndsAt !== null && sessionEndsAt > platform.now();
    update({ sessionEndsAt, expiresAt, sessionEnded: facts.sessionEnded && !goesOn });
    watchTheClock();
  }

  function look(): OptInSnapshot {
    snapshot ??= getOptInSnapshot(facts, {
      options,
      translator,
      device: deviceOf(platform),
      now: platform.now(),
      timeZone: platform.timeZone(),
    });
    return snapshot;
  }

  /** Sets the one timer: the end of the code's life, or of the session. */
  function watchTheClock(): void {
    cancelTimer();
    if (!life || !api) return;
    const open = facts.state === 'idle' || facts.state === 'waiting';
    const endsAt = open
      ? facts.expiresAt
      : facts.state === 'connected' && !facts.sessionEnded
        ? facts.sessionEndsAt
        : null;
    if (endsAt === null) return;
    const leftMs = endsAt - platform.now();
    cancelTimer = platform.setTimer(() => void timeIsUp(), open && clocksDiffer ? RECHECK_MS : Math.max(0, leftMs));
  }

  /** The server has the last word: the message may have come in the last second, or another one has prolonged the session. */
  async function timeIsUp(): Promise<void> {
    const mine = life;
    await connection?.refresh();
    if (!mine || mine !== life) return;
    const { state, sessionEndsAt } = facts;
    if (state === 'connected' && sessionEndsAt !== null && sessionEndsAt <= platform.now()) {
      endSession();
    } else if (!clocksDiffer && facts.expiresAt !== null && facts.expiresAt <= platform.now()) {
      happen({ type: 'lapsed' });
    }
    watchTheClock();
  }

  function endSession(): void {
    if (facts.state !== 'connected' || facts.sessionEnded) return;
    update({ sessionEnded: true });
    emit({ type: 'sessionended' });
  }

  function hangUp(): void {
    connection?.stop();
    connection = null;
  }

  function connect(): void {
    const { optIn, state } = facts;
    if (!api || !optIn || connection || !(state === 'idle' || state === 'waiting' || state === 'connected')) return;
    connection = createConnection({ platform, api, access: optIn, onStatus: receive, onRefused: fail });
    if (state === 'connected') connection.settle();
    connection.start();
    watchTheClock();
  }

  async function make(mine: AbortController): Promise<void> {
    if (!api) return;
    try {
      idempotencyKey ??= platform.randomId();
      const request: CreateOptInRequest = {
        ...(options.ticketId && { ticketId: options.ticketId }),
        ...(options.ticketNumber && { ticketNumber: options.ticketNumber }),
        ...(options.ticketToken && { ticketToken: options.ticketToken }),
        ...(options.messageStyle && { messageStyle: options.messageStyle }),
        locale: translator.locale,
        ...returnablePageUrl(platform),
      };
      const optIn = await makeOptIn({ api, platform, signal: mine.signal }, request, idempotencyKey);
      if (!optIn || life !== mine) return;
      const expiresAt = momentOf(optIn.expiresAt);
      clocksDiffer = expiresAt !== null && expiresAt - platform.now() < SHORTEST_LIFE_MS;
      update({ optIn, expiresAt });
      funnel?.attach(optIn);
      connect();
      announce();
    } catch (error) {
      if (life === mine) fail(error);
    }
  }

  function announce(): void {
    if (announced) return;
    announced = true;
    emit({ type: 'ready' });
  }

  function start(): void {
    if (life) return;
    const mine = (life = new AbortController());
    const stopPage = platform.onChange(() => {
      // Timers sleep with the machine, and "tomorrow" may have become "today".
      if (!platform.isVisible()) return;
      if (facts.state === 'failed' && facts.reason === 'NETWORK' && api && platform.isOnline()) return guard(restart);
      watchTheClock();
      if (facts.state === 'connected') update({});
    });
    const stopWords = options.translator?.onChange?.(() => update({}));
    stopListening = () => {
      stopPage();
      stopWords?.();
    };
    if (facts.error && !announced && !options.testState) emit({ type: 'failure', error: facts.error });
    if (facts.state === 'failed' || !api) announce();
    else if (facts.optIn) {
      funnel?.attach(facts.optIn);
      connect();
      announce();
    } else if (facts.state === 'idle' || facts.state === 'waiting') {
      making = make(mine).finally(() => {
        if (life === mine) making = null;
      });
    }
  }

  function stop(): void {
    life?.abort();
    life = null;
    making = null;
    hangUp();
    cancelTimer();
    stopListening();
  }

  function restart(): void {
    const over = facts.state === 'connected' ? facts.sessionEnded : facts.state !== 'idle' && facts.state !== 'waiting';
    if (!over) return;
    const running = life !== null;
    stop();
    idempotencyKey = null;
    funnel = api && createFunnel(platform, api);
    const { optIn: _spent, ...anew } = options;
    const fresh = firstFacts({ ...anew, testState: options.testState && 'idle' }, translator, platform);
    const previous = facts.state;
    update(fresh);
    if (fresh.state !== previous) {
      emit({ type: 'statechange', state: fresh.state, previous, reason: fresh.reason });
    }
    if (running) start();
  }

  return {
    getSnapshot: look,
    subscribe(listener) {
      const mine = () => listener();
      listeners.add(mine);
      guard(start);
      return () => {
        if (listeners.delete(mine) && listeners.size === 0) guard(stop);
      };
    },
    open() {
      guard(() => {
        const offered = facts.state === 'failed' && look().href !== null;
        if (!offered && facts.state !== 'idle' && facts.state !== 'waiting') return;
        funnel?.report('link_open');
        const first = facts.state !== 'waiting';
        happen({ type: 'opened' });
        if (first) emit({ type: 'optin' });
      });
    },
    decline(reason) {
      guard(() => {
        const said = reason === 'no_whatsapp' ? reason : 'skipped';
        if (!happen({ type: 'declined' }, { reason: said })) return;
        funnel?.report(said === 'skipped' ? 'skipped' : 'declined');
        emit({ type: 'skip', reason: said });
      });
    },
    async refresh() {
      guard(start);
      await making;
      await connection?.refresh();
    },
    restart() {
      guard(restart);
    },
    setLocale(wanted) {
      guard(() => {
        translator = options.translator ?? wordsOf(wanted);
        update({});
      });
    },
    destroy() {
      guard(stop);
    },
  };
}

/** What breaks in the host's own listener, or here, must not break the host's page. */
function guard(task: () => void): void {
  try {
    task();
  } catch (error) {
    console.error(error);
  }
}
