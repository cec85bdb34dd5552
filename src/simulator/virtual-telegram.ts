import type { Update } from '@grammyjs/types'
import type { Clock } from '../platform/clock.ts'
import { answer, type LoggedCall } from './answer.ts'
import { createFileShelf } from './files.ts'
import { type Machine, realMachine } from './machine.ts'
import type { NewPerson, PersonActions, ShownChat, ShownPerson } from './model.ts'
import { actionsOf, createAccount } from './person.ts'
import { abortedBy, createPolling } from './polling.ts'
import { readCall } from './read-call.ts'
import { showChat, showPerson } from './show.ts'
import { createUpdateQueue } from './update-queue.ts'
import { createWebhook } from './webhook.ts'
import type { Account, World } from './world.ts'

export interface TelegramOptions {
  /** The one bot's token, such as "4000:test"; the number before the colon is the bot's id. */
  token: string
  /** The product's clock: dates of messages, and the 48 hours in which they can be deleted. */
  clock: Clock
  username?: string
  botName?: string
  /** How the webhook is called. */
  fetch?: typeof fetch
  /** The machine's time: long polls, retries, the age of a press, what counts as unasked. */
  machine?: Machine
  firstUpdateId?: number
}

/** A Telegram with one bot in it that lives in memory: people, their private chats with the bot, files and updates. */
export interface VirtualTelegram {
  /** The bot's name in links, without @. */
  readonly username: string
  /** The whole HTTP face, Bot API and file downloads; goes where a bot library takes a fetch function. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  addPerson(person: NewPerson): PersonActions
  person(id: number): PersonActions
  people(): ShownPerson[]
  chat(personId: number): ShownChat
  file(fileId: string): { bytes: Uint8Array; mime: string; name: string } | undefined
  /** Calls `listener` whenever a person's chat looks different; gives back how to stop that. */
  onChange(listener: (personId: number) => void): () => void
  /** Hands over all queued updates and forgets them, as a bot that polls and confirms would. */
  takeUpdates(): Update[]
  /** The bot's latest 1000 calls, oldest first, refused ones included. */
  calls(): readonly LoggedCall[]
}

const loggedCalls = 1000

export function createVirtualTelegram(options: TelegramOptions): VirtualTelegram {
  const listeners = new Set<(personId: number) => void>()
  const calls: LoggedCall[] = []
  let highestId = 1000
  const world = createWorld(options, listeners, (token, method, fields) =>
    answer(desk, Promise.resolve({ token, method, fields, loose: false, uploads: new Map(), signal: undefined })),
  )
  const desk = {
    world,
    polling: createPolling(world.machine, world.updates),
    log(call: LoggedCall) {
      calls.push(call)
      if (calls.length > loggedCalls) calls.shift()
    },
  }
  return {
    username: world.bot.username ?? '',
    async fetch(input, init) {
      if (init?.signal?.aborted) throw abortedBy(init.signal)
      return answer(desk, readCall(input, init))
    },
    addPerson(person) {
      const id = person.id ?? highestId + 1
      if (world.accounts.has(id)) throw new Error(`there is a person ${id} already`)
      highestId = Math.max(highestId, id)
      const account = createAccount(person, id)
      world.accounts.set(id, account)
      world.changed(id)
      return actionsOf(world, account)
    },
    person: (id) => actionsOf(world, known(world, id)),
    people: () => [...world.accounts.values()].map(showPerson),
    chat: (personId) => showChat(world, known(world, personId)),
    file: (fileId) => world.files.byId.get(fileId),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takeUpdates() {
      const updates = world.updates.pending().map(({ update }) => update)
      world.updates.confirm(() => true)
      return updates
    },
    calls: () => calls,
  }
}

function known(world: World, id: number): Account {
  const account = world.accounts.get(id)
  if (!account) throw new Error(`there is no person ${id}`)
  return account
}

function createWorld(
  options: TelegramOptions,
  listeners: ReadonlySet<(personId: number) => void>,
  callBack: (token: string, method: string, fields: Record<string, unknown>) => Promise<unknown>,
): World {
  const { token, clock, machine = realMachine } = options
  const updates = createUpdateQueue(machine, options.firstUpdateId ?? 100_001)
  let serial = 0
  return {
    token,
    bot: botOf(options),
    clock,
    machine,
    accounts: new Map(),
    files: createFileShelf(),
    updates,
    webhook: createWebhook({
      clock,
      machine,
      queue: updates,
      fetch: options.fetch ?? fetch,
      callBack: (method, fields) => callBack(token, method, fields),
    }),
    presses: new Map(),
    commands: [],
    changed(personId) {
      for (const listener of [...listeners]) listener(personId)
    },
    serial: () => ++serial,
  }
}

function botOf({ token, username = 'dampingi_bot', botName = 'Dampingi' }: TelegramOptions): World['bot'] {
  return {
    id: Number.parseInt(token, 10) || 4000,
    is_bot: true,
    first_name: botName,
    username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  }
}
