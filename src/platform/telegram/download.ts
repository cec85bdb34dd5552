import type { Context } from 'grammy'
import type { Message } from 'grammy/types'

/** A file as a message announces it, before its bytes were fetched. */
export interface IncomingFile {
  fileId: string
  kind: 'photo' | 'document'
  /** Bytes, as the sender's app claims. */
  size: number
  name?: string
  /** What the sender's app says it is. */
  mime?: string
  /** Telegram's name for files that were sent together. */
  album?: string
}

/** Telegram hands bots files up to this size. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** The photo or document in a message, if any; of a photo the largest size. */
export function incomingFile(message: Message): IncomingFile | undefined {
  const album = message.media_group_id ? { album: message.media_group_id } : {}
  const photo = message.photo?.at(-1)
  if (photo) return { fileId: photo.file_id, kind: 'photo', size: photo.file_size ?? 0, ...album }
  const { document } = message
  if (!document) return undefined
  const name = document.file_name ? { name: document.file_name } : {}
  const mime = document.mime_type ? { mime: document.mime_type } : {}
  return { fileId: document.file_id, kind: 'document', size: document.file_size ?? 0, ...name, ...mime, ...album }
}

/** Fetches the bytes behind a path that `getFile` named. The address holds the bot's token and is never kept or logged. */
export type FetchFile = (filePath: string) => Promise<Uint8Array>

/** The bytes of a file somebody sent; refused before it is fetched when it is empty or larger than bots are given. */
export async function download(
  ctx: Context,
  fetchFile: FetchFile,
  file: IncomingFile,
): Promise<Uint8Array | 'empty' | 'too-big'> {
  if (file.size > MAX_FILE_BYTES) return 'too-big'
  if (file.size === 0 && file.kind === 'document') return 'empty'
  const { file_path } = await ctx.api.getFile(file.fileId)
  if (file_path === undefined) throw new Error('Telegram names no path for a file')
  const bytes = await fetchFile(file_path)
  if (bytes.length > MAX_FILE_BYTES) return 'too-big'
  return bytes.length === 0 ? 'empty' : bytes
}
