import type { SessionConnection } from './session-connection.js';

/** What a provider gives to the badges below it. */
export interface BadgeSettings {
  /** Reads the sessions. */
  readonly connection: SessionConnection;
  /** BCP 47. @default 'en' */
  readonly locale?: string | undefined;
  /** IANA zone of the moments. @default the browser's */
  readonly timeZone?: string | undefined;
  /** The page loads the style sheet itself. @default false */
  readonly noStyles?: boolean | undefined;
}

const contexts = new WeakMap<object, unknown>();

/**
 * The React context of `BadgeSettings`, one for each copy of React. `@whatsapp-optin/react/badge` reads it and
 * `@whatsapp-optin/admin` provides it, and neither imports the other.
 *
 * @param createContext - React's own; the core has no React.
 */
export function badgeContext<Context>(createContext: (initial: BadgeSettings | null) => Context): Context {
  const known = contexts.get(createContext) as Context | undefined;
  const context = known ?? createContext(null);
  contexts.set(createContext, context);
  return context;
}
