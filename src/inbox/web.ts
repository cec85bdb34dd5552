import { timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import { Hono } from 'hono'
import { z } from 'zod'
import { blandly } from '../platform/log.ts'
import type { Runtime } from '../runtime.ts'
import type { Inbox } from './service.ts'

export const WEBHOOK_PATH = '/telegram'

// Telegram's shape is trusted once the secret is right; here only what the inbox itself needs is checked.
const incoming = z.looseObject({ update_id: z.number().int() })

/** Receives updates from Telegram: 200 only when they are stored, 503 with Retry-After when the database is away. */
export function webhook(rt: Runtime, inbox: Inbox, secret: string): Hono {
  const app = new Hono()
  app.post(WEBHOOK_PATH, async (c) => {
    if (!sameSecret(c.req.header('X-Telegram-Bot-Api-Secret-Token') ?? '', secret)) return c.body(null, 401)
    const update = incoming.safeParse(await c.req.json().catch(() => undefined))
    if (!update.success) return c.body(null, 400)
    try {
      await inbox.receive([update.data as Update])
      return c.body(null, 200)
    } catch (error) {
      rt.log.warn({
        door: 'web',
        what: 'webhook',
        id: update.data.update_id,
        outcome: 'database away',
        error: blandly(error),
      })
      return c.body(null, 503, { 'Retry-After': '5' })
    }
  })
  return app
}

function sameSecret(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
