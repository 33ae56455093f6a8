/** The methods that some route takes at this path; empty where there is nothing at all. */
export function methodsAt(routes: readonly { method: string; path: string }[], path: string): string[] {
  const segments = path.split('/');
  const methods = routes
    .filter((route) => route.method !== 'ALL' && matches(route.path.split('/'), segments))
    .map((route) => route.method);
  return [...new Set(methods)].sort();
}

function matches(pattern: string[], segments: string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => (part.startsWith(':') ? segments[index] !== '' : part === segments[index]))
  );
}
