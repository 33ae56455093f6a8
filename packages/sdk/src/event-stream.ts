/**
 * Reads server-sent events as they come in, in pieces of any size. Only `data` counts here; comments are the server's heartbeat.
 *
 * @returns the function that takes the next piece of text.
 */
export function createEventParser(onData: (data: string) => void): (chunk: string) => void {
  let buffer = '';
  let data: string[] = [];
  return (chunk) => {
    const lines = (buffer + chunk).split(/\r\n|\n|\r(?!$)/);
    buffer = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) onData(data.join('\n'));
        data = [];
      } else if (/^data(:|$)/.test(line)) {
        data.push(line.slice(5).replace(/^ /, ''));
      }
    }
  };
}
