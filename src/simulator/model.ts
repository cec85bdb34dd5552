/** What a chat looks like from a person's side of the virtual Telegram: plain values, safe to send to a page. */

export interface ShownButton {
  text: string
  /** Present on buttons that press back into the bot. */
  data?: string
  /** Present on buttons that open a link. */
  url?: string
  style?: string
}

export interface ShownKey {
  text: string
  /** The key shares the person's own contact instead of saying its text. */
  requestsContact: boolean
}

export interface ShownFile {
  kind: 'photo' | 'document' | 'voice'
  fileId: string
  name: string
  mime: string
  size: number
}

export interface ShownMessage {
  id: number
  from: 'bot' | 'person'
  /** Unix milliseconds, by the simulator's clock. */
  at: number
  /** The text or caption as a reader sees it, without mark-up. */
  text: string
  /** The same as safe HTML: only b, i, u, s, a, code, pre, blockquote, tg-spoiler; everything else escaped. */
  html: string
  buttons: ShownButton[][]
  file?: ShownFile
  contact?: { phone: string; name: string }
  sticker?: boolean
  edited: boolean
  /** True when the bot forbade forwarding and saving. */
  protected: boolean
  /** The bot sent it although the person had not just written or pressed: something arrived on its own. */
  unasked: boolean
  /** Grows with every change of this message. */
  version: number
}

export interface ShownChat {
  person: ShownPerson
  messages: ShownMessage[]
  /** The reply keyboard, when there is one. */
  keyboard?: { rows: ShownKey[][]; placeholder?: string }
  /** The small note (or alert box) the bot answered the last press with. */
  toast?: { text: string; alert: boolean; at: number }
  /** Commands this person is offered behind the menu button. */
  commands: { command: string; description: string }[]
}

export interface ShownPerson {
  id: number
  firstName: string
  lastName?: string
  username?: string
  /** A word for the page about who this is in the demo, such as "penyuluh Payakumbuh". */
  note?: string
  blockedBot: boolean
  /** The account is gone; nobody writes from it again. */
  deleted?: boolean
}

export interface NewPerson {
  id?: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
  /** International form without separators, such as "6281266001001". */
  phone?: string
  note?: string
}

export interface SentFile {
  bytes: Uint8Array
  name?: string
  mime?: string
  caption?: string
  /** Same value on each message of one album. */
  album?: string
  /** What Telegram says about the size; without it, the length of `bytes`. A test may claim 21 MB without holding them. */
  size?: number
}

/** Everything a person can do to the bot. Each call makes the update that Telegram would make, and returns its message id. */
export interface PersonActions {
  readonly id: number
  says(text: string, options?: { replyTo?: number }): number
  /** Opens the bot by a link t.me/<bot>?start=<payload>. */
  opensLink(payload: string): number
  /** Presses an inline button of a message, old ones and forged data included. */
  presses(messageId: number, data: string): void
  sendsPhoto(file: SentFile): number
  sendsFile(file: SentFile): number
  sharesContact(contact?: { phone: string; name: string; userId?: number }): number
  sharesLocation(latitude: number, longitude: number): number
  sendsSticker(): number
  sendsVoice(options?: { replyTo?: number }): number
  edits(messageId: number, text: string): void
  blocks(): void
  unblocks(): void
  /** Gives the account up. The chat stays with the bot, which may no longer write; somebody with a new phone is a new person. */
  deletesAccount(): void
}

export interface NewGroup {
  title: string
  /** A small group by default; groups that grew are called supergroups. */
  kind?: 'group' | 'supergroup'
  /** In some groups only admins write, and the bot is none. */
  adminsOnly?: boolean
}

/** What people can do in a group, each time told by the id of who does it. */
export interface GroupActions {
  readonly id: number
  addsBot(personId: number): void
  removesBot(personId: number): void
  /** The bot hears it only when it is in the group, and the text is a command or answers what the bot said. */
  says(personId: number, text: string, options?: { replyTo?: number }): number
  hasBot(): boolean
  messages(): ShownMessage[]
}
