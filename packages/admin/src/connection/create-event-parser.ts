export interface ServerEvent {
  /** The last one named, kept from event to event as the standard says; `''`: none yet. */
  id: string;
  /** @default 'message' */
  type: string;
  data: string;
}

/**
 * Reads server-sent events as they come in, in pieces of any size. `fetch` and this in place of `EventSource`, which can
 * send no token and hides a 401.
 *
 * @returns the function that takes the next piece of text.
 */
export function createEventParser(onEvent: (event: ServerEvent) => void): (chunk: string) => void {
  let buffer = '';
  let id = '';
  let type = '';
  let data: string[] = [];
  const take = (line: string) => {
    if (line === '') {
      if (data.length > 0) onEvent({ id, type: type === '' ? 'message' : type, data: data.join('\n') });
      data = [];
      type = '';
      return;
    }
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (name === 'data') data.push(value);
    else if (name === 'event') type = value;
    else if (name === 'id') id = value;
  };
  return (chunk) => {
    const lines = (buffer + chunk).split(/\r\n|\n|\r(?!$)/);
    buffer = lines.pop() ?? '';
    for (const line of lines) take(line);
  };
}
