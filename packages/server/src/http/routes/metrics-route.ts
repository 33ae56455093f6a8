import { defineRoute } from '../define-route.js';
import { anyone } from '../who.js';

/** For Prometheus. It holds counts alone, of no organization; who may not know them is kept away by the proxy in front. */
export const METRICS_ROUTE = defineRoute(
  {
    method: 'get',
    path: '/metrics',
    id: 'readMetrics',
    tag: 'Operation',
    summary: 'Counts and gauges for Prometheus, without personal data',
    who: anyone,
    output: { 200: { description: 'The text', contentType: 'text/plain' } },
    example: {},
  },
  async ({ context }) => {
    const { contentType, text } = await context.metrics.render();
    return new Response(text, { headers: { 'content-type': contentType } });
  },
);
