/**
 * Browsers inside other apps, by what their user agent contains; the first row that fits wins. Some of them cannot open
 * another app, so a page may want to say "open in your browser". The last row is Android's view without a name; `detectDevice`
 * knows that of iOS by what it lacks.
 */
export const IN_APP_BROWSERS: readonly (readonly [name: string, ...tokens: string[]])[] = [
  ['instagram', 'Instagram '],
  ['threads', 'Barcelona '],
  ['messenger', 'MessengerForiOS', 'Orca-Android', 'FBAN/Messenger', 'FB_IAB/Orca'],
  ['facebook', 'FBAN/', 'FBAV/', 'FB_IAB/'],
  ['tiktok', 'musical_ly', 'BytedanceWebview', 'TikTok', 'trill_'],
  ['snapchat', 'Snapchat'],
  ['x', 'Twitter for', 'TwitterAndroid'],
  ['linkedin', 'LinkedInApp'],
  ['pinterest', '[Pinterest/', 'Pinterest/'],
  ['line', ' Line/'],
  ['wechat', 'MicroMessenger/'],
  ['kakaotalk', 'KAKAOTALK'],
  ['telegram', 'Telegram-Android', 'Telegram/'],
  ['google', ' GSA/'],
  ['webview', '; wv)'],
];
