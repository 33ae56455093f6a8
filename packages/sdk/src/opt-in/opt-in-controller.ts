import type { FunnelEventType } from '../contract/opt-ins.js';
import { createConsentReceipt } from './consent-receipt.js';
import { readDismissals, ticketKey, withConnection, withDismissal, writeDismissals } from './dismissal.js';
import { firstFacts } from './first-facts.js';
import { createFunnel } from './funnel.js';
import { guard } from './guard.js';
import { createHelpDesk } from './help-desk.js';
import { inputProblems } from './input-problems.js';
import { createApiClientFor, createLiveLine } from './live-line.js';
import type { OptIn, OptInOptions } from './opt-in.js';
import { createOptInCore, type WordsFor } from './opt-in-core.js';
import type { OptInAction } from './opt-in-view.js';

const RESET_AFTER_MS = 20_000;

/** `createOptIn` with words of the caller's choice: for a page that loads one catalogue, not all. */
export function createOptInController(given: OptInOptions, wordsFor: WordsFor): OptIn {
  const core = createOptInCore(given, wordsFor);
  const { options, platform, facts, look, update, emit, happen } = core;
  const { server } = options;
  const api = server && !options.testState && facts().state !== 'failed' ? createApiClientFor(core) : null;
  let funnel = api && createFunnel(platform, api);
  const line =
    api && server
      ? createLiveLine({
          core,
          api,
          server,
          onOptIn: (optIn) => {
            funnel?.attach(optIn);
            tellQr();
            announce();
          },
        })
      : null;
  const help = createHelpDesk(core, report);
  let running = false;
  let online = true;
  let announced = Boolean(options.isReady);
  let mistakesTold = false;
  let qrTold = false;
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

  function tellQr(): void {
    if (qrTold || !running || !look().view.qr?.text) return;
    qrTold = true;
    report('qr_shown');
  }

  function announce(): void {
    if (announced) return;
    announced = true;
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
    // Timers sleep with the machine, and "tomorrow" may have become "today".
    if (!platform.isVisible()) return;
    line?.resume();
    if (facts().state === 'connected') update({});
  }

  function start(): void {
    if (running) return;
    running = true;
    stopListening = platform.onChange(onPageChange);
    followWords();
    followNetwork();
    if (!mistakesTold) tellMistakes();
    if (facts().state === 'connected') clearKioskLater();
    // A dismissed ticket makes no opt-in until the customer asks for one.
    const { state } = facts();
    if (state !== 'declined') line?.start();
    if (!line || state === 'failed' || state === 'declined') announce();
    tellQr();
  }

  /** A host's i18next may change its language or learn words. */
  function followWords(): void {
    stopWords();
    stopWords = options.translator?.onChange?.(() => update({})) ?? (() => {});
  }

  function tellMistakes(): void {
    mistakesTold = true;
    const { error } = facts();
    const mistakes = [...(error && !options.testState ? [error] : []), ...inputProblems(options)];
    for (const mistake of mistakes) {
      if (platform.isDevelopment()) console.error(`whatsapp-optin: ${mistake.message}`);
      emit({ type: 'failure', error: mistake });
    }
  }

  function stop(): void {
    running = false;
    line?.stop();
    help.stop();
    cancelReset();
    stopListening();
    stopWords();
  }

  function clearKioskLater(): void {
    if (look().view.display !== 'kiosk') return;
    cancelReset = platform.setTimer(() => {
      renew({ cleared: true });
      emit({ type: 'reset' });
    }, options.resetAfterMs ?? RESET_AFTER_MS);
  }

  function restart(): void {
    const { state, sessionEnded } = facts();
    if (state === 'connected' ? sessionEnded : state !== 'idle' && state !== 'waiting') renew({ cleared: false });
  }

  /** A fresh opt-in in place of the spent one. */
  function renew(change: { cleared: boolean }): void {
    const wasRunning = running;
    line?.renew();
    stop();
    funnel = api && createFunnel(platform, api);
    qrTold = false;
    const { optIn: _spent, ...anew } = options;
    const previous = facts().state;
    update({
      ...firstFacts({ ...anew, askAgain: true, testState: options.testState && 'idle' }, core.translator(), platform),
      ...change,
    });
    const { state, reason } = facts();
    if (state !== previous) emit({ type: 'statechange', state, previous, reason });
    if (wasRunning) start();
  }

  function open(): void {
    const offered = facts().state === 'failed' && look().href !== null;
    if (!offered && facts().state !== 'idle' && facts().state !== 'waiting') return;
    report('link_open');
    const first = facts().state !== 'waiting';
    happen({ type: 'opened' });
    if (running) help.tapped();
    if (first) emit({ type: 'optin' });
  }

  function decline(reason: 'skipped' | 'no_whatsapp'): void {
    if (!happen({ type: 'declined' }, { reason })) return;
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
      tellQr();
    },
    help: () => help.toggle(),
    decline: () => decline('skipped'),
    no_whatsapp: () => decline('no_whatsapp'),
    restart,
    receipt: () => platform.saveFile(createConsentReceipt(look(), platform.now())),
  };

  return {
    getSnapshot: look,
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
      await line?.refresh();
    },
    restart: () => guard(restart),
    setOptions: (changes) =>
      guard(() => {
        core.setOptions(changes);
        if (running) followWords();
        tellQr();
      }),
    destroy: () => guard(stop),
  };
}
