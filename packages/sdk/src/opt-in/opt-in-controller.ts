import type { FunnelEventType } from '../contract/opt-ins.js';
import { createConsentReceipt } from './consent-receipt.js';
import { readDismissals, ticketKey, withConnection, withDismissal, writeDismissals } from './dismissal.js';
import { initialContext } from './initial-context.js';
import { createFunnel } from './funnel.js';
import { guard } from './guard.js';
import { createHelp } from './help.js';
import { inputProblems } from './input-problems.js';
import { createApiClientFor, createServerSync } from './server-sync.js';
import type { OptIn, OptInOptions } from './opt-in.js';
import { createOptInCore, type WordsFor } from './opt-in-core.js';
import type { OptInAction } from './opt-in-view.js';

const RESET_AFTER_MS = 20_000;

/**
 * `createOptIn` with the caller's own words, for a page that loads one catalogue. Never throws.
 *
 * @param wordsFor - finds the words for a list of BCP 47 tags, best first.
 */
export function createOptInController(given: OptInOptions, wordsFor: WordsFor): OptIn {
  const core = createOptInCore(given, wordsFor);
  const { options, platform, context, getSnapshot, update, emit, send } = core;
  const { server } = options;
  const api = server && !options.testState && context().state !== 'failed' ? createApiClientFor(core) : null;
  let funnel = api && createFunnel(platform, api);
  const sync =
    api && server
      ? createServerSync({
          core,
          api,
          server,
          onOptIn: (optIn) => {
            funnel?.attach(optIn);
            reportQr();
            emitReady();
          },
        })
      : null;
  const help = createHelp(core, report);
  let running = false;
  let online = true;
  let isReadyEmitted = Boolean(options.isReady);
  let areProblemsReported = false;
  let isQrReported = false;
  let stopListening = () => {};
  let stopWords = () => {};
  let cancelReset = () => {};

  core.onState(({ state }) => {
    cancelReset();
    if (state === 'connected') {
      const record = readDismissals(platform);
      if (record?.count) writeDismissals(platform, withConnection(record));
    }
    if (state === 'connected' || state === 'expired') clearKioskLater();
  });

  function report(step: FunnelEventType): void {
    funnel?.report(step);
    emit({ type: 'funnel', step });
  }

  function reportQr(): void {
    if (isQrReported || !running || !getSnapshot().view.qr?.text) return;
    isQrReported = true;
    report('qr_shown');
  }

  function emitReady(): void {
    if (isReadyEmitted) return;
    isReadyEmitted = true;
    emit({ type: 'ready' });
  }

  function followNetwork(): void {
    if (platform.isOnline() === online) return;
    online = platform.isOnline();
    update({});
  }

  function onPageChange(): void {
    followNetwork();
    help.pageChanged();
    // Timers stop while the machine sleeps, and "tomorrow" may have become "today".
    if (!platform.isVisible()) return;
    sync?.resume();
    if (context().state === 'connected') update({});
  }

  function start(): void {
    if (running) return;
    running = true;
    stopListening = platform.onChange(onPageChange);
    followWords();
    followNetwork();
    if (!areProblemsReported) reportProblems();
    if (context().state === 'connected') clearKioskLater();
    // A dismissed ticket makes no opt-in until the customer asks for one.
    const { state } = context();
    if (state !== 'declined') sync?.start();
    if (!sync || state === 'failed' || state === 'declined') emitReady();
    reportQr();
  }

  /** A host's i18next may change its language or load words later. */
  function followWords(): void {
    stopWords();
    stopWords = options.translator?.onChange?.(() => update({})) ?? (() => {});
  }

  function reportProblems(): void {
    areProblemsReported = true;
    const { error } = context();
    const problems = [...(error && !options.testState ? [error] : []), ...inputProblems(options)];
    for (const problem of problems) {
      if (platform.isDevelopment()) console.error(`whatsapp-optin: ${problem.message}`);
      emit({ type: 'failure', error: problem });
    }
  }

  function stop(): void {
    running = false;
    sync?.stop();
    help.stop();
    cancelReset();
    stopListening();
    stopWords();
  }

  function clearKioskLater(): void {
    if (getSnapshot().view.display !== 'kiosk') return;
    cancelReset = platform.setTimer(() => {
      renew({ cleared: true });
      emit({ type: 'reset' });
    }, options.resetAfterMs ?? RESET_AFTER_MS);
  }

  function restart(): void {
    const { state, sessionEnded } = context();
    if (state === 'connected' ? sessionEnded : state !== 'idle' && state !== 'waiting') renew({ cleared: false });
  }

  /** Replaces the finished opt-in. */
  function renew(change: { cleared: boolean }): void {
    const wasRunning = running;
    sync?.renew();
    stop();
    funnel = api && createFunnel(platform, api);
    isQrReported = false;
    const { optIn: _spent, ...fresh } = options;
    const previous = context().state;
    update({
      ...initialContext(
        { ...fresh, askAgain: true, testState: options.testState && 'idle' },
        core.translator(),
        platform,
      ),
      ...change,
    });
    const { state, reason } = context();
    if (state !== previous) emit({ type: 'statechange', state, previous, reason });
    if (wasRunning) start();
  }

  function open(): void {
    const offered = context().state === 'failed' && getSnapshot().href !== null;
    if (!offered && context().state !== 'idle' && context().state !== 'waiting') return;
    report('link_open');
    const first = context().state !== 'waiting';
    send({ type: 'opened' });
    if (running) help.tapped();
    if (first) emit({ type: 'optin' });
  }

  function decline(reason: 'skipped' | 'no_whatsapp'): void {
    if (!send({ type: 'declined' }, { reason })) return;
    report(reason === 'skipped' ? 'skipped' : 'declined');
    if (!options.testState) {
      writeDismissals(platform, withDismissal(readDismissals(platform), ticketKey(options), platform.now()));
      update({ dismissed: platform.storage() !== null });
    }
    emit({ type: 'skip', reason });
  }

  const acts: Readonly<Record<OptInAction, () => void>> = {
    open,
    open_app: open,
    open_business: open,
    open_web: open,
    copy_number: () => void help.copy('number'),
    copy_message: () => void help.copy('message'),
    show_qr() {
      help.toggleQr();
      reportQr();
    },
    help: () => help.toggle(),
    decline: () => decline('skipped'),
    no_whatsapp: () => decline('no_whatsapp'),
    restart,
    receipt: () => platform.saveFile(createConsentReceipt(getSnapshot(), platform.now())),
  };

  return {
    getSnapshot,
    subscribe(listener) {
      const leave = core.listen(listener);
      guard(start);
      return () => {
        if (leave()) guard(stop);
      };
    },
    open: () => guard(open),
    decline: (reason) => guard(() => decline(reason === 'no_whatsapp' ? reason : 'skipped')),
    act(action) {
      if (Object.hasOwn(acts, action)) guard(acts[action]);
    },
    async refresh() {
      guard(start);
      await sync?.refresh();
    },
    getCredentials() {
      const { optIn } = context();
      return server && optIn ? { server, optInId: optIn.id, clientToken: optIn.clientToken } : null;
    },
    restart: () => guard(restart),
    setOptions: (changes) =>
      guard(() => {
        core.setOptions(changes);
        if (running) followWords();
        reportQr();
      }),
    destroy: () => guard(stop),
  };
}
