import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import { ConnectionCut } from './faults.ts'
import type { VirtualTelegram } from './virtual-telegram.ts'

/** The Bot API over HTTP, for a bot in another process: /bot<token>/<method> and /file/bot<token>/<path>. */
export function botApi(telegram: Pick<VirtualTelegram, 'fetch'>): Hono {
  const app = new Hono()
  const pass = (c: Context) => telegram.fetch(c.req.raw).catch((error: unknown) => hangUp(c, error))
  app.all('/:bot{bot[^/]+}/:method', pass)
  app.all('/file/:bot{bot[^/]+}/:path{.+}', pass)
  return app
}

/** A connection that is to break really breaks; whoever hung up first needs no answer. */
function hangUp(c: Context, error: unknown): Response {
  const isOver = error instanceof ConnectionCut || c.req.raw.signal.aborted
  if (!isOver || !isServed(c.env)) throw error
  c.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

/** Whether a server of Node's stands behind the request, and not a test that calls the app itself. */
function isServed(env: unknown): env is HttpBindings {
  return typeof env === 'object' && env !== null && 'incoming' in env
}
