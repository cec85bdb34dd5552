import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { translator } from '../platform/i18n/translator.ts'
import { atWib } from '../platform/time.ts'
import type { Runtime } from '../runtime.ts'
import { numbers, type QueueWords, queuePage, SCRIPT, STYLE } from './queue-page.ts'
import { type PublicQueue, publicQueue } from './queue-store.ts'
import { dayId } from './rules.ts'

/** How often a screen looks for new numbers, in milliseconds. */
const LOOK_EVERY = 3_000
/** After so many looks without news a line is sent, so that nothing on the way takes the connection for a dead one. */
const QUIET_LOOKS = 10

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The public screen of a desk: the numbers being served, and no names. */
export function queueScreen(rt: Runtime): Hono {
  const app = new Hono()
  const t = translator('id')
  app.get('/antrean/layar.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get('/antrean/layar.js', (c) => c.body(SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  app.get('/antrean/:id', async (c) => {
    const queue = await queueIn(c)
    if (!queue) return c.text(t('queue-page-gone'), 404)
    c.header('Content-Security-Policy', POLICY)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Cache-Control', 'no-store')
    return c.html(queuePage(queue, wordsOf(queue)))
  })
  app.get('/antrean/:id/events', async (c) => {
    if (!(await queueIn(c))) return c.text(t('queue-page-gone'), 404)
    return streamSSE(c, async (stream) => {
      let shown = ''
      for (let quiet = 0; !stream.aborted && !stream.closed; await stream.sleep(LOOK_EVERY)) {
        const queue = await queueIn(c)
        if (!queue) return
        const news = String(await numbers(queue, wordsOf(queue)))
        quiet = news === shown ? quiet + 1 : 0
        if (news !== shown) await stream.writeSSE({ data: news })
        else if (quiet % QUIET_LOOKS === 0) await stream.write(': \n\n')
        shown = news
      }
    })
  })

  async function queueIn(c: Context): Promise<PublicQueue | undefined> {
    const id = dayId().safeParse(c.req.param('id'))
    return id.success ? publicQueue(rt.db.reader, id.data) : undefined
  }

  const wordsOf = ({ day }: PublicQueue): QueueWords => ({
    title: t.label('queue-page', { title: day.title }),
    day: t.longDay(atWib(day.day, '12:00')),
    serving: t.label('queue-page-serving'),
    waiting: t.label('queue-page-waiting'),
    nobody: t.label('queue-page-nobody'),
  })
  return app
}
