import type { Update } from 'grammy/types'

/** What handling one update is to leave behind besides its effects: written together with "done", or not at all. */
export interface Handling {
  /** The update's own id in the inbox: what makes an effect recognisable when the update is handled again. */
  readonly cause: number
  /** The person who is acting, once that is known: for the log. */
  actor?: number
  /** The change of the chat's open question, when there was one. `null` closes it. */
  question?: { chatId: number; state: string | null } | undefined
  /** Whether another file of the same chat waits to be handled: then its answer will do for this one too. */
  isFollowedByFile(): Promise<boolean>
}

const handlings = new WeakMap<Update, Handling>()

/** Notes that `update` is being handled, for everyone who only sees the update. */
export function beginHandling(
  update: Update,
  cause: number,
  isFollowedByFile: Handling['isFollowedByFile'] = async () => false,
): Handling {
  const handling: Handling = { cause, isFollowedByFile }
  handlings.set(update, handling)
  return handling
}

export function handlingOf(update: Update): Handling {
  const handling = handlings.get(update)
  if (!handling) throw new Error('this update did not come through the inbox')
  return handling
}
