import { fileTypeFromBuffer } from 'file-type'
import type { PaperKind } from './catalogue.ts'

const kinds: Record<string, PaperKind> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'application/pdf': 'pdf' }

export const mimeOf: Record<PaperKind, string> = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }

/** What a file is, from its bytes alone: its name and the sender's word for it do not count. */
export async function paperKind(bytes: Uint8Array): Promise<PaperKind | 'locked-pdf' | undefined> {
  const type = await fileTypeFromBuffer(bytes)
  const kind = type ? kinds[type.mime] : undefined
  return kind === 'pdf' && isLocked(bytes) ? 'locked-pdf' : kind
}

/** A PDF that asks for a password names its encryption dictionary in the trailer, which itself is never encrypted. */
const isLocked = (bytes: Uint8Array): boolean => /\/Encrypt\s+\d+\s+\d+\s+R/.test(Buffer.from(bytes).toString('latin1'))
