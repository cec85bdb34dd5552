import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Fault, Faults } from './faults.ts'
import type { FloodLimits } from './limits.ts'

/** The faults and limits of the simulated Telegram, where it has such. */
export interface Troubled {
  faults?: Faults
  limits?: FloodLimits
}

/** What the panel "Gangguan" shows: what has yet to strike, in words, and the limits on sending. */
export interface TroubleState {
  armed: string[]
  limited: boolean
  /** Calls that were told to wait, since the simulator started. */
  refused: number
}

/** The faults that have a button, by the name the page knows them by. */
const presets = {
  error: { kind: 'error', code: 502, times: 3 },
  'cut-before': { kind: 'cut', when: 'before' },
  'cut-after': { kind: 'cut', when: 'after' },
  'lost-updates': { kind: 'cut', when: 'after', method: 'getUpdates' },
  slow: { kind: 'slow', seconds: 10 },
  duplicate: { kind: 'duplicate' },
  jump: { kind: 'jump', to: 1 },
  revoked: { kind: 'revoked' },
} satisfies Record<string, Fault>

const faultBody = z.object({
  fault: z.enum(['error', 'cut-before', 'cut-after', 'lost-updates', 'slow', 'duplicate', 'jump', 'revoked', 'none']),
})
const limitBody = z.object({ enforced: z.boolean() })

/** What the page may know of the troubles; nothing where there are none to be had. */
export function troubleOf({ faults, limits }: Troubled): { trouble?: TroubleState } {
  if (!faults || !limits) return {}
  const refused = Object.values(limits.refusals()).reduce((sum, count) => sum + count, 0)
  return { trouble: { armed: faults.armed().map(describe), limited: limits.enforced(), refused } }
}

/** Arms a fault, forgets them all, or switches the limits; the answer tells what is so now. */
export function addTroubles(
  app: Hono,
  { faults, limits }: Troubled,
  on: { done(c: Context): Response; badInput(c: Context, error: z.ZodError): Response },
): void {
  if (!faults || !limits) return
  app.post('/faults', async (c) => {
    const body = faultBody.safeParse(await c.req.json().catch(() => undefined))
    if (!body.success) return on.badInput(c, body.error)
    if (body.data.fault === 'none') faults.disarm()
    else faults.arm(presets[body.data.fault])
    return on.done(c)
  })
  app.post('/limits', async (c) => {
    const body = limitBody.safeParse(await c.req.json().catch(() => undefined))
    if (!body.success) return on.badInput(c, body.error)
    limits.enforce(body.data.enforced)
    return on.done(c)
  })
}

function describe(fault: Fault): string {
  switch (fault.kind) {
    case 'error':
      return `dijawab ${fault.code}${timesLeft(fault.times)}`
    case 'cut':
      if (fault.method === 'getUpdates') return `kiriman pesan masuk hilang${timesLeft(fault.times)}`
      return `${fault.when === 'before' ? 'putus sebelum sampai' : 'jawaban hilang'}${timesLeft(fault.times)}`
    case 'slow':
      return `lambat ${fault.seconds} detik${timesLeft(fault.times)}`
    case 'duplicate':
      return `pesan berikutnya datang dua kali${timesLeft(fault.times)}`
    case 'jump':
      return `nomor pembaruan kembali ke ${fault.to}`
    case 'revoked':
      return 'token dicabut, sampai dihapus'
  }
}

const timesLeft = (times = 1): string => (times > 1 ? `, ${times} kali lagi` : '')
