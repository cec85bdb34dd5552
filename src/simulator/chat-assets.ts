import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Context } from 'hono'

export interface StoredFile {
  bytes: Uint8Array
  mime: string
  name: string
}

const words = { noFile: 'Berkas ini tidak ada.', noAsset: 'Tidak ditemukan.' }

const assetTypes: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

const assets = new Set([
  'chat.css',
  'chat-bar.css',
  'chat-table.css',
  'chat-phone.css',
  'chat-bubble.css',
  'chat-media.css',
  'chat-composer.css',
  'chat-dialog.css',
  'chat-troubles.css',
  'chat-mark.svg',
  'chat-pattern.svg',
  'chat.js',
  'chat-about.js',
  'chat-attach.js',
  'chat-bar.js',
  'chat-bubble.js',
  'chat-column.js',
  'chat-composer.js',
  'chat-deeds.js',
  'chat-dialogs.js',
  'chat-dom.js',
  'chat-files.js',
  'chat-html.js',
  'chat-icons.js',
  'chat-keyboard.js',
  'chat-memory.js',
  'chat-menu.js',
  'chat-people.js',
  'chat-scroll.js',
  'chat-server.js',
  'chat-suggestions.js',
  'chat-thread.js',
  'chat-time.js',
  'chat-toast.js',
  'chat-troubles.js',
  'chat-words.js',
])

/** One file of the page's own, asked again each time but sent only when it changed. */
export async function serveAsset(c: Context): Promise<Response> {
  const name = c.req.param('name') ?? ''
  if (!assets.has(name)) return c.text(words.noAsset, 404)
  const bytes = await readFile(new URL(name, import.meta.url))
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'no-cache')
  if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  c.header('Content-Type', assetTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream')
  c.header('X-Content-Type-Options', 'nosniff')
  return c.body(new Uint8Array(bytes))
}

/** Safari draws no PDF in a sandbox; a PDF runs in the browser's own viewer, never as a page of this origin. */
const nothingLoads = "default-src 'none'; style-src 'unsafe-inline'"
const shownInline = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'application/pdf'])

/** Files are anyone's bytes: never run, never guessed at, and only pictures and PDFs open in the browser. */
export function serveFile(c: Context, file: StoredFile | undefined): Response {
  if (!file) return c.text(words.noFile, 404)
  const disposition = shownInline.has(file.mime) ? 'inline' : 'attachment'
  c.header('Content-Type', /^[\w.+-]+\/[\w.+-]+$/.test(file.mime) ? file.mime : 'application/octet-stream')
  c.header('Content-Disposition', `${disposition}; filename*=UTF-8''${encodeName(file.name)}`)
  c.header('Content-Security-Policy', file.mime === 'application/pdf' ? nothingLoads : `${nothingLoads}; sandbox`)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cache-Control', 'private, max-age=3600')
  return c.body(new Uint8Array(file.bytes))
}

const encodeName = (name: string): string => encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, '_')
