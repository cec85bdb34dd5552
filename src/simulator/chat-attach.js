// @ts-check
import { el } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { hangMenu } from './chat-menu.js'
import { words } from './chat-words.js'

/** The paper clip: photos and files from the disk. @param {(files: File[], asPhoto: boolean) => void} attach */
export function attachButton(attach) {
  const button = el('button', { type: 'button', class: 'icon-button', 'aria-label': words.attach }, icon('attach'))
  hangMenu(button, () => [
    { label: words.asPhoto, icon: 'image', act: () => pick('image/*', (files) => attach(files, true)) },
    { label: words.asFile, icon: 'file', act: () => pick('', (files) => attach(files, false)) },
  ])
  return button
}

/**
 * @param {string} accept
 * @param {(files: File[]) => void} picked
 */
function pick(accept, picked) {
  const input = el('input', { type: 'file', multiple: true, accept })
  input.addEventListener('change', () => input.files && input.files.length > 0 && picked([...input.files]))
  input.click()
}

/**
 * @param {HTMLElement} field
 * @param {(files: File[]) => void} pasted
 */
export function onPastedFiles(field, pasted) {
  field.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    pasted(files)
  })
}

/**
 * Files may be dropped anywhere on a phone; while one hovers, the phone says so.
 * @param {HTMLElement} node
 * @param {(files: File[]) => void} dropped
 */
export function onDroppedFiles(node, dropped) {
  let depth = 0
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false
  const mark = (/** @type {number} */ next) => {
    depth = next
    node.toggleAttribute('data-dropping', depth > 0)
  }
  node.addEventListener('dragenter', (event) => hasFiles(event) && mark(depth + 1))
  node.addEventListener('dragleave', (event) => hasFiles(event) && mark(Math.max(0, depth - 1)))
  node.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault())
  node.addEventListener('drop', (event) => {
    mark(0)
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    dropped(files)
  })
}
