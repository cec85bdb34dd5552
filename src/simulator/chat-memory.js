// @ts-check
const key = 'dampingi.simulator'

/**
 * What this browser remembers between visits: who is in view and how far each chat was read.
 * @typedef {object} Memory
 * @property {number[] | undefined} open
 * @property {number | undefined} active
 * @property {Record<string, number>} read
 */

/** A browser may forbid storage or hold nonsense; then nothing is remembered. @returns {Memory} */
export function recall() {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}')
    const open = Array.isArray(stored.open) ? stored.open.filter(Number.isInteger) : undefined
    const active = Number.isInteger(stored.active) ? stored.active : undefined
    const entries = Object.entries(stored.read ?? {}).filter(([, id]) => Number.isInteger(id))
    return { open, active, read: Object.fromEntries(entries) }
  } catch {
    return { open: undefined, active: undefined, read: {} }
  }
}

/** @param {Memory} memory */
export function remember(memory) {
  try {
    localStorage.setItem(key, JSON.stringify(memory))
  } catch {
    return
  }
}
