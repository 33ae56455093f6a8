/** How a stand-in answers; one table, so that a test can name any of them over HTTP. */
export const MODES = {
  ultramsg: [
    'accept',
    'accept_boolean',
    'wrong_token',
    'instance_stopped',
    'not_connected',
    'error_list',
    'queued',
    'empty',
    'unknown_instance',
    'rate_limited',
    'server_error',
    'not_json',
    'hang',
    'accept_then_cut',
    'cut',
  ],
  meta: [
    'accept',
    'held',
    'refuse',
    'accept_then_fail',
    'rate_limited',
    'server_error',
    'not_json',
    'hang',
    'accept_then_cut',
    'cut',
  ],
  twilio: [
    'accept',
    'refuse',
    'accept_then_fail',
    'unsubscribed',
    'invalid_number',
    'not_mobile',
    'region_disabled',
    'unauthorized',
    'rate_limited',
    'server_error',
    'hang',
    'accept_then_cut',
    'cut',
  ],
  sns: ['accept', 'refuse', 'rate_limited', 'server_error', 'hang', 'accept_then_cut', 'cut'],
  push: [
    'accept',
    'not_found',
    'gone',
    'unauthorized',
    'forbidden',
    'too_large',
    'rate_limited',
    'server_error',
    'hang',
    'accept_then_cut',
    'cut',
  ],
  /** What becomes of webhooks on their way: `late` by `delayMs`, `reorder` until a later one of the phone has gone. */
  webhook: ['accept', 'drop', 'duplicate', 'reorder', 'late'],
} as const;
/** A key of `MODES`; `webhook` stands for the way back to the server. */
export type Vendor = keyof typeof MODES;
/** A mode of one vendor; by default, of any. */
export type Mode<V extends Vendor = Vendor> = (typeof MODES)[V][number];

/** One rule of behaviour. */
export interface Behaviour<V extends Vendor = Vendor> {
  /** How the vendor answers, one of its `MODES`. */
  mode: Mode<V>;
  /** Waits this long before it answers. @default 0 */
  delayMs?: number | undefined;
  /** Holds for this many requests, then the rule is gone. Default: until it is cleared. */
  times?: number | undefined;
  /** For `rate_limited`: the `Retry-After` header. @default 1 */
  retryAfterSeconds?: number | undefined;
  /** For `refuse` and `accept_then_fail`: the vendor's own code, 131047, 63016, `OptedOut`. @default one that is typical */
  errorCode?: number | string | undefined;
}

/** The rule that one request meets, nothing left open. */
export interface TakenBehaviour<V extends Vendor = Vendor> {
  mode: Mode<V>;
  delayMs: number;
  retryAfterSeconds: number;
  errorCode: number | string | undefined;
}

/** Rules per vendor: the one for a recipient (a phone in E.164, or a push subscription's id) goes before the general one. */
export interface Behaviours {
  /**
   * Sets or replaces a rule. `recipient`: default every one.
   * @throws {RangeError} on a mode that the vendor does not have.
   */
  set<V extends Vendor>(vendor: V, behaviour: Behaviour<V>, recipient?: string): void;
  /** The rule of this request; counts it. */
  take<V extends Vendor>(vendor: V, recipient: string): TakenBehaviour<V>;
  /** Removes every rule; each vendor accepts again. */
  clear(): void;
}

/** @throws {RangeError} on a mode that the vendor does not have. */
export function createBehaviours(): Behaviours {
  const rules = new Map<string, Behaviour & { left: number }>();
  return {
    set(vendor, behaviour, recipient = '*') {
      if (!isModeOf(vendor, behaviour.mode)) {
        throw new RangeError(
          `"${String(behaviour.mode)}" is not a mode of ${vendor}; it has ${MODES[vendor].join(', ')}.`,
        );
      }
      rules.set(`${vendor} ${recipient}`, { ...behaviour, left: behaviour.times ?? Infinity });
    },
    take<V extends Vendor>(vendor: V, recipient: string) {
      for (const key of [`${vendor} ${recipient}`, `${vendor} *`]) {
        const rule = rules.get(key);
        if (rule === undefined) continue;
        rule.left -= 1;
        if (rule.left <= 0) rules.delete(key);
        const mode = isModeOf(vendor, rule.mode) ? rule.mode : 'accept';
        return {
          mode,
          delayMs: rule.delayMs ?? 0,
          retryAfterSeconds: rule.retryAfterSeconds ?? 1,
          errorCode: rule.errorCode,
        };
      }
      return { mode: 'accept', delayMs: 0, retryAfterSeconds: 1, errorCode: undefined };
    },
    clear: () => rules.clear(),
  };
}

export function isVendor(text: string): text is Vendor {
  return Object.hasOwn(MODES, text);
}

function isModeOf<V extends Vendor>(vendor: V, mode: string): mode is Mode<V> {
  return (MODES[vendor] as readonly string[]).includes(mode);
}
