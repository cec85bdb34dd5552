import { createHash, randomBytes, randomInt } from 'node:crypto'

/** The random part of a one-time link: 32 hexadecimal digits that nobody guesses. */
export const newToken = (): string => randomBytes(16).toString('hex')

/** What is kept of a token or a text instead of itself: its SHA-256. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

// Not among them: I, L, O and U, which are heard or read as others (Crockford's base 32).
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code to be read aloud and typed, as on a ticket: six characters that are not mistaken for one another. */
export const newCode = (): string => Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
