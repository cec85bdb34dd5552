import type { Request } from './check-request.ts'
import { badRequest } from './refusal.ts'
import type { World } from './world.ts'

/** A press can be answered for 150 seconds of real time, whatever the product's clock says. */
const lifetime = 150_000

/** Notes a press and gives it the id it will be answered by. */
export function notePress({ presses, machine, serial }: World, personId: number): string {
  for (const [id, { at }] of presses) {
    if (machine.now() - at <= lifetime) break
    presses.delete(id)
  }
  const id = String(4_000_000_000_000_000 + serial())
  presses.set(id, { personId, at: machine.now() })
  return id
}

/** Shows the person a note, or nothing; answering a press twice is allowed, as in Telegram. */
export function answerCallbackQuery(world: World, request: Request<'answerCallbackQuery'>): true {
  const press = world.presses.get(request.callback_query_id)
  if (!press || world.machine.now() - press.at > lifetime) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  }
  const { text = '', show_alert: alert = false, url } = request
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG')
  if (url !== undefined) throw badRequest('URL_INVALID')
  const account = world.accounts.get(press.personId)
  if (account) account.toast = text === '' ? undefined : { text, alert, at: world.clock.now().getTime() }
  world.changed(press.personId)
  return true
}
