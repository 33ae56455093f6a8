import type { FunnelEventType } from '../contract/opt-ins.js';
import type { OptInCore } from './opt-in-core.js';

/** If the page is still visible after this time, WhatsApp probably did not open. As a guess, it only opens the help panel. */
const HELP_AFTER_MS = 2_500;

const COPIED_FOR_MS = 3_000;

/** The help panel, the copy buttons and the QR, for a customer whose WhatsApp did not open. */
export interface Help {
  /** The customer followed the link. */
  tapped(): void;
  /** @param open - default: the opposite of now. */
  toggle(open?: boolean): void;
  copy(what: 'number' | 'message'): Promise<void>;
  toggleQr(): void;
  /** The page was shown or hidden: another app may have opened. */
  pageChanged(): void;
  stop(): void;
}

export function createHelp(core: OptInCore, report: (type: FunnelEventType) => void): Help {
  const { platform, context, update } = core;
  let cancelTimer = () => {};
  let cancelNotice = () => {};
  core.onState(stop);

  function stop(): void {
    cancelTimer();
    cancelNotice();
  }

  function toggle(open = !context().helpOpen): void {
    cancelTimer();
    if (context().state !== 'waiting' || open === context().helpOpen) return;
    update({ helpOpen: open });
    if (open) report('help_shown');
  }

  return {
    tapped() {
      cancelTimer();
      if (core.options.testState || context().helpOpen) return;
      cancelTimer = platform.setTimer(() => {
        // Offline, nothing in the panel would help.
        if (platform.isVisible() && platform.isOnline()) toggle(true);
      }, HELP_AFTER_MS);
    },
    toggle,
    async copy(what) {
      const { companyNumber, message } = core.getSnapshot();
      const text = what === 'number' ? companyNumber : message;
      if (!text) return;
      const copied = await platform.copyText(text);
      // The state may have changed during the copy.
      if (context().state !== 'waiting') return;
      cancelNotice();
      update({ notice: copied ? `${what}Copied` : 'copyFailed' });
      if (!copied) return;
      cancelNotice = platform.setTimer(() => update({ notice: null }), COPIED_FOR_MS);
      report('copied');
    },
    toggleQr() {
      update({ qrAsked: core.getSnapshot().view.qr === null });
    },
    pageChanged() {
      if (!platform.isVisible()) cancelTimer();
    },
    stop,
  };
}
