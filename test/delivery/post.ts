import { z } from 'zod'
import { defineNotice, type Notice } from '../../src/delivery/notice.ts'
import { notify } from '../../src/delivery/service.ts'
import type { PersonId } from '../../src/people/rules.ts'
import { onWire } from '../inbox/wire.ts'
import type { World } from '../support/index.ts'

export interface News {
  text: string
}

/** Facts that are gone: news about them is no longer told. */
export const gone = new Set<string>()

interface Kinds {
  kind: string
  priority: number
  daytime: boolean
  worth?: number | ((data: News) => Date)
}
export const kinds: Kinds = { kind: 'test-news', priority: 0, daytime: true }
export function newsOf(about: Partial<Kinds> = {}): Notice<News> {
  return defineNotice({
    ...kinds,
    ...about,
    data: z.object({ text: z.string() }),
    load: async (_, { text }) => (gone.has(text) ? undefined : { text }),
    render: (t, { text }) => ({ text: `${t('continue')}: ${text}` }),
  })
}
export const news = newsOf()
export const urgent = newsOf({ kind: 'test-urgent', priority: 10 })
export const nightly = newsOf({ kind: 'test-nightly', daytime: false })
export const notices = [news, urgent, nightly] as unknown as Notice<never>[]

interface Row {
  purpose: string
  state: string
  tries: number
  uncertain: number
  failure: string | null
  due_at: Date
  settled_at: Date | null
}

/** Messages to people at the end of a wire. */
export async function post(world: World, more: readonly Notice<News>[] = []) {
  gone.clear()
  const wired = await onWire(world, [...notices, ...(more as unknown as Notice<never>[])])
  const { rt } = world
  const say = (to: PersonId, text: string, notice: Notice<News> = news, purpose = `${notice.kind}:${text}`) =>
    rt.db.transaction((tx) => notify(rt, tx, notice, { to, purpose, data: { text } }))
  const rows = () =>
    rt.db.sql<Row>('SELECT purpose, state, tries, uncertain, failure, due_at, settled_at FROM delivery ORDER BY id')
  const states = async () => (await rows()).map(({ state }) => state)
  /** Lets the machine's time pass after which a message is tried again, as far as the database knows it. */
  const soon = async () => {
    await rt.db.sql('UPDATE delivery SET leased_until = NULL')
    await rt.db.sql('UPDATE send_pace SET paused_until = clock_timestamp(), free_at = clock_timestamp()')
  }
  const sends = () => wired.wire.calls.filter((method) => method === 'sendMessage').length
  return { ...wired, say, rows, states, soon, sends, sender: wired.newSender() }
}
