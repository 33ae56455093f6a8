/** Whether the QR is shown beside the link: `auto` on a desktop. */
export const QR_MODES = ['auto', 'always', 'never'] as const;
/** One of `QR_MODES`. */
export type QrMode = (typeof QR_MODES)[number];
