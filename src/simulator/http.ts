import { Hono } from 'hono'
import type { VirtualTelegram } from './virtual-telegram.ts'

/** The Bot API over HTTP, for a bot in another process: /bot<token>/<method> and /file/bot<token>/<path>. */
export function botApi(telegram: VirtualTelegram): Hono {
  const app = new Hono()
  app.all('/:bot{bot[^/]+}/:method', (c) => telegram.fetch(c.req.raw))
  app.all('/file/:bot{bot[^/]+}/:path{.+}', (c) => telegram.fetch(c.req.raw))
  return app
}
