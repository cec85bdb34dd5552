// @ts-check
import { el } from './chat-dom.js'
import { icon } from './chat-icons.js'
import { avatar, fullName } from './chat-people.js'
import { words } from './chat-words.js'

/** @typedef {import('./model.ts').ShownPerson} ShownPerson */

/**
 * Opens a dialog that is gone once closed. Escape, the cross and a tap outside all close it.
 * @param {string} kind
 * @param {string} title
 * @param {(close: () => void) => Node[]} content
 */
export function openDialog(kind, title, content) {
  const close = () => dialog.close()
  const cross = el(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': words.close,
      onclick: close,
    },
    icon('close'),
  )
  const dialog = el('dialog', { class: `dialog ${kind}`, 'aria-label': title })
  dialog.append(el('header', {}, el('h2', {}, title), cross), ...content(close))
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target === dialog) close()
  })
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/** What must be read before going on. @param {string} text @param {string} [title] */
export function showAlert(text, title = words.bot) {
  openDialog('alert', title, (close) => [
    el('p', {}, text),
    el(
      'footer',
      {},
      el('button', { type: 'button', class: 'solid', autofocus: true, onclick: close }, words.understood),
    ),
  ])
}

/**
 * @param {string} url
 * @param {string} caption
 * @param {boolean} mayKeep
 */
export function showPhoto(url, caption, mayKeep) {
  const picture = el('img', { src: url, alt: caption || words.photo })
  if (!mayKeep)
    for (const name of ['contextmenu', 'dragstart']) picture.addEventListener(name, (event) => event.preventDefault())
  openDialog('photo-view', words.photo, (close) => [
    el('div', { class: 'picture', onclick: close }, picture),
    ...(caption ? [el('p', {}, caption)] : []),
  ])
}

/**
 * Asks whose hand opens an invitation.
 * @param {ShownPerson[]} people
 * @param {number} ownId
 * @param {(personId: number) => void} chosen
 * @param {(firstName: string) => void} chosenNew
 */
export function askWhoOpens(people, ownId, chosen, chosenNew) {
  openDialog('who', words.openAs, (close) => [
    el('p', { class: 'hint' }, words.openAsHint),
    el(
      'div',
      { class: 'who-list' },
      ...people.map((person, index) =>
        el(
          'button',
          {
            type: 'button',
            autofocus: index === 0,
            onclick: () => {
              close()
              chosen(person.id)
            },
          },
          avatar(person),
          el('span', {}, fullName(person), el('small', {}, person.id === ownId ? words.thisChat : (person.note ?? ''))),
        ),
      ),
    ),
    nameForm(close, chosenNew),
  ])
}

/** @param {(firstName: string) => void} chosenNew */
export function askNewPerson(chosenNew) {
  openDialog('newcomer', words.newPerson, (close) => [
    el('p', { class: 'hint' }, words.newPersonHint),
    nameForm(close, chosenNew),
  ])
}

/**
 * @param {() => void} close
 * @param {(firstName: string) => void} chosenNew
 */
function nameForm(close, chosenNew) {
  const input = el('input', {
    type: 'text',
    required: true,
    autofocus: true,
    maxlength: 64,
    placeholder: words.newName,
    'aria-label': words.newName,
    autocomplete: 'off',
  })
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault()
    const name = input.value.trim()
    if (!name) return
    close()
    chosenNew(name)
  }
  return el('form', { class: 'name-form', onsubmit: submit }, input, el('button', { class: 'solid' }, words.add))
}
