/** The texts of the customer's own page in one language. `{{name}}` is filled in. */
export interface PageWords {
  /** The language, in itself. */
  ownName: string;
  title: string;
  on: string;
  onForTicket: string;
  until: string;
  paused: string;
  stopped: string;
  stoppedHint: string;
  /** The word that starts again; understood on WhatsApp in this language. */
  start: string;
  startAgain: string;
  ended: string;
  endedHint: string;
  stop: string;
  stopHint: string;
  resume: string;
  pause: string;
  tonight: string;
  language: string;
  languageHint: string;
  save: string;
  held: string;
  phone: string;
  name: string;
  wroteFirst: string;
  lastWrote: string;
  sent: string;
  sentCount: string;
  deleted: string;
  deletedAfter: string;
  receipt: string;
  receiptHint: string;
  agreed: string;
  withdrew: string;
  back: string;
  download: string;
  downloadHint: string;
  erase: string;
  eraseHint: string;
  eraseAsk: string;
  eraseRemains: string;
  eraseNow: string;
  keep: string;
  erased: string;
  erasedHint: string;
  from: string;
  private: string;
  gone: string;
  goneHint: string;
  moment: string;
}
