import { fileTypeFromBuffer } from 'file-type'
import type { PaperKind } from './catalogue.ts'

/** The media type under which a kind is kept. */
export const mimeOf: Record<PaperKind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  mp4: 'video/mp4',
}

const kinds = new Map<string, PaperKind>(Object.entries(mimeOf).map(([kind, mime]) => [mime, kind as PaperKind]))

/** The kind behind a media type of ours. */
export function paperKindOf(mime: string): PaperKind {
  const kind = kinds.get(mime)
  if (!kind) throw new Error(`no kind of paper is ${mime}`)
  return kind
}

/** What a file is, from its bytes alone: its name and the sender's word for it do not count. Files with macros are none. */
export async function paperKind(bytes: Uint8Array): Promise<PaperKind | 'locked-pdf' | undefined> {
  const type = await fileTypeFromBuffer(bytes)
  const kind = type ? kinds.get(type.mime) : undefined
  if (kind === 'pdf') return isLocked(bytes) ? 'locked-pdf' : kind
  return (kind === 'docx' || kind === 'xlsx') && hasMacros(bytes) ? undefined : kind
}

/** A PDF that asks for a password names its encryption dictionary in the trailer, which itself is never encrypted. */
const isLocked = (bytes: Uint8Array): boolean => /\/Encrypt\s+\d+\s+\d+\s+R/.test(Buffer.from(bytes).toString('latin1'))

/** The names of the parts stand uncompressed in an Office file; one with a program in it has a part of this name. */
const hasMacros = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('vbaProject.bin')
