/** The part of `navigator` that device detection reads. */
export interface NavigatorLike {
  /** The first 512 characters are read. */
  userAgent?: string;
  /** `MacIntel`, `Linux armv8l`. */
  platform?: string;
  /** More than 1 on an iPad, which calls itself a Mac. */
  maxTouchPoints?: number;
  /** Client hints, in Chromium alone. @see https://developer.mozilla.org/docs/Web/API/NavigatorUAData */
  userAgentData?: { mobile?: boolean; platform?: string };
}

/** Real user agents stay well below; a longer one is not read to its end. */
const MAX_USER_AGENT_LENGTH = 512;

/** `globalThis.navigator` of a browser; those of Node, Deno, Bun and Workers do not describe the customer's device. */
export function runtimeNavigator(): NavigatorLike | null {
  const found = (globalThis as { navigator?: NavigatorLike }).navigator;
  return found && /Mozilla|Opera/.test(userAgentOf(found)) ? found : null;
}

export function userAgentOf(source: NavigatorLike): string {
  return String(source.userAgent ?? '').slice(0, MAX_USER_AGENT_LENGTH);
}
