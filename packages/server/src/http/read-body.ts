import { UNCOUNTED_BYTES, type BodyBudget } from './body-budget.js';
import { problemResponse } from './problem-response.js';

/** Size of a JSON body or a webhook. */
export const MAX_BODY_BYTES = 1_048_576;
/** Size of a batch of Meta's, which may have 3 MB. */
export const MAX_BATCH_BYTES = 3 * 1_048_576;
/** Size of a beacon; browsers refuse to send larger ones than 64 KiB anyway. */
export const MAX_BEACON_BYTES = 8_192;

const RETRY_AFTER_SECONDS = 5;

interface BodyLimits {
  maxBytes: number;
  budget: BodyBudget;
  isLengthTrue: boolean;
}

/**
 * The body, counted as it arrives: Content-Length is believed when it says too much, and when it says little only where
 * `isLengthTrue`, since a host may call `fetch` without an HTTP parser in front. Then a small body is read in one piece,
 * without the price of a web stream.
 *
 * @returns the answer that refuses where the body is larger than `maxBytes` (413), or `budget` has no room for it (503); the
 *   rest is not read. Empty where there is no body.
 */
export async function readBody(
  request: Request,
  { onBodyRead, ...limits }: BodyLimits & { onBodyRead(): void },
): Promise<Uint8Array<ArrayBuffer> | Response> {
  const body = await read(request, limits);
  onBodyRead();
  return body;
}

async function read(
  request: Request,
  { maxBytes, budget, isLengthTrue }: BodyLimits,
): Promise<Uint8Array<ArrayBuffer> | Response> {
  const length = request.headers.get('content-length');
  if (Number(length) > maxBytes) return tooLarge(maxBytes);
  if (isLengthTrue && length !== null && Number(length) <= UNCOUNTED_BYTES) {
    return new Uint8Array(await request.arrayBuffer());
  }
  // Before the body is touched, which would begin to read it.
  if (Number(length) > UNCOUNTED_BYTES && budget.isFull()) return noRoom();
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const room = budget.open();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return concatenate(chunks, size);
      size += value.byteLength;
      if (size > maxBytes || !room.take(value.byteLength)) {
        // A peer that is still sending may never stop; nobody waits for it.
        void reader.cancel().catch(() => undefined);
        return size > maxBytes ? tooLarge(maxBytes) : noRoom();
      }
      chunks.push(value);
    }
  } finally {
    room.release();
  }
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

function tooLarge(maxBytes: number): Response {
  return problemResponse('PAYLOAD_TOO_LARGE', `The body may have at most ${maxBytes} bytes.`);
}

function noRoom(): Response {
  return problemResponse('UNAVAILABLE', 'The server reads as many large bodies as it can; try again.', {
    headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
  });
}
