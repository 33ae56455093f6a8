/** `1150` and `instance1150` are one instance: webhooks carry the first, the API's paths the second. */
export function isSameInstance(found: unknown, own: string): boolean {
  if (typeof found !== 'string' && typeof found !== 'number') return false;
  return instanceNumber(String(found)) === instanceNumber(own);
}

export function instanceNumber(instanceId: string): string {
  return instanceId
    .trim()
    .toLowerCase()
    .replace(/^instance/, '');
}
