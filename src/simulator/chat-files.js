// @ts-check
import { openDialog } from './chat-dialogs.js'
import { el } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { sizeOf } from './chat-time.js'
import { words } from './chat-words.js'

/** Telegram's own programs make photos no larger than this before they send them. */
const longestSide = 1280
const jpegQuality = 0.87
/** More files than this become several albums. */
const inAlbum = 10

/** @typedef {{ kind: 'photo' | 'file', file: File, caption: string, album: string | undefined }} Upload */

/**
 * Shows what is about to be sent and asks for a caption, then hands the uploads over one by one.
 * @param {File[]} files
 * @param {boolean} asPhoto
 * @param {(uploads: Upload[]) => void} send
 */
export function askToSend(files, asPhoto, send) {
  const areImages = files.every((file) => file.type.startsWith('image/'))
  const urls = files.filter((file) => file.type.startsWith('image/')).map((file) => URL.createObjectURL(file))
  const compress = el('input', { type: 'checkbox' })
  compress.checked = asPhoto && areImages
  const caption = el('textarea', {
    rows: 2,
    autofocus: true,
    maxlength: 1024,
    placeholder: words.captionHint,
    'aria-label': words.caption,
  })
  const dialog = openDialog('send-files', words.sendCount(files.length), (close) => {
    const submit = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault()
      close()
      send(uploadsOf(files, compress.checked, caption.value.trim()))
    }
    const choice = el(
      'label',
      { class: 'compress' },
      compress,
      el('span', {}, words.compress, el('small', {}, words.compressHint)),
    )
    return [
      el(
        'div',
        { class: 'previews' },
        ...urls.map((src) => el('img', { src, alt: '' })),
        ...files.filter((file) => !file.type.startsWith('image/')).map(fileLine),
      ),
      el(
        'form',
        { onsubmit: submit },
        areImages ? choice : undefined,
        caption,
        el('button', { class: 'solid' }, words.send),
      ),
    ]
  })
  dialog.addEventListener('close', () => {
    for (const url of urls) URL.revokeObjectURL(url)
  })
}

/**
 * @param {File[]} files
 * @param {boolean} asPhoto
 * @param {string} caption
 * @returns {Upload[]}
 */
function uploadsOf(files, asPhoto, caption) {
  const chosen = Date.now()
  return files.map((file, index) => ({
    kind: asPhoto ? 'photo' : 'file',
    file,
    caption: index === 0 ? caption : '',
    album: files.length > 1 ? `${chosen}-${Math.floor(index / inAlbum)}` : undefined,
  }))
}

/** @param {Upload} upload @returns {Promise<FormData>} */
export async function uploadForm({ kind, file, caption, album }) {
  const form = new FormData()
  form.append('file', kind === 'photo' ? await shrunk(file) : file)
  if (caption) form.append('caption', caption)
  if (album) form.append('album', album)
  return form
}

/** A photo as Telegram would send it: JPEG and not large. Fails with a sentence for the person. @param {File} file */
async function shrunk(file) {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) throw new Error(words.notAPicture(file.name))
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = el('canvas', {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  })
  const paper = canvas.getContext('2d')
  if (!paper) return file
  paper.fillStyle = 'white'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', jpegQuality),
  )
  return blob ? new File([blob], 'foto.jpg', { type: 'image/jpeg' }) : file
}

/** @param {File} file */
const fileLine = (file) =>
  el('p', { class: 'file-line' }, icon('file'), el('span', {}, file.name, el('small', {}, sizeOf(file.size))))
