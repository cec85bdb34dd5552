// @ts-check
import { askToSend, uploadForm } from './chat-files.js'
import { post } from './chat-server.js'
import { words } from './chat-words.js'

/** @typedef {ReturnType<typeof createDeeds>} Deeds */

/**
 * All that one person can do. Each deed tells whether it went through; why it did not is handed to `failed`.
 * @param {number} personId
 * @param {(sentence: string) => void} failed
 */
export function createDeeds(personId, failed) {
  /** @param {() => Promise<unknown>} deed */
  const attempt = async (deed) => {
    try {
      await deed()
      return true
    } catch (error) {
      failed(error instanceof Error ? error.message : words.notSent)
      return false
    }
  }
  /** @param {string} verb @param {object} [body] */
  const act = (verb, body) => attempt(() => post(`people/${personId}/${verb}`, body))
  return {
    /** @param {string} text @param {number} [replyTo] */
    say: (text, replyTo) => act('say', replyTo === undefined ? { text } : { text, replyTo }),
    /** @param {number} messageId @param {string} text */
    edit: (messageId, text) => act('edit', { messageId, text }),
    /** @param {number} messageId @param {string} data */
    press: (messageId, data) => act('press', { messageId, data }),
    contact: () => void act('contact'),
    sticker: () => void act('sticker'),
    location: () => void act('location'),
    block: () => void act('block'),
    unblock: () => void act('unblock'),
    deleteAccount: () => void act('delete'),
    /** @param {File[]} files @param {boolean} asPhoto */
    attach: (files, asPhoto) =>
      askToSend(files, asPhoto, async (uploads) => {
        for (const upload of uploads) {
          await attempt(async () => post(`people/${personId}/${upload.kind}`, await uploadForm(upload)))
        }
      }),
  }
}
