import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { describeAnswers } from '../describe-answers.js';
import type { HttpEnv, RouteContext } from '../http-env.js';

/** For Prometheus. It holds counts alone, of no organization; who may not know them is kept away by the proxy in front. */
export function addMetricsRoute(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/metrics',
    summary: 'Counts and gauges for Prometheus, without personal data',
    responses: describeAnswers({ 200: { description: 'The text', content: { 'text/plain': { schema: z.string() } } } }),
  });
  app.get('/metrics', async () => {
    const { contentType, text } = await context.metrics.render();
    return new Response(text, { headers: { 'content-type': contentType } });
  });
}
