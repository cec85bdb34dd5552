import type { z } from 'zod'
import type { Database } from '../platform/db.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen } from '../platform/telegram/screen.ts'

/** Something the bot says unasked. The row keeps ids; the facts are loaded, and the words chosen, when it is sent. */
export interface Notice<Data> {
  readonly kind: string
  readonly data: z.ZodType<Data>
  /** Higher goes first. */
  readonly priority: number
  /** Whether it waits for the hours in which people are written to (08:00 to 20:00 WIB). */
  readonly daytime: boolean
  /** The screen to send, or undefined when the fact it was to tell is gone. */
  compose(db: Database, data: Data): Promise<((t: Translate) => Screen) | undefined>
}

interface Definition<Data, Facts> {
  kind: string
  data: z.ZodType<Data>
  priority?: number
  daytime?: boolean
  load(db: Database, data: Data): Promise<Facts | undefined>
  render(t: Translate, facts: Facts): Screen
}

export function defineNotice<Data, Facts>(definition: Definition<Data, Facts>): Notice<Data> {
  const { kind, data, priority = 0, daytime = true, load, render } = definition
  return {
    kind,
    data,
    priority,
    daytime,
    async compose(db, given) {
      const facts = await load(db, given)
      return facts === undefined ? undefined : (t) => render(t, facts)
    },
  }
}
