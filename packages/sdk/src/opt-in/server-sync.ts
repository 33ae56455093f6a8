import { createApiClient, type ApiClient } from '../api-client.js';
import { errorMessage } from '../contract/error-messages.js';
import { OptInError } from '../contract/errors.js';
import { OPT_IN_STATES } from '../contract/opt-in-state.js';
import type { OptInCreated, OptInStatus } from '../contract/opt-ins.js';
import type { Connection } from './connection.js';
import { toOptInError } from './initial-context.js';
import { momentOf } from './initial-opt-in.js';
import { isPassing, makeOptIn } from './make-opt-in.js';
import { createOptInRequest } from './opt-in-request.js';
import type { OptInCore } from './opt-in-core.js';
import type { AdoptedOptIn } from './opt-in.js';
import { holdCreation, joinConnection, type CreationHold } from './page-registry.js';
import { createResumption, type Resumption } from './resumption.js';
import { createRetryTimer } from './retry-timer.js';

/** If a new code has less time left than this, the clocks of server and page differ. */
const SHORTEST_LIFE_MS = 30_000;
const RECHECK_MS = 60_000;
/** Lifetime of a code, until the server's answer gives it. */
const USUAL_LIFE_MS = 3_600_000;
/** A later retry takes a fresh key: with the old one the server may return an opt-in whose code soon lapses. */
const KEY_LIFE_MS = USUAL_LIFE_MS / 2;

/** Keeps an opt-in in sync with the server: creates it, follows its state, and times its end. */
export interface ServerSync {
  start(): void;
  stop(): void;
  /** Forgets the opt-in: the next `start` creates another. */
  renew(): void;
  /** Asks the server now. Never rejects. */
  refresh(): Promise<void>;
  /** The page is visible again, or back online. */
  resume(): void;
}

export interface ServerSyncOptions {
  core: OptInCore;
  api: ApiClient;
  server: string;
  /** Called when there is an opt-in to follow. */
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

export function createServerSync({ core, api, server, onOptIn }: ServerSyncOptions): ServerSync {
  const { options, platform, context, update, send } = core;
  /** Replaced at each start and stop. Work of an earlier generation is dropped. */
  let generation: object | null = null;
  let creation: Promise<void> | null = null;
  let hold: CreationHold | null = null;
  let connection: Connection | null = null;
  let idempotencyKey: string | null = null;
  let keyMadeAt = 0;
  let resumption: Resumption | null = null;
  let clocksDiffer = false;
  let cancelTimer = () => {};
  /** The server could not be reached: a retry may still leave `failed`. */
  let mayHeal = false;
  const retries = createRetryTimer(platform, retry);

  core.onState(({ state }) => {
    if (state === 'connected') {
      connection?.settle();
      keepForReload();
    } else if (state !== 'idle' && state !== 'waiting') {
      disconnect();
      if (state !== 'failed') giveUpRetrying();
      if (!mayHeal) resumption?.forget();
    } else if (state === 'waiting') {
      connection?.expectMessage();
    }
    watchTheClock();
  });

  function fail(cause: unknown): void {
    const error = toOptInError(cause);
    if (error.code === 'EXPIRED') send({ type: 'lapsed' });
    else if (context().state === 'failed') update({ error, reason: error.code });
    else send({ type: 'failed' }, { error, reason: error.code });
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

  /** A status from the server, by stream or by poll. */
  function receive(status: OptInStatus): void {
    if (!OPT_IN_STATES.includes(status?.state)) return;
    const before = context();
    const sessionEndsAt = momentOf(status.sessionExpiresAt) ?? before.sessionEndsAt;
    const expiresAt = momentOf(status.expiresAt) ?? before.expiresAt;
    const error = status.state === 'failed' ? new OptInError('SERVER_ERROR', errorMessage('SERVER_ERROR')) : null;
    const reason = error?.code ?? (status.state === 'declined' ? 'skipped' : null);
    if (send({ type: 'reported', state: status.state }, { sessionEndsAt, expiresAt, error, reason })) return;
    // Connected, and the answer no longer has a session: STOP has ended it early.
    if (status.state === 'connected' && status.sessionExpiresAt === undefined && sessionEndsAt !== null) endSession();
    if (sessionEndsAt === context().sessionEndsAt && expiresAt === context().expiresAt) return;
    const goesOn = sessionEndsAt !== null && sessionEndsAt > platform.now();
    update({ sessionEndsAt, expiresAt, sessionEnded: context().sessionEnded && !goesOn });
    keepForReload();
    watchTheClock();
  }

  function keepForReload(): void {
    const { state, expiresAt, sessionEndsAt } = context();
    const until = state === 'connected' ? sessionEndsAt : expiresAt;
    if (idempotencyKey && until) resumption?.keep(idempotencyKey, until);
  }

  /**
   * Sets the one timer: for the end of the code, or of the session.
   *
   * @param isUnknown - the end has come, and the server did not answer.
   */
  function watchTheClock(isUnknown = false): void {
    cancelTimer();
    if (!generation) return;
    const { state, expiresAt, sessionEndsAt, sessionEnded } = context();
    const open = state === 'idle' || state === 'waiting';
    const endsAt = open ? expiresAt : state === 'connected' && !sessionEnded ? sessionEndsAt : null;
    if (endsAt === null) return;
    const leftMs = endsAt - platform.now();
    const isRecheck = isUnknown || (open && clocksDiffer);
    cancelTimer = platform.setTimer(() => void timeIsUp(), isRecheck ? RECHECK_MS : Math.max(0, leftMs));
  }

  /** Asks the server first: the message may have come in the last second, or another one has extended the session. */
  async function timeIsUp(): Promise<void> {
    const mine = generation;
    const hasAnswered = await connection?.refresh();
    if (!mine || mine !== generation) return;
    const { state, expiresAt, sessionEndsAt } = context();
    if (state === 'connected' && sessionEndsAt !== null && sessionEndsAt <= platform.now()) endSession();
    else if (hasAnswered && !clocksDiffer && expiresAt !== null && expiresAt <= platform.now())
      send({ type: 'lapsed' });
    watchTheClock(!hasAnswered);
  }

  function endSession(): void {
    if (context().state !== 'connected' || context().sessionEnded) return;
    update({ sessionEnded: true });
    resumption?.forget();
    core.emit({ type: 'sessionended' });
  }

  function disconnect(): void {
    connection?.stop();
    connection = null;
  }

  function connect(): void {
    const { optIn, state } = context();
    if (!optIn || connection || !(state === 'idle' || state === 'waiting' || state === 'connected')) return;
    connection = joinConnection({ platform, api, server, access: optIn, onStatus: receive, onRefused: fail });
    if (state === 'connected') connection.settle();
    // Another device scans the QR: this page sees no tap.
    else if (state === 'waiting' || core.getSnapshot().view.qr) connection.expectMessage();
    connection.start();
    watchTheClock();
  }

  /** Tries again to create the opt-in. The card keeps its plain link meanwhile. */
  function retry(): void {
    const mine = generation;
    if (!mine || creation || !mayHeal || !platform.isVisible()) return;
    if (platform.now() - keyMadeAt > KEY_LIFE_MS) forgetKey();
    creation = make(mine, 1);
  }

  async function make(mine: object, attempts?: number): Promise<void> {
    try {
      const { request, agreed } = await createOptInRequest(core);
      if (generation !== mine) return;
      const same = JSON.stringify([server, options.publishableKey, request]);
      // A shared screen resumes nobody's opt-in.
      const isShared = core.getSnapshot().view.display === 'kiosk';
      resumption = platform.session && !isShared ? await createResumption(platform, same) : null;
      if (generation !== mine) return;
      if (!idempotencyKey) keyMadeAt = platform.now();
      const key = (idempotencyKey ??= resumption?.key() ?? platform.randomId());
      // Stored at once, before another place on the page can store its own key for the same request.
      resumption?.keep(key, platform.now() + USUAL_LIFE_MS);
      hold?.release(false);
      hold = holdCreation(platform, same, (signal) => makeOptIn({ api, platform, signal, attempts }, request, key));
      const optIn: OptInCreated | null = await hold.created;
      if (!optIn || generation !== mine) return;
      const expiresAt = momentOf(optIn.expiresAt);
      clocksDiffer = expiresAt !== null && expiresAt - platform.now() < SHORTEST_LIFE_MS;
      giveUpRetrying();
      if (context().state === 'failed') send({ type: 'restarted' }, { optIn, expiresAt, agreed });
      else update({ optIn, expiresAt, agreed });
      keepForReload();
      onOptIn(optIn);
      connect();
    } catch (error) {
      if (generation !== mine) return;
      mayHeal = isPassing(error);
      fail(error);
      if (mayHeal) retries.schedule();
    } finally {
      if (generation === mine) creation = null;
    }
  }

  return {
    start() {
      if (generation) return;
      const mine = (generation = {});
      const { optIn, state } = context();
      if (optIn) {
        onOptIn(optIn);
        connect();
      } else if (state === 'idle' || state === 'waiting') {
        creation = make(mine);
      } else if (state === 'failed' && mayHeal) {
        retries.schedule();
      }
    },
    stop() {
      generation = null;
      creation = null;
      hold?.release(false);
      hold = null;
      disconnect();
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
      await creation;
      await connection?.refresh();
    },
    resume() {
      watchTheClock();
      if (platform.isOnline()) retry();
    },
  };
}
