// @ts-check
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownChat} ShownChat */
/** @typedef {import('./chat-events.ts').WorldState} WorldState */
/** @typedef {{ bot: string, chats: ShownChat[], state: WorldState }} Snapshot */

/**
 * Sends one deed. Fails with a sentence that can be shown to a person.
 * @param {string} path
 * @param {object | FormData} [body]
 * @returns {Promise<any>}
 */
export async function post(path, body = {}) {
  const init =
    body instanceof FormData
      ? { body }
      : {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }
  const response = await fetch(path, { method: 'POST', ...init }).catch(() => undefined)
  if (response?.ok) return response.json()
  const refused = response && response.status < 500 ? await response.text() : ''
  throw new Error(refused || words.notSent)
}

/**
 * Listens to the server for as long as the page is looked at. A hidden tab lets go of its connection,
 * because a browser allows only six to one place, and takes a new snapshot when it is seen again.
 * @param {{ snapshot(value: Snapshot): void, chat(value: ShownChat): void, state(value: WorldState): void, lost(isLost: boolean): void }} on
 */
export function listen(on) {
  /** @type {EventSource | undefined} */
  let source
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry
  const close = () => {
    clearTimeout(retry)
    source?.close()
    source = undefined
  }
  const open = () => {
    close()
    const events = new EventSource('events')
    source = events
    events.addEventListener('snapshot', (event) => {
      on.lost(false)
      on.snapshot(JSON.parse(event.data))
    })
    events.addEventListener('chat', (event) => on.chat(JSON.parse(event.data)))
    events.addEventListener('state', (event) => on.state(JSON.parse(event.data)))
    events.addEventListener('error', () => {
      on.lost(true)
      if (events.readyState === EventSource.CLOSED) retry = setTimeout(open, 2000)
    })
  }
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : (source ?? open())))
  if (!document.hidden) open()
}
