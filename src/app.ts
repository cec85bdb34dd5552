import type { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { loadReference } from '../prisma/reference.ts'
import { createBot } from './bot.ts'
import { showProgress } from './broadcast/progress.ts'
import { createSender } from './delivery/sender.ts'
import { createInbox, type Inbox } from './inbox/service.ts'
import { clearLeases } from './inbox/store.ts'
import { announceCommands } from './people/menu.ts'
import { appointAdmins } from './people/service.ts'
import { realMachine } from './platform/machine.ts'
import { createApi, type TelegramClient } from './platform/telegram/client.ts'
import { type Rates, telegramRates } from './platform/telegram/rates.ts'
import { createSendGate } from './platform/telegram/send-gate.ts'
import type { Runtime } from './runtime.ts'
import { notices, startWorkers, type Workers } from './workers.ts'

/** The bot at work: updates are handled, messages sent, sweeps run. Updates come in through `inbox.receive`. */
export interface App {
  api: Api
  inbox: Inbox
  workers: Workers
  /** Finishes what is being done, takes no more. */
  stop(): Promise<void>
}

/** What every start does before the first update: reference data, the admins of the environment, leases of the dead. */
export async function prepare(rt: Runtime, adminIds: readonly number[]): Promise<void> {
  await loadReference(rt.db, rt.clock.now())
  await appointAdmins(rt, adminIds)
  // The embedded database belongs to this process alone, so whoever held a lease is dead.
  if (rt.db.embedded) await clearLeases(rt.db)
}

/** Starts handling. `botInfo` is what Telegram says of the bot; asked for when it is not given. */
export async function startApp(
  rt: Runtime,
  client: TelegramClient,
  botInfo?: UserFromGetMe,
  rates: Rates = telegramRates,
): Promise<App> {
  const gate = createSendGate(realMachine, rates)
  const answering = { ...client, gate: gate.answering }
  const api = createApi(answering)
  const { handle, giveUp } = createBot(rt, answering, botInfo ?? (await api.getMe()))
  await announceCommands(api)
  const sender = createSender(rt, createApi({ ...client, gate: gate.telling }), notices, gate)
  const workers = startWorkers(rt, sender, () => showProgress(rt, api))
  // The embedded database has one connection: more lanes than a few would only queue for it.
  const inbox = createInbox(rt, { handle, giveUp, lanes: rt.db.embedded ? 4 : 8, afterwards: () => workers.wake() })
  inbox.start()
  return {
    api,
    inbox,
    workers,
    async stop() {
      await inbox.stop()
      await workers.stop()
    },
  }
}
