import type { z } from 'zod'
import type { Database } from '../platform/db.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import { later } from '../platform/time.ts'

/** Something the bot says unasked. The row keeps ids; the facts are loaded, and the words chosen, when it is sent. */
export interface Notice<Data> {
  readonly kind: string
  readonly data: z.ZodType<Data>
  /** Higher goes first; below zero is a broadcast, which leaves room for everything else. */
  readonly priority: number
  /** Whether it waits for the hours in which people are written to (08:00 to 20:00 WIB); what is urgent does not. */
  readonly daytime: boolean
  /** From when on it is not worth being sent; undefined when it always is. `dueAt` is when it was to be sent. */
  expiresAt(data: Data, dueAt: Date): Date | undefined
  /** The screen to send, or undefined when the fact it was to tell is gone. */
  compose(db: Database, data: Data): Promise<((t: Translate) => Screen | Promise<Screen>) | undefined>
}

interface Definition<Data, Facts> {
  kind: string
  data: z.ZodType<Data>
  priority?: number
  daytime?: boolean
  /** Until when it is worth being sent: so many milliseconds after it was due, or a time that follows from its data. */
  worth?: number | ((data: Data) => Date | undefined)
  load(db: Database, data: Data): Promise<Facts | undefined>
  /** What is shown; a promise when a picture is drawn for it. */
  render(t: Translate, facts: Facts): Screen | Promise<Screen>
}

export function defineNotice<Data, Facts>(definition: Definition<Data, Facts>): Notice<Data> {
  const { kind, data, priority = 0, daytime = true, worth, load, render } = definition
  return {
    kind,
    data,
    priority,
    daytime,
    expiresAt(given, dueAt) {
      return typeof worth === 'number' ? later(dueAt, worth) : worth?.(given)
    },
    async compose(db, given) {
      const facts = await load(db, given)
      return facts === undefined ? undefined : (t) => render(t, facts)
    },
  }
}
