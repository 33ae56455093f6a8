import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Right now, in the whole database. */
export interface QueueDepths {
  /** Work that is due, and work that was set aside, by kind. */
  due: Readonly<Record<string, number>>;
  parked: Readonly<Record<string, number>>;
  activeSessions: number;
}

export interface Metrics {
  countRequest(request: { method: string; route: string; status: number; seconds: number }): void;
  /** An attempt of a tier: `accepted`, `failed`, `skipped` and their like. */
  countSend(tier: string, outcome: string): void;
  /** What a platform says about an account, by its words `quality`, `warning` and their like. */
  countAlert(alert: { provider: string; kind: string; severity: string }): void;
  /** The text that Prometheus reads. */
  render(): Promise<{ contentType: string; text: string }>;
}

const PREFIX = 'whatsapp_optin_';
const WEBHOOK = /^\/api\/webhooks\/([a-z]+)/;
/** A scrape more often than this gets the same gauges again. */
const REST_MS = 5_000;

/** Counts of this process, and gauges of the database. Labels are of closed lists: no phone, no id, no organization. */
export function createMetrics(readDepths: () => Promise<QueueDepths>, now: () => number = Date.now): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: `${PREFIX}http_request_duration_seconds`,
    help: 'Requests by pattern of their path; its count is their number.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.25, 1, 5],
    registers,
  });
  const webhooks = new Counter({
    name: `${PREFIX}webhooks_total`,
    help: 'Webhooks by vendor and outcome: accepted, refused (its secret is wrong), unreadable, failed (503: the vendor tries again).',
    labelNames: ['provider', 'outcome'],
    registers,
  });
  const sends = new Counter({
    name: `${PREFIX}sends_total`,
    help: 'Attempts by tier and first outcome; what vendors report later is in the database.',
    labelNames: ['tier', 'outcome'],
    registers,
  });
  const alerts = new Counter({
    name: `${PREFIX}account_alerts_total`,
    help: 'What platforms say about an account, its number or its templates.',
    labelNames: ['provider', 'kind', 'severity'],
    registers,
  });
  const due = new Gauge({
    name: `${PREFIX}queue_due`,
    help: 'Pieces of work that are due, counted up to 10,000.',
    labelNames: ['queue'],
    registers,
  });
  const parked = new Gauge({
    name: `${PREFIX}queue_parked`,
    help: 'Pieces of work that failed again and again and were set aside.',
    labelNames: ['queue'],
    registers,
  });
  const sessions = new Gauge({ name: `${PREFIX}sessions_active`, help: 'Open 24-hour sessions.', registers });
  const up = new Gauge({ name: `${PREFIX}database_up`, help: 'Whether the database answered.', registers });
  let readAt = -Infinity;

  const refresh = async (): Promise<void> => {
    if (now() - readAt < REST_MS) return;
    readAt = now();
    try {
      const depths = await readDepths();
      for (const [queue, count] of Object.entries(depths.due)) due.set({ queue }, count);
      for (const [queue, count] of Object.entries(depths.parked)) parked.set({ queue }, count);
      sessions.set(depths.activeSessions);
      up.set(1);
    } catch {
      // Counters are still reported: an outage is when they are needed.
      up.set(0);
    }
  };

  return {
    countRequest({ method, route, status, seconds }) {
      requests.observe({ method, route, status: String(status) }, seconds);
      const provider = WEBHOOK.exec(route)?.[1];
      if (provider !== undefined && method === 'POST') webhooks.inc({ provider, outcome: outcomeOf(status) });
    },
    countSend: (tier, outcome) => sends.inc({ tier, outcome }),
    countAlert: (alert) => alerts.inc(alert),
    async render() {
      await refresh();
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

function outcomeOf(status: number): string {
  if (status < 300) return 'accepted';
  if (status === 401 || status === 403) return 'refused';
  return status < 500 ? 'unreadable' : 'failed';
}
