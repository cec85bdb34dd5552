import type { Update } from '@grammyjs/types'
import type { Clock } from '../platform/clock.ts'
import { type Machine, realMachine } from '../platform/machine.ts'
import { answer, answerQuietly, type Desk, type LoggedCall } from './answer.ts'
import { createFaults, type Faults } from './faults.ts'
import { createFileShelf } from './files.ts'
import { actionsIn, createGroup } from './groups.ts'
import { createFloodGate, type FloodLimits } from './limits.ts'
import type { GroupActions, NewGroup, NewPerson, PersonActions, ShownChat, ShownPerson } from './model.ts'
import { actionsOf, createAccount } from './person.ts'
import { createPolling } from './polling.ts'
import { readCall } from './read-call.ts'
import { showChat, showPerson } from './show.ts'
import { abortedBy } from './signals.ts'
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts'
import { createWebhook, type Webhook } from './webhook.ts'
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
  /** Fields the Bot API does not know: mistakes of one's own, or ignored as in real life, for programs of other people. */
  unknownFields?: 'refused' | 'ignored'
  /** How many messages of each chat are remembered, for runs of very many; all of them when not said. */
  keptMessages?: number
}

/** A Telegram with one bot in it that lives in memory: people, their private chats with the bot, files and updates. */
export interface VirtualTelegram {
  /** The bot's name in links, without @. */
  readonly username: string
  /** How much the bot may send before it is told to wait. */
  readonly limits: FloodLimits
  /** What goes wrong on its own in the real world, on demand. */
  readonly faults: Faults
  /** The whole HTTP face, Bot API and file downloads; goes where a bot library takes a fetch function. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  addPerson(person: NewPerson): PersonActions
  person(id: number): PersonActions
  people(): ShownPerson[]
  chat(personId: number): ShownChat
  /** A group that the bot is not in yet. */
  addGroup(group: NewGroup): GroupActions
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
  const { desk, calls } = createDesk(options, listeners)
  const { world, limits, faults } = desk
  return {
    username: world.bot.username,
    limits,
    faults,
    async fetch(input, init) {
      if (init?.signal?.aborted) throw abortedBy(init.signal)
      return answer(desk, readCall(input, init))
    },
    ...inhabitants(world),
    file: (fileId) => world.files.byId.get(fileId),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takeUpdates() {
      const updates = world.updates.first(Number.POSITIVE_INFINITY)
      world.updates.clear()
      return updates
    },
    calls: () => calls,
  }
}

type Inhabitants = Pick<VirtualTelegram, 'addPerson' | 'person' | 'people' | 'chat' | 'addGroup'>

/** People and groups, by ids that nobody had before. */
function inhabitants(world: World): Inhabitants {
  let highestId = 1000
  return {
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
    addGroup(group) {
      const number = 5001 + world.groups.size
      const made = createGroup(group, group.kind === 'supergroup' ? -1_000_000_000_000 - number : -number)
      world.groups.set(made.chat.id, made)
      return actionsIn(world, made)
    },
  }
}

function known(world: World, id: number): Account {
  const account = world.accounts.get(id)
  if (!account) throw new Error(`there is no person ${id}`)
  return account
}

function createDesk(options: TelegramOptions, listeners: ReadonlySet<(personId: number) => void>) {
  const { machine = realMachine } = options
  const calls: LoggedCall[] = []
  const faults = createFaults(machine)
  const updates = createUpdateQueue(machine, options.firstUpdateId ?? 100_001, faults)
  const webhook = createWebhook({
    clock: options.clock,
    machine,
    queue: updates,
    fetch: options.fetch ?? fetch,
    callBack: (method, fields) => answerQuietly(desk, method, fields),
  })
  const desk: Desk = {
    world: createWorld(options, machine, updates, webhook, listeners),
    polling: createPolling(machine, updates),
    limits: createFloodGate(machine),
    faults,
    log(call) {
      calls.push(call)
      if (calls.length > loggedCalls) calls.shift()
    },
  }
  return { desk, calls }
}

function createWorld(
  options: TelegramOptions,
  machine: Machine,
  updates: UpdateQueue,
  webhook: Webhook,
  listeners: ReadonlySet<(personId: number) => void>,
): World {
  const accounts: World['accounts'] = new Map()
  let serial = 0
  return {
    token: options.token,
    bot: botOf(options),
    clock: options.clock,
    machine,
    accounts,
    groups: new Map(),
    unknownFields: options.unknownFields ?? 'refused',
    keptMessages: options.keptMessages ?? Number.POSITIVE_INFINITY,
    files: createFileShelf(),
    updates,
    webhook,
    presses: new Map(),
    commands: [],
    changed(chatId) {
      // Whoever listens looks at people's phones; groups are on none of them.
      if (accounts.has(chatId)) for (const listener of [...listeners]) listener(chatId)
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
