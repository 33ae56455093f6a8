/** Texts without a plural. */
export type PlainKey =
  | 'welcomeKinds'
  | 'welcomeTicket'
  | 'welcomeActiveUntil'
  | 'welcomeHelp'
  | 'welcomeStop'
  | 'welcomePage'
  | 'welcomeOwnPage'
  | 'optOutConfirmation'
  | 'stopQuestion'
  | 'ticketCreatedTitle'
  | 'ticketCreated'
  | 'position'
  | 'positionUpdateTitle'
  | 'positionUpdate'
  | 'positionUpdateUnknown'
  | 'almostYourTurnTitle'
  | 'almostYourTurn'
  | 'stayNear'
  | 'stayNearby'
  | 'yourTurnTitle'
  | 'yourTurn'
  | 'proceedTo'
  | 'proceedNow'
  | 'sessionExpiringTitle'
  | 'sessionExpiringSoon'
  | 'sessionExpiringKeep'
  | 'criticalTitle'
  | 'critical'
  | 'actionOnMyWay'
  | 'actionMoreTime'
  | 'actionLeave'
  | 'replyWithNumber'
  | 'quickReplyYes'
  | 'quickReplyAsk'
  | 'quickReplySoon';

/** Texts whose form follows `count`; `{{number}}` is the count in the locale's digits. */
export type PluralKey = 'welcomeThanks' | 'ahead' | 'wait' | 'sessionExpiring';

type PluralForms = { [Key in PluralKey as `${Key}_${Intl.LDMLPluralRule}`]?: string } & {
  [Key in PluralKey as `${Key}_other`]: string;
};

/** One locale's texts, i18next JSON format, flat. A missing text is a type error; a missing plural form fails a test. */
export type Catalogue = Record<PlainKey, string> & PluralForms;
