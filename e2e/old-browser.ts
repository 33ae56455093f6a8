import bcd, { type CompatStatement, type Identifier } from '@mdn/browser-compat-data' with { type: 'json' };

/** Where something stands: `AbortSignal.timeout`, `Array.findLast`, or a global by itself, `structuredClone`. */
export type FeaturePath = string;

/** The oldest browsers that README names, by their names in MDN's data. */
export const OLDEST_BROWSERS = { safari_ios: '15.4', chrome: '94', firefox: '93' } as const;
export type OldBrowser = keyof typeof OLDEST_BROWSERS;

type Features = Readonly<Record<string, Identifier>>;

/** What the oldest version of a browser lacks of all web APIs and built-ins that MDN knows. */
export function missingIn(browser: OldBrowser): FeaturePath[] {
  const owners = { ...(bcd.api as Features), ...(bcd.javascript.builtins as Features) };
  return Object.entries(owners).flatMap(([owner, { __compat, ...members }]) => {
    if (__compat && !hasIt(__compat, browser)) return [owner];
    return missingMembers(members as Features, browser).map((member) => `${owner}.${member}`);
  });
}

function missingMembers(members: Features, browser: OldBrowser): string[] {
  return Object.entries(members)
    .filter(([name, { __compat }]) => __compat && !name.endsWith('_event') && !hasIt(__compat, browser))
    .map(([name]) => name.replace(/_static$/, ''));
}

function hasIt({ support }: CompatStatement, browser: OldBrowser): boolean {
  const statements = [support[browser] ?? []].flat();
  return statements.some(
    ({ version_added: added, flags, prefix, alternative_name: otherName }) =>
      typeof added === 'string' && !flags && !prefix && !otherName && isAtMost(added, OLDEST_BROWSERS[browser]),
  );
}

/** @param added - `15.4`, `≤13.1`, or `preview`, which is no version */
function isAtMost(added: string, version: string): boolean {
  const [major = NaN, minor = 0] = added.replace('≤', '').split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = version.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor <= otherMinor);
}

/** Takes features away, in the page, before any of its scripts runs. It is sent as text, and stands alone. */
export function takeAway(paths: readonly FeaturePath[]): void {
  const globals = globalThis as unknown as Record<string, unknown>;
  for (const path of paths) {
    const [owner = '', member] = path.split('.');
    const constructor = globals[owner];
    const { prototype } = (constructor ?? {}) as { prototype?: object };
    if (member === undefined) {
      for (const name of Object.getOwnPropertyNames(prototype ?? {}))
        if (prototype && name !== 'constructor') Reflect.deleteProperty(prototype, name);
      Reflect.deleteProperty(globals, owner);
    } else if (member === owner && typeof constructor === 'function') {
      const construct = () => {
        throw new TypeError('Illegal constructor');
      };
      globals[owner] = new Proxy(constructor, { construct });
    } else if (typeof constructor === 'function') {
      Reflect.deleteProperty(constructor, member);
      if (prototype) Reflect.deleteProperty(prototype, member);
    }
  }
}
