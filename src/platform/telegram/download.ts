import type { Message } from 'grammy/types'

/** A file as a message announces it, before its bytes were fetched. */
export interface IncomingFile {
  fileId: string
  kind: 'photo' | 'document'
  /** Bytes, as the sender's app claims. */
  size: number
  name?: string
}

/** Telegram hands bots files up to this size. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** The photo or document in a message, if any; of a photo the largest size. */
export function incomingFile(message: Message): IncomingFile | undefined {
  const photo = message.photo?.at(-1)
  if (photo) return { fileId: photo.file_id, kind: 'photo', size: photo.file_size ?? 0 }
  const { document } = message
  if (!document) return undefined
  const name = document.file_name
  return { fileId: document.file_id, kind: 'document', size: document.file_size ?? 0, ...(name ? { name } : {}) }
}
