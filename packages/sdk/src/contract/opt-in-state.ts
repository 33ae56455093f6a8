/** Every state of an opt-in, in the order a customer may pass through them. `expired` = the code lapsed unused. */
export const OPT_IN_STATES = ['idle', 'waiting', 'connected', 'expired', 'declined', 'failed'] as const;
/** One of `OPT_IN_STATES`. */
export type OptInState = (typeof OPT_IN_STATES)[number];

/** States that only a fresh opt-in can leave. `connected` is not one of them: its session may still end or grow. */
export const FINAL_OPT_IN_STATES = ['expired', 'declined', 'failed'] as const satisfies readonly OptInState[];

/** Why an opt-in was declined: Skip was pressed, or the customer says that they do not use WhatsApp. */
export type DeclineReason = 'skipped' | 'no_whatsapp';
