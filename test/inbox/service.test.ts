import fc from 'fast-check'
import { Client } from 'pg'
import { createInbox, type InboxOptions } from '../../src/inbox/service.ts'
import { claim, clearLeases, finish, receive, release, renew, type StoredUpdate } from '../../src/inbox/store.ts'
import { handlingOf } from '../../src/platform/telegram/handling.ts'
import { expect, test, type World } from '../support/index.ts'
import { databaseUrl, serverUrl } from '../support/template.ts'
import { gate, pressed, said, textOf, until } from './updates.ts'

interface Row {
  update_id: number
  lane: number
  payload: unknown
  tries: number
  done_at: Date | null
}

const rows = ({ rt }: World) => rt.db.sql<Row>('SELECT update_id, lane, payload, tries, done_at FROM inbox ORDER BY id')

/** An inbox whose handler is the test's own; it notes what was handled in which order. */
function inboxOf({ rt }: World, options: Partial<InboxOptions> = {}) {
  const handled: string[] = []
  const givenUp: string[] = []
  const inbox = createInbox(rt, {
    handle: async (update) => void handled.push(textOf(update)),
    giveUp: async (update) => void givenUp.push(textOf(update)),
    // In the past, because the embedded database tells the time no finer than milliseconds.
    retryDelay: () => -1_000,
    ...options,
  })
  return { inbox, handled, givenUp }
}

test('an update that comes twice, at once or later, is stored and handled once', async ({ world }) => {
  const { inbox, handled } = inboxOf(world)
  await Promise.all([inbox.receive([said(1, 7, 'a')]), inbox.receive([said(1, 7, 'a'), said(2, 7, 'b')])])
  await inbox.drain()
  await inbox.receive([said(1, 7, 'a'), said(2, 7, 'b')])
  await inbox.drain()
  expect(handled).toEqual(['a', 'b'])
  expect(await rows(world)).toHaveLength(2)
})

test('what was sent is gone from the inbox as soon as it was handled', async ({ world }) => {
  const { inbox } = inboxOf(world)
  await inbox.receive([said(1, 7, 'NIK saya 1376014107900001')])
  expect(JSON.stringify(await rows(world))).toContain('1376014107900001')
  await inbox.drain()
  expect(await rows(world)).toMatchObject([{ update_id: 1, payload: null, tries: 1, done_at: world.clock.now() }])
})

test('every chat is handled in its order and never twice at a time, while many go on at once', async ({ world }) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 }),
      fc.array(fc.nat(3), { minLength: 30, maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      async (chats, turns, lanes) => {
        await world.rt.db.sql('DELETE FROM inbox')
        const order = new Map<number, string[]>()
        const busy = new Set<number>()
        const { inbox } = inboxOf(world, {
          lanes,
          async handle(update) {
            const chat = update.message?.chat.id ?? 0
            expect(busy.has(chat), 'two of a chat at once').toBe(false)
            busy.add(chat)
            expect(busy.size).toBeLessThanOrEqual(lanes)
            for (let turn = 0; turn < (turns[update.update_id] ?? 0); turn++)
              await new Promise((resolve) => setImmediate(resolve))
            order.set(chat, [...(order.get(chat) ?? []), textOf(update)])
            busy.delete(chat)
          },
        })
        const updates = chats.map((chat, at) => said(at, chat))
        const half = Math.floor(updates.length / 2)
        await inbox.receive(updates.slice(0, half))
        await Promise.all([inbox.receive(updates.slice(half)), inbox.drain()])
        await inbox.drain()
        const expected = Map.groupBy(updates, (update) => update.message?.chat.id ?? 0)
        expect(order).toEqual(new Map([...expected].map(([chat, all]) => [chat, all.map(textOf)])))
      },
    ),
    { numRuns: 15 },
  )
})

test('two processes at one database share the chats, and neither breaks the order of one', async ({ world }) => {
  const order: Record<number, number[]> = {}
  const busy = new Set<number>()
  const handle: InboxOptions['handle'] = async (update) => {
    const chat = update.message?.chat.id ?? 0
    expect(busy.has(chat)).toBe(false)
    busy.add(chat)
    await new Promise((resolve) => setImmediate(resolve))
    order[chat] = [...(order[chat] ?? []), update.update_id]
    busy.delete(chat)
  }
  const [one, two] = [inboxOf(world, { handle, lanes: 2 }), inboxOf(world, { handle, lanes: 2 })]
  const updates = Array.from({ length: 40 }, (_, at) => said(at + 1, at % 5))
  await one.inbox.receive(updates)
  await Promise.all([one.inbox.drain(), two.inbox.drain()])
  await one.inbox.drain()
  for (const numbers of Object.values(order)) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(Object.values(order).flat()).toHaveLength(40)
})

test('other chats go on while one waits, and its own next message waits with it', async ({ world }) => {
  const slow = gate()
  const handled: string[] = []
  const { inbox } = inboxOf(world, {
    async handle(update) {
      if (textOf(update) === 'slow') await slow.promise
      handled.push(textOf(update))
    },
  })
  await inbox.receive([said(1, 1, 'slow'), said(2, 1, 'after slow'), said(3, 2, 'b'), said(4, 2, 'c'), said(5, 3, 'd')])
  const drained = inbox.drain()
  await until(() => handled.length === 3)
  expect(handled.toSorted()).toEqual(['b', 'c', 'd'])
  expect(await claim(world.rt.db, 10)).toEqual([])
  slow.open()
  await drained
  expect(handled.slice(3)).toEqual(['slow', 'after slow'])
})

test('a press and a message of one person wait for each other', async ({ world }) => {
  const { inbox } = inboxOf(world)
  await inbox.receive([said(1, 7), pressed(2, 7, 'go'), said(3, 8)])
  expect((await claim(world.rt.db, 10)).map(({ update }) => update.update_id).toSorted()).toEqual([1, 3])
})

test('a failure in passing is tried again, and what comes after it in the chat waits for that', async ({ world }) => {
  const handled: string[] = []
  let outages = 3
  const { inbox, givenUp } = inboxOf(world, {
    async handle(update) {
      if (textOf(update) === 'a' && outages-- > 0) throw new Error('away')
      handled.push(textOf(update))
    },
  })
  await inbox.receive([said(1, 7, 'a'), said(2, 7, 'b'), said(3, 8, 'other')])
  await inbox.drain()
  expect(handled.filter((text) => text !== 'other')).toEqual(['a', 'b'])
  expect(handled[0]).toBe('other')
  expect(givenUp).toEqual([])
  expect((await rows(world)).map(({ tries }) => tries)).toEqual([4, 1, 1])
})

test('before the next try some time passes, more each time, and others need not wait', async ({ world }) => {
  const delays: number[] = []
  const { inbox, handled } = inboxOf(world, {
    handle: () => Promise.reject(new Error('away')),
    retryDelay(tries) {
      delays.push(tries)
      return 3_600_000
    },
  })
  await inbox.receive([said(1, 7)])
  await inbox.drain()
  expect(delays).toEqual([1])
  expect(handled).toEqual([])
  const [{ wait = 0 } = {}] = await world.rt.db.sql<{ wait: number }>(
    'SELECT extract(epoch FROM leased_until - clock_timestamp())::int AS wait FROM inbox',
  )
  expect(wait).toBeGreaterThan(3_000)
})

test('after five tries the person is told sorry, once, and the chat goes on', async ({ world }) => {
  const tries: string[] = []
  const { inbox, givenUp } = inboxOf(world, {
    async handle(update) {
      tries.push(textOf(update))
      if (textOf(update) === 'poison') throw new Error('away')
    },
  })
  await inbox.receive([said(1, 7, 'poison'), said(2, 7, 'next')])
  await inbox.drain()
  expect(tries).toEqual([...Array<string>(5).fill('poison'), 'next'])
  expect(givenUp).toEqual(['poison'])
  expect(await rows(world)).toMatchObject([
    { payload: null, done_at: world.clock.now() },
    { payload: null, done_at: world.clock.now() },
  ])
})

test('each failed try is one line in the log, without what was said', async ({ world }) => {
  const { inbox } = inboxOf(world, { handle: () => Promise.reject(new Error('Yanti Marlina said something')) })
  await inbox.receive([said(1, 7, 'rahasia')])
  await inbox.drain()
  const lines = world.logged.filter((line) => line.includes('"retry"'))
  expect(lines).toHaveLength(5)
  expect(lines.join()).not.toMatch(/Yanti|rahasia/)
})

const expireLeases = ({ rt }: World) =>
  rt.db.sql(`UPDATE inbox SET leased_until = clock_timestamp() - interval '1 second'`)

/** One update taken by a worker that then was away too long, and taken again by another. */
async function takenTwice(world: World): Promise<[StoredUpdate, StoredUpdate]> {
  const { rt } = world
  await receive(rt.db, [said(1, 7)], rt.clock.now())
  const [first] = await claim(rt.db, 1)
  expect(await claim(rt.db, 1)).toEqual([])
  await expireLeases(world)
  const [second] = await claim(rt.db, 1)
  if (!first || !second) throw new Error('nothing was taken')
  expect([first.tries, second.tries]).toEqual([1, 2])
  return [first, second]
}

test('a worker whose update went to another can neither finish, nor keep, nor give it back', async ({ world }) => {
  const { db, clock } = world.rt
  const [first, second] = await takenTwice(world)
  const whole = () => world.rt.db.sql('SELECT * FROM inbox')
  const before = await whole()
  await finish(db, first, { chatId: 7, state: 'asked by the first' }, clock.now())
  await finish(db, first, { chatId: 7, state: null }, clock.now())
  await finish(db, first, undefined, clock.now())
  await renew(db, first)
  await release(db, first, 0)
  expect(await whole()).toEqual(before)
  expect(await db.reader.questionState.count()).toBe(0)

  await finish(db, second, { chatId: 7, state: 'asked by the second' }, clock.now())
  expect(await rows(world)).toMatchObject([{ payload: null, done_at: clock.now() }])
  expect(await db.reader.questionState.findMany()).toMatchObject([{ chatId: 7n, state: 'asked by the second' }])
})

test('a worker that comes back too late does not answer the question the other one asked', async ({ world }) => {
  const { db, clock } = world.rt
  const [first, second] = await takenTwice(world)
  await finish(db, second, { chatId: 7, state: 'open' }, clock.now())
  await finish(db, first, { chatId: 7, state: null }, clock.now())
  expect(await db.reader.questionState.findMany()).toMatchObject([{ state: 'open' }])
})

test('the open question changes together with done: asked, asked anew, answered', async ({ world }) => {
  const states: (string | null)[] = ['first', 'second', null]
  const { inbox } = inboxOf(world, {
    async handle(update) {
      handlingOf(update).question = { chatId: 7, state: states[update.update_id - 1] ?? null }
    },
  })
  const open = async () => (await world.rt.db.reader.questionState.findMany()).map(({ state }) => state)
  for (const [at, expected] of [['first'], ['second'], []].entries()) {
    await inbox.receive([said(at + 1, 7)])
    await inbox.drain()
    expect(await open()).toEqual(expected)
  }
})

test('a try that failed leaves the open question as it was', async ({ world }) => {
  let tries = 0
  const { inbox } = inboxOf(world, {
    async handle(update) {
      handlingOf(update).question = { chatId: 7, state: `try ${++tries}` }
      if (tries < 3) throw new Error('away')
    },
  })
  await inbox.receive([said(1, 7)])
  await inbox.drain()
  expect((await world.rt.db.reader.questionState.findMany()).map(({ state }) => state)).toEqual(['try 3'])
})

test('an update is known by the same cause at every try', async ({ world }) => {
  const causes: number[] = []
  const { inbox } = inboxOf(world, {
    async handle(update) {
      causes.push(handlingOf(update).cause)
      if (causes.length < 3) throw new Error('away')
    },
  })
  await inbox.receive([said(1, 7)])
  await inbox.drain()
  expect(causes).toHaveLength(3)
  expect(new Set(causes).size).toBe(1)
})

test('what a dead process had taken is free as soon as the only process starts again', async ({ world }) => {
  await receive(world.rt.db, [said(1, 7)], world.clock.now())
  expect(await claim(world.rt.db, 1)).toHaveLength(1)
  expect(await claim(world.rt.db, 1)).toHaveLength(0)
  await clearLeases(world.rt.db)
  expect(await claim(world.rt.db, 1)).toMatchObject([{ tries: 2 }])
})

test('once started it takes what was left behind and what arrives, until it is stopped', async ({ world }) => {
  await receive(world.rt.db, [said(1, 7, 'left behind')], world.clock.now())
  let afterwards = 0
  const { inbox, handled } = inboxOf(world, { afterwards: () => void afterwards++ })
  inbox.start()
  await until(() => handled.length === 1)
  await inbox.receive([said(2, 7, 'arrived'), said(3, 8, 'too')])
  await until(() => handled.length === 3)
  await inbox.stop()
  expect(afterwards).toBeGreaterThan(0)
  await inbox.receive([said(4, 7, 'later')])
  expect(handled.toSorted()).toEqual(['arrived', 'left behind', 'too'])
})

test('stopping waits for what is being handled', async ({ world }) => {
  const slow = gate()
  let begun = false
  const { inbox } = inboxOf(world, {
    async handle() {
      begun = true
      await slow.promise
    },
  })
  inbox.start()
  await inbox.receive([said(1, 7)])
  await until(() => begun)
  let stopped = false
  const stopping = inbox.stop().then(() => {
    stopped = true
  })
  await until(async () => (await rows(world)).length === 1)
  expect(stopped).toBe(false)
  slow.open()
  await stopping
  expect(await rows(world)).toMatchObject([{ done_at: world.clock.now() }])
})

test('what comes in while something is being stored is stored together, also after a failure', async ({ world }) => {
  let isAway = true
  const stored: unknown[] = []
  const sql: World['rt']['db']['sql'] = (text, values) => {
    stored.push(values?.[0])
    if (!isAway) return world.rt.db.sql(text, values)
    isAway = false
    return Promise.reject(new Error('Connection terminated'))
  }
  const db = { ...world.rt.db, sql }
  const inbox = createInbox({ ...world.rt, db }, { handle: async () => undefined, giveUp: async () => undefined })
  const first = inbox.receive([said(1, 7, 'a')])
  await Promise.resolve() // now the first is on its way
  const others = [inbox.receive([said(2, 7, 'b')]), inbox.receive([said(3, 8, 'c')])]
  await expect(first).rejects.toThrow('Connection terminated')
  await Promise.all(others)
  expect(stored).toHaveLength(2)
  expect((await rows(world)).map(({ update_id }) => update_id)).toEqual([2, 3])
})

test('when the database is away an update is not taken for received', async ({ world }) => {
  const { rt } = world
  const away: typeof rt = {
    ...rt,
    db: { ...rt.db, sql: () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' })) },
  }
  const inbox = createInbox(away, { handle: async () => undefined, giveUp: async () => undefined })
  await expect(inbox.receive([said(1, 7)])).rejects.toThrow('away')
  expect(await rows(world)).toEqual([])
})

// PostgreSQL's jsonb refuses both, and a batch that cannot be stored is fetched again for ever.
for (const [what, data] of [
  ['a null character', 'go\0'],
  ['half a character', '\ud83d'],
] as const) {
  test(`a forged press with ${what} in it does not stop the bot for everybody else`, async ({ world }) => {
    const { inbox, handled } = inboxOf(world)
    await inbox.receive([pressed(1, 7, data), said(2, 8, 'somebody else')]).catch(() => undefined)
    await inbox.drain()
    expect(handled).toHaveLength(2)
    expect(handled).toContain('somebody else')
  })
}

// Two calls of the webhook are stored over two connections. The embedded database has but one.
if (serverUrl()) {
  test('a message and a press that Telegram brings at the same moment are not handled at the same moment', async ({
    world,
  }) => {
    const { rt } = world
    const [{ name = '' } = {}] = await rt.db.sql<{ name: string }>('SELECT current_database() AS name')
    const other = new Client({ connectionString: databaseUrl(name) })
    await other.connect()
    await other.query('BEGIN')
    const { message } = said(1, 7)
    await other.query('INSERT INTO inbox (update_id, lane, payload, received_at) VALUES (1, 7, $1, now())', [
      JSON.stringify({ update_id: 1, message }),
    ])
    await receive(rt.db, [pressed(2, 7, 'go')], rt.clock.now())
    const first = await claim(rt.db, 10)
    await other.query('COMMIT')
    await other.end()
    const second = await claim(rt.db, 10)
    expect(first.length + second.length).toBe(1)
  })
}
