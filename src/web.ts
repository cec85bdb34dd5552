import { Hono } from 'hono'
import { queueScreen } from './booking/web.ts'
import type { Inbox } from './inbox/service.ts'
import { webhook } from './inbox/web.ts'
import { blandly } from './platform/log.ts'
import type { Runtime } from './runtime.ts'

/** The pages that everybody may look at; the demo has them too. */
export const publicPages = (rt: Runtime): Hono => new Hono().route('/', queueScreen(rt))

/** Door 3, the browser: whether the process lives and is ready, and the updates Telegram brings by webhook. */
export function createWeb(rt: Runtime, inbox: Inbox, webhookSecret: string | undefined): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    await rt.db.sql('SELECT 1')
    return c.text('ready')
  })
  app.route('/', publicPages(rt))
  if (webhookSecret) app.route('/', webhook(rt, inbox, webhookSecret))
  app.onError((error, c) => {
    rt.log.error({ door: 'web', what: c.req.path, outcome: 'failed', error: blandly(error) })
    return c.text('Maaf, ada gangguan. Mohon coba lagi sebentar lagi.', 503)
  })
  return app
}
