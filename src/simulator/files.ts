import { createHash } from 'node:crypto'
import type { Document, PhotoSize, Voice } from '@grammyjs/types'
import type { Request } from './check-request.ts'
import { readPicture, unknownPicture } from './picture-size.ts'
import type { Upload } from './read-call.ts'
import { badRequest, notSimulated, Refusal } from './refusal.ts'

type FileKind = 'photo' | 'document' | 'sticker' | 'voice'

export interface StoredFile {
  kind: FileKind
  fileId: string
  uniqueId: string
  path: string
  name: string
  mime: string
  /** What Telegram says about its size; a test may claim 21 MB without holding them. */
  size: number
  bytes: Uint8Array
}

/** All files that went through this Telegram, by id and by the path they are fetched from. */
export interface FileShelf {
  byId: Map<string, StoredFile>
  byPath: Map<string, StoredFile>
}

const megabyte = 1024 * 1024
const mimes: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  oga: 'audio/ogg',
  zip: 'application/zip',
  ics: 'text/calendar',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export function createFileShelf(): FileShelf {
  return { byId: new Map(), byPath: new Map() }
}

/** Puts a file on the shelf under an id nobody had before; the unique id depends on the content alone. */
export function shelve(
  shelf: FileShelf,
  kind: FileKind,
  file: { bytes: Uint8Array; name?: string | undefined; mime?: string | undefined; size?: number | undefined },
  part = '',
): StoredFile {
  const number = shelf.byId.size
  const name =
    file.name ??
    (kind === 'photo' ? 'photo.jpg' : kind === 'sticker' ? 'sticker.webp' : kind === 'voice' ? 'voice.oga' : 'file')
  const named = /\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const extension = { photo: 'jpg', document: named, sticker: 'webp', voice: 'oga' }[kind]
  const folder = { photo: 'photos', document: 'documents', sticker: 'stickers', voice: 'voice' }[kind]
  const prefix = {
    photo: 'AgACAgUAAxkBAAI',
    document: 'BQACAgUAAxkBAAI',
    sticker: 'CAACAgUAAxkBAAI',
    voice: 'AwACAgUAAxkBAAI',
  }[kind]
  const uniqueId = `AQAD${hash(file.bytes, kind, part).slice(0, 12)}`
  const stored = {
    kind,
    fileId: prefix + hash(file.bytes, kind, String(number)).slice(0, 40),
    uniqueId,
    path: `${folder}/file_${number}${extension && `.${extension}`}`,
    name,
    mime: mimeOf(file.mime, extension),
    size: file.size ?? file.bytes.length,
    bytes: file.bytes,
  }
  shelf.byId.set(stored.fileId, stored)
  shelf.byPath.set(stored.path, stored)
  return stored
}

function hash(bytes: Uint8Array, ...more: string[]): string {
  return createHash('sha256').update(more.join(':')).update(bytes).digest('base64url')
}

/** Uploads from libraries say "some bytes"; the name then says more. */
function mimeOf(given: string | undefined, extension: string): string {
  if (given && given !== 'application/octet-stream') return given
  return mimes[extension] ?? 'application/octet-stream'
}

/** One to three sizes of a photo, smallest first. All give the same bytes: nothing here scales pictures. */
export function shelvePhoto(shelf: FileShelf, bytes: Uint8Array, name?: string): PhotoSize[] {
  const { width, height, mime } = readPicture(bytes) ?? unknownPicture
  const longest = Math.max(width, height, 1)
  const sides = [...[90, 320].filter((side) => side < longest), Math.min(longest, 1280)]
  return sides.map((side) => {
    const scale = side / longest
    const file = shelve(shelf, 'photo', { bytes, name, mime }, String(side))
    return {
      file_id: file.fileId,
      file_unique_id: file.uniqueId,
      file_size: file.size,
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    }
  })
}

/** A document as a message describes it. */
export function describeDocument(file: StoredFile): Document {
  const { fileId, uniqueId, name, mime, size } = file
  return { file_id: fileId, file_unique_id: uniqueId, file_name: name, mime_type: mime, file_size: size }
}

/** A voice note as a message describes it. */
export function describeVoice(file: StoredFile): Voice {
  const { fileId, uniqueId, mime, size } = file
  return { file_id: fileId, file_unique_id: uniqueId, duration: 3, mime_type: mime, file_size: size }
}

/** The file a bot sends: an upload it attached, or the id of one that was sent before. */
export function givenFile(
  shelf: FileShelf,
  kind: 'photo' | 'document' | 'voice',
  given: string,
  uploads: ReadonlyMap<string, Upload>,
): Pick<StoredFile, 'bytes' | 'name' | 'mime'> {
  if (/^https?:\/\//i.test(given)) throw notSimulated('fetching a file from a link')
  if (given.startsWith('attach://')) return checkUpload(kind, uploads.get(given.slice('attach://'.length)))
  const known = shelf.byId.get(given)
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified')
  if (known.kind !== kind) throw badRequest(`can't use file of type ${title(known.kind)} as ${title(kind)}`)
  return known
}

function title(kind: FileKind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1)
}

function checkUpload(
  kind: 'photo' | 'document' | 'voice',
  upload: Upload | undefined,
): Pick<StoredFile, 'bytes' | 'name' | 'mime'> {
  if (!upload) throw badRequest("the file named by attach:// is not among the request's parts")
  const { bytes, name, mime } = upload
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  if (bytes.length > 50 * megabyte) throw new Refusal(413, 'Request Entity Too Large')
  if (kind === 'photo') checkPicture(bytes)
  const extension = /\.(\w+)$/.exec(name ?? '')?.[1]?.toLowerCase() ?? ''
  return { bytes, name: name ?? (kind === 'photo' ? 'photo.jpg' : 'file'), mime: mimeOf(mime, extension) }
}

function checkPicture(bytes: Uint8Array): void {
  const limit = 10 * megabyte
  if (bytes.length > limit) {
    throw badRequest(`file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${limit} bytes`)
  }
  const size = readPicture(bytes)
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  if (width + height > 10_000 || width > 20 * height || height > 20 * width)
    throw badRequest('PHOTO_INVALID_DIMENSIONS')
}

/** Where a file can be fetched; only files up to 20 MB can. */
export function getFile(shelf: FileShelf, { file_id: id }: Request<'getFile'>) {
  const file = shelf.byId.get(id)
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if (file.size > 20 * megabyte) throw badRequest('file is too big')
  if (file.size === 0) throw badRequest('file must be non-empty')
  return { file_id: id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path }
}
