import type { ShownChat, ShownMessage, ShownPerson } from '../../src/simulator/model.ts'
import type { SimulatedChats } from '../../src/simulator/web.ts'

export interface FakeChats extends SimulatedChats {
  /** What people did, in order: who, what, with what. */
  deeds: [number, string, ...unknown[]][]
  /** The bot says something to a person. */
  botSays(personId: number, text: string): void
  block(personId: number): void
  listeners: Set<(personId: number) => void>
}

/** Just enough of a Telegram to see whether the page reaches it. Sari is 1, Buyung is 2; each has one message of their own. */
export function fakeChats(): FakeChats {
  const deeds: FakeChats['deeds'] = []
  const listeners = new Set<(personId: number) => void>()
  const chats = new Map<number, ShownChat>()
  const add = (person: ShownPerson) => {
    chats.set(person.id, { person, messages: [message(1, 'person', '/start')], commands: [] })
    return person.id
  }
  const change = (personId: number) => {
    for (const listener of [...listeners]) listener(personId)
  }
  const chat = (personId: number) => {
    const found = chats.get(personId)
    if (!found) throw new Error(`there is no person ${personId}`)
    return found
  }
  const person = (id: number) => {
    const did =
      (what: string) =>
      (...how: unknown[]) => {
        deeds.push([id, what, ...how])
        return deeds.length
      }
    return {
      id,
      says: did('says'),
      opensLink: did('opensLink'),
      presses: did('presses'),
      sendsPhoto: did('sendsPhoto'),
      sendsFile: did('sendsFile'),
      sharesContact: did('sharesContact'),
      sharesLocation: did('sharesLocation'),
      sendsSticker: did('sendsSticker'),
      sendsVoice: did('sendsVoice'),
      edits: did('edits'),
      blocks: did('blocks'),
      unblocks: did('unblocks'),
      deletesAccount: did('deletesAccount'),
    }
  }
  add({ id: 1, firstName: 'Sari', blockedBot: false })
  add({ id: 2, firstName: 'Buyung', blockedBot: false })
  return {
    deeds,
    listeners,
    username: 'dampingi_bot',
    people: () => [...chats.values()].map((shown) => shown.person),
    chat,
    person: (id) => {
      chat(id)
      return person(id)
    },
    addPerson: ({ firstName }) => person(add({ id: chats.size + 1, firstName, blockedBot: false })),
    file: (fileId) => files[fileId],
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    botSays(personId, text) {
      const { messages } = chat(personId)
      messages.push(message(messages.length + 1, 'bot', text))
      change(personId)
    },
    block(personId) {
      chat(personId).person.blockedBot = true
    },
  }
}

const files: Record<string, { bytes: Uint8Array; mime: string; name: string }> = {
  photo: { bytes: new Uint8Array([1, 2, 3]), mime: 'image/jpeg', name: 'foto.jpg' },
  pdf: { bytes: new Uint8Array([4]), mime: 'application/pdf', name: 'hasil "uji".pdf' },
  page: { bytes: new Uint8Array([5]), mime: 'text/html', name: 'halaman.html' },
  odd: { bytes: new Uint8Array([6]), mime: 'text/plain\r\nx-evil: 1', name: 'aneh.txt' },
}

const message = (id: number, from: 'bot' | 'person', text: string): ShownMessage => ({
  id,
  from,
  at: 1_717_376_400_000,
  text,
  html: text,
  buttons: [],
  edited: false,
  protected: false,
  unasked: false,
  version: 1,
})
