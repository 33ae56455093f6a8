/** The part of `navigator` that device detection reads. */
export interface NavigatorLike {
  userAgent?: string;
  platform?: string;
  maxTouchPoints?: number;
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
