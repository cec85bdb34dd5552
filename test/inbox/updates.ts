import type { Update } from 'grammy/types'

/** An update in which somebody says something. */
export function said(update_id: number, personId: number, text = `${personId}:${update_id}`): Update {
  const chat = { id: personId, type: 'private' as const, first_name: 'Sari' }
  return {
    update_id,
    message: { message_id: update_id, date: 0, chat, from: { id: personId, is_bot: false, first_name: 'Sari' }, text },
  }
}

/** An update in which somebody presses a button. */
export function pressed(update_id: number, personId: number, data: string): Update {
  const from = { id: personId, is_bot: false, first_name: 'Sari' }
  const message = {
    message_id: 1,
    date: 0 as const,
    chat: { id: personId, type: 'private' as const, first_name: 'Sari' },
  }
  return { update_id, callback_query: { id: String(update_id), from, chat_instance: '1', message, data } }
}

export const textOf = (update: Update): string => update.message?.text ?? update.callback_query?.data ?? ''

/** A promise that a test resolves, or rejects. */
export function gate() {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return { promise, open: resolve, fail: reject }
}

/** Waits until something is so; other work goes on meanwhile. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve))
}
