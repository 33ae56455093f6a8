import { pino, type DestinationStream } from 'pino';
import type { Log, LogFields, LogLevel } from '../log.js';

/** JSON lines. Every text that passes is stripped of what looks like a phone, a key, a token or a vendor's message id. */
export function createLog(options: { level: LogLevel; destination?: DestinationStream }): Log {
  const settings = { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = options.destination ? pino(settings, options.destination) : pino(settings);
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (fields: LogFields, message: string): void => {
      if (logger.isLevelEnabled(level)) logger[level](clean(fields), redact(message));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const KEY = String.raw`\b(?:sk|pk|ak|ct|st|ss|whsec)_[\w.~+/-]+`;
const JWT = String.raw`\beyJ[\w-]+\.[\w-]+\.[\w-]*`;
const QUERY = String.raw`\?[^\s"']*=[^\s"']*`;
// Seven digits and more, with the separators people type: a phone, or the digits inside a vendor's message id.
const NUMBER = String.raw`\+?\d(?:[ ().-]?\d){6,}`;
const SENSITIVE = new RegExp(`(${UUID})|${KEY}|${JWT}|${QUERY}|${NUMBER}`, 'gi');
const ISO_MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Last safeguard of the rule that such facts are never logged. Our ids (UUIDs) and moments stay readable. */
export function redact(text: string): string {
  if (ISO_MOMENT.test(text)) return text;
  return text.replace(SENSITIVE, (_match, uuid: string | undefined) => uuid ?? '[redacted]');
}

function clean(fields: LogFields): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') cleaned[name] = redact(value);
    // A host may pass its own fields, and types do not check what is in an object.
    else if (typeof value !== 'object' || value === null) cleaned[name] = value;
  }
  return cleaned;
}
