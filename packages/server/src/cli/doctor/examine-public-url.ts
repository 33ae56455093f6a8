import { isJsonObject } from '../../providers/json-object.js';
import { isLoopback } from '../../providers/loopback.js';
import { callVendor } from '../../providers/vendor-call.js';
import { ok, problem, warning, type Finding } from './finding.js';

const ABOUT = 'Public address';
const DEADLINE_MS = 10_000;

/** Whether this server answers at PUBLIC_URL, where vendors post their webhooks. */
export async function examinePublicUrl(publicUrl: string, fetch = globalThis.fetch): Promise<Finding[]> {
  const { hostname, protocol } = new URL(publicUrl);
  const answers = await answersThere(publicUrl, fetch);
  if (isLoopback(publicUrl)) {
    return [
      warning(
        ABOUT,
        `PUBLIC_URL is on this machine (${hostname})${answers ? '' : ', and nothing of ours answers there now'}: no vendor can call its webhooks.`,
        'Fine for development; else set PUBLIC_URL to the https address that your proxy serves.',
      ),
    ];
  }
  if (!answers) {
    return [
      problem(
        ABOUT,
        'This server does not answer at PUBLIC_URL.',
        'Start it, then check DNS, certificate and proxy: GET /healthz below PUBLIC_URL must say {"status":"ok"}.',
      ),
    ];
  }
  if (protocol !== 'https:') {
    return [
      warning(
        ABOUT,
        'Webhooks and links go over plain http.',
        'Set PUBLIC_URL to an https address; Meta takes no other.',
      ),
    ];
  }
  return [ok(ABOUT, 'This server answers at PUBLIC_URL; that is where the webhooks go.')];
}

async function answersThere(publicUrl: string, fetch: typeof globalThis.fetch): Promise<boolean> {
  const result = await callVendor({ method: 'GET', url: `${publicUrl}/healthz`, fetch, deadlineMs: DEADLINE_MS });
  if (result.status !== 'answered' || result.httpStatus !== 200) return false;
  try {
    const answer: unknown = JSON.parse(result.text);
    return isJsonObject(answer) && answer['status'] === 'ok';
  } catch {
    return false;
  }
}
