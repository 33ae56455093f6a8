import { problemResponse } from './problem-response.js';

/** Size of a JSON body or a webhook. */
export const MAX_BODY_BYTES = 1_048_576;
/** Size of a batch of Meta's, which may have 3 MB. */
export const MAX_BATCH_BYTES = 3 * 1_048_576;
/** Size of a beacon; browsers refuse to send larger ones than 64 KiB anyway. */
export const MAX_BEACON_BYTES = 8_192;

/**
 * The body, counted as it arrives: Content-Length is believed when it says too much, and when it says little only where
 * `isLengthTrue`, since a host may call `fetch` without an HTTP parser in front. Then the body is read in one piece, without
 * the price of a web stream.
 *
 * @returns `null` where the body is larger than `maxBytes`; the rest is not read. Empty where there is no body.
 */
export async function readBody(
  request: Request,
  maxBytes: number,
  isLengthTrue = false,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length')) > maxBytes) return null;
  if (isLengthTrue && request.headers.has('content-length')) return new Uint8Array(await request.arrayBuffer());
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      // A peer that is still sending may never stop; nobody waits for it.
      void reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

export function tooLarge(maxBytes: number): Response {
  return problemResponse('PAYLOAD_TOO_LARGE', `The body may have at most ${maxBytes} bytes.`);
}
