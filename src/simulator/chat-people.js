// @ts-check
import { el } from './chat-dom.js'

/** @typedef {import('./model.ts').ShownPerson} ShownPerson */

const tints = 7

/** @param {ShownPerson} person */
export const fullName = (person) => [person.firstName, person.lastName].filter(Boolean).join(' ')

/** The round initials of a person, always in the same colour. @param {ShownPerson} person */
export function avatar(person) {
  const initials = [person.firstName, person.lastName].map((name) => [...(name ?? '')][0] ?? '').join('')
  return el(
    'span',
    {
      class: 'avatar',
      'data-tint': Math.abs(person.id) % tints,
      'aria-hidden': true,
    },
    initials.toUpperCase(),
  )
}
