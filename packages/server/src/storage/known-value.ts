/** A value of a closed list, or `null`: a later version may have stored words that this one does not know. */
export function known<T extends string>(list: readonly T[], value: string | null): T | null {
  return list.find((one) => one === value) ?? null;
}
