import { createApiClient, type ApiClient } from '../api-client.js';
import { errorMessage } from '../contract/error-messages.js';
import { OptInError } from '../contract/errors.js';
import { OPT_IN_STATES } from '../contract/opt-in-state.js';
import type { OptInCreated, OptInStatus } from '../contract/opt-ins.js';
import type { Connection } from './connection.js';
import { toOptInError } from './first-facts.js';
import { momentOf } from './initial-opt-in.js';
import { isPassing, makeOptIn } from './make-opt-in.js';
import { createOptInRequest } from './opt-in-request.js';
import type { OptInCore } from './opt-in-core.js';
import type { AdoptedOptIn } from './opt-in.js';
import { holdCreation, joinConnection, type CreationHold } from './page-registry.js';
import { createResumption, type Resumption } from './resumption.js';
import { createRetryTimer } from './retry-timer.js';

/** A code that is born with less to live than this was dated by a clock that differs from the page's. */
const SHORTEST_LIFE_MS = 30_000;
const RECHECK_MS = 60_000;
/** Before the server has said how long a code lives. */
const USUAL_LIFE_MS = 3_600_000;
/** A later try takes a fresh key: the server may have made the opt-in at an earlier one, and its code would soon lapse. */
const KEY_LIFE_MS = USUAL_LIFE_MS / 2;

/** The opt-in's side towards the server: makes it, follows it, watches its clock. */
export interface LiveLine {
  start(): void;
  stop(): void;
  /** Forgets the opt-in, so that the next `start` makes a fresh one. */
  renew(): void;
  /** Asks now. Never rejects. */
  refresh(): Promise<void>;
  /** The page is looked at again, or back online. */
  resume(): void;
}

export interface LiveLineOptions {
  core: OptInCore;
  api: ApiClient;
  server: string;
  /** There is an opt-in to follow. */
  onOptIn: (optIn: AdoptedOptIn) => void;
}

export function createApiClientFor({ options, platform }: OptInCore): ApiClient {
  return createApiClient({
    server: options.server ?? '',
    publishableKey: options.publishableKey,
    fetch: (url, init) => platform.fetch(url, init),
    setTimer: (task, delayMs) => platform.setTimer(task, delayMs),
  });
}

export function createLiveLine({ core, api, server, onOptIn }: LiveLineOptions): LiveLine {
  const { options, platform, facts, update, happen } = core;
  /** Replaced when the line stops: what was begun before then does nothing any more. */
  let life: object | null = null;
  let making: Promise<void> | null = null;
  let hold: CreationHold | null = null;
  let connection: Connection | null = null;
  let idempotencyKey: string | null = null;
  let keyMadeAt = 0;
  let resumption: Resumption | null = null;
  let clocksDiffer = false;
  let cancelTimer = () => {};
  /** The server could not be asked for an opt-in: `failed` is not the last word. */
  let mayHeal = false;
  const retries = createRetryTimer(platform, retry);

  core.onState(({ state }) => {
    if (state === 'connected') {
      connection?.settle();
      keepForReload();
    } else if (state !== 'idle' && state !== 'waiting') {
      hangUp();
      if (state !== 'failed') giveUpRetrying();
      if (!mayHeal) resumption?.forget();
    } else if (state === 'waiting') {
      connection?.expectMessage();
    }
    watchTheClock();
  });

  function fail(cause: unknown): void {
    const error = toOptInError(cause);
    if (error.code === 'EXPIRED') happen({ type: 'lapsed' });
    else if (facts().state === 'failed') update({ error, reason: error.code });
    else happen({ type: 'failed' }, { error, reason: error.code });
  }

  function forgetKey(): void {
    idempotencyKey = null;
    resumption?.forget();
  }

  function giveUpRetrying(): void {
    mayHeal = false;
    retries.cancel();
    retries.reset();
  }

  /** The server's word, whether it came by stream or by asking. */
  function receive(status: OptInStatus): void {
    if (!OPT_IN_STATES.includes(status?.state)) return;
    const before = facts();
    const sessionEndsAt = momentOf(status.sessionExpiresAt) ?? before.sessionEndsAt;
    const expiresAt = momentOf(status.expiresAt) ?? before.expiresAt;
    const error = status.state === 'failed' ? new OptInError('SERVER_ERROR', errorMessage('SERVER_ERROR')) : null;
    const reason = error?.code ?? (status.state === 'declined' ? 'skipped' : null);
    if (happen({ type: 'reported', state: status.state }, { sessionEndsAt, expiresAt, error, reason })) return;
    // Connected, and the session of which it told is gone from the answer: STOP has ended it before its time.
    if (status.state === 'connected' && status.sessionExpiresAt === undefined && sessionEndsAt !== null) endSession();
    if (sessionEndsAt === facts().sessionEndsAt && expiresAt === facts().expiresAt) return;
    const goesOn = sessionEndsAt !== null && sessionEndsAt > platform.now();
    update({ sessionEndsAt, expiresAt, sessionEnded: facts().sessionEnded && !goesOn });
    keepForReload();
    watchTheClock();
  }

  function keepForReload(): void {
    const { state, expiresAt, sessionEndsAt } = facts();
    const until = state === 'connected' ? sessionEndsAt : expiresAt;
    if (idempotencyKey && until) resumption?.keep(idempotencyKey, until);
  }

  /**
   * Sets the one timer: the end of the code's life, or of the session.
   *
   * @param isUnknown - the server could not be asked about an end that has come.
   */
  function watchTheClock(isUnknown = false): void {
    cancelTimer();
    if (!life) return;
    const { state, expiresAt, sessionEndsAt, sessionEnded } = facts();
    const open = state === 'idle' || state === 'waiting';
    const endsAt = open ? expiresAt : state === 'connected' && !sessionEnded ? sessionEndsAt : null;
    if (endsAt === null) return;
    const leftMs = endsAt - platform.now();
    const isRecheck = isUnknown || (open && clocksDiffer);
    cancelTimer = platform.setTimer(() => void timeIsUp(), isRecheck ? RECHECK_MS : Math.max(0, leftMs));
  }

  /** The server has the last word: the message may have come in the last second, or another one has prolonged the session. */
  async function timeIsUp(): Promise<void> {
    const mine = life;
    const hasAnswered = await connection?.refresh();
    if (!mine || mine !== life) return;
    const { state, expiresAt, sessionEndsAt } = facts();
    if (state === 'connected' && sessionEndsAt !== null && sessionEndsAt <= platform.now()) endSession();
    else if (hasAnswered && !clocksDiffer && expiresAt !== null && expiresAt <= platform.now())
      happen({ type: 'lapsed' });
    watchTheClock(!hasAnswered);
  }

  function endSession(): void {
    if (facts().state !== 'connected' || facts().sessionEnded) return;
    update({ sessionEnded: true });
    resumption?.forget();
    core.emit({ type: 'sessionended' });
  }

  function hangUp(): void {
    connection?.stop();
    connection = null;
  }

  function connect(): void {
    const { optIn, state } = facts();
    if (!optIn || connection || !(state === 'idle' || state === 'waiting' || state === 'connected')) return;
    connection = joinConnection({ platform, api, server, access: optIn, onStatus: receive, onRefused: fail });
    if (state === 'connected') connection.settle();
    // A QR is scanned by another device: this page sees no tap.
    else if (state === 'waiting' || core.look().view.qr) connection.expectMessage();
    connection.start();
    watchTheClock();
  }

  /** Asks once more for the opt-in that could not be made. The card keeps its plain link meanwhile. */
  function retry(): void {
    const mine = life;
    if (!mine || making || !mayHeal || !platform.isVisible()) return;
    if (platform.now() - keyMadeAt > KEY_LIFE_MS) forgetKey();
    making = make(mine, 1);
  }

  async function make(mine: object, attempts?: number): Promise<void> {
    try {
      const { request, agreed } = await createOptInRequest(core);
      if (life !== mine) return;
      const same = JSON.stringify([server, options.publishableKey, request]);
      // A screen that everyone uses goes on with nobody's opt-in.
      const isShared = core.look().view.display === 'kiosk';
      resumption = platform.session && !isShared ? await createResumption(platform, same) : null;
      if (life !== mine) return;
      if (!idempotencyKey) keyMadeAt = platform.now();
      const key = (idempotencyKey ??= resumption?.key() ?? platform.randomId());
      // At once, so that another place of the page that asks for the same writes no other.
      resumption?.keep(key, platform.now() + USUAL_LIFE_MS);
      hold?.release(false);
      hold = holdCreation(platform, same, (signal) => makeOptIn({ api, platform, signal, attempts }, request, key));
      const optIn: OptInCreated | null = await hold.created;
      if (!optIn || life !== mine) return;
      const expiresAt = momentOf(optIn.expiresAt);
      clocksDiffer = expiresAt !== null && expiresAt - platform.now() < SHORTEST_LIFE_MS;
      giveUpRetrying();
      if (facts().state === 'failed') happen({ type: 'restarted' }, { optIn, expiresAt, agreed });
      else update({ optIn, expiresAt, agreed });
      keepForReload();
      onOptIn(optIn);
      connect();
    } catch (error) {
      if (life !== mine) return;
      mayHeal = isPassing(error);
      fail(error);
      if (mayHeal) retries.schedule();
    } finally {
      if (life === mine) making = null;
    }
  }

  return {
    start() {
      if (life) return;
      const mine = (life = {});
      const { optIn, state } = facts();
      if (optIn) {
        onOptIn(optIn);
        connect();
      } else if (state === 'idle' || state === 'waiting') {
        making = make(mine);
      } else if (state === 'failed' && mayHeal) {
        retries.schedule();
      }
    },
    stop() {
      life = null;
      making = null;
      hold?.release(false);
      hold = null;
      hangUp();
      cancelTimer();
      retries.cancel();
    },
    renew() {
      giveUpRetrying();
      hold?.release(true);
      hold = null;
      forgetKey();
    },
    async refresh() {
      await making;
      await connection?.refresh();
    },
    resume() {
      watchTheClock();
      if (platform.isOnline()) retry();
    },
  };
}
