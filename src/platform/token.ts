import { createHash, randomBytes } from 'node:crypto'

/** The random part of a one-time link: 32 hexadecimal digits that nobody guesses. */
export const newToken = (): string => randomBytes(16).toString('hex')

/** What is kept of a token or a text instead of itself: its SHA-256. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
