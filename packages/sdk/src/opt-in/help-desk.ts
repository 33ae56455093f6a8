import type { FunnelEventType } from '../contract/opt-ins.js';
import type { OptInCore } from './opt-in-core.js';

/** A page that is still looked at so long after the tap has seen nothing open. It is a guess, so that it opens help and no more. */
const HELP_AFTER_MS = 2_500;

const COPIED_FOR_MS = 3_000;

/** The help that comes where WhatsApp has not opened. */
export interface HelpDesk {
  /** The link has been followed. */
  tapped(): void;
  /** @param open - default: the other way round */
  toggle(open?: boolean): void;
  copy(what: 'number' | 'message'): Promise<void>;
  toggleQr(): void;
  /** The page was shown or hidden: something has opened. */
  pageChanged(): void;
  stop(): void;
}

export function createHelpDesk(core: OptInCore, report: (type: FunnelEventType) => void): HelpDesk {
  const { platform, facts, update } = core;
  let cancelTimer = () => {};
  let cancelNotice = () => {};
  core.onState(stop);

  function stop(): void {
    cancelTimer();
    cancelNotice();
  }

  function toggle(open = !facts().helpOpen): void {
    cancelTimer();
    if (facts().state !== 'waiting' || open === facts().helpOpen) return;
    update({ helpOpen: open });
    if (open) report('help_shown');
  }

  return {
    tapped() {
      cancelTimer();
      if (core.options.testState || facts().helpOpen) return;
      cancelTimer = platform.setTimer(() => {
        // Without a network the panel offers nothing that would help.
        if (platform.isVisible() && platform.isOnline()) toggle(true);
      }, HELP_AFTER_MS);
    },
    toggle,
    async copy(what) {
      const { companyNumber, message } = core.look();
      const text = what === 'number' ? companyNumber : message;
      if (!text) return;
      const copied = await platform.copyText(text);
      // The state may have changed meanwhile, and with it what is said.
      if (facts().state !== 'waiting') return;
      cancelNotice();
      update({ notice: copied ? `${what}Copied` : 'copyFailed' });
      if (!copied) return;
      cancelNotice = platform.setTimer(() => update({ notice: null }), COPIED_FOR_MS);
      report('copied');
    },
    toggleQr() {
      update({ qrAsked: core.look().view.qr === null });
    },
    pageChanged() {
      if (!platform.isVisible()) cancelTimer();
    },
    stop,
  };
}
