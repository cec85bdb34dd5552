import { expect } from 'vitest'
import type { PersonActions, SentFile, ShownMessage } from '../../src/simulator/model.ts'
import { png } from './papers.ts'
import type { World } from './world.ts'

/** A NIK of nobody: registered in Payakumbuh, a woman born on 1 July 1990. */
export const NIK = '1376014107900001'

/** Somebody with a phone: says, taps and sees. Every act is handled before the next line of the test. */
export class TestPerson {
  private readonly world: World
  private readonly does: PersonActions
  readonly name: string
  private readonly unread: ShownMessage[] = []
  private readonly read = new Map<number, string>()

  constructor(world: World, does: PersonActions, name: string) {
    this.world = world
    this.does = does
    this.name = name
  }

  get id(): number {
    return this.does.id
  }

  /** Telegram lets a bot write only to people who wrote first: this is that, long ago. */
  startsChat(): void {
    this.does.says('/start')
    this.world.telegram.takeUpdates()
  }

  async says(text: string): Promise<void> {
    this.does.says(text)
    await this.world.settle()
  }

  async opens(payload: string): Promise<void> {
    this.does.opensLink(payload)
    await this.world.settle()
  }

  async sendsPhoto(bytes: Uint8Array = png()): Promise<void> {
    this.does.sendsPhoto({ bytes })
    await this.world.settle()
  }

  async sendsFile(file: SentFile & { size?: number }): Promise<void> {
    this.does.sendsFile(file)
    await this.world.settle()
  }

  /** Answers one message in Telegram's own way. */
  async repliesTo(message: { id: number }, text: string): Promise<void> {
    this.does.says(text, { replyTo: message.id })
    await this.world.settle()
  }

  async sendsVoice(to?: { id: number }): Promise<void> {
    this.does.sendsVoice(to ? { replyTo: to.id } : {})
    await this.world.settle()
  }

  async sendsPlace(latitude: number, longitude: number): Promise<void> {
    this.does.sharesLocation(latitude, longitude)
    await this.world.settle()
  }

  /** Shares a contact: their own with this number, or that of somebody else. */
  async sharesNumber(phone: string, whose: 'own' | 'others' = 'own'): Promise<void> {
    this.does.sharesContact({ phone, name: this.name, ...(whose === 'own' ? { userId: this.does.id } : {}) })
    await this.world.settle()
  }

  /** Several things before anybody answers. */
  async doesAtOnce(act: (does: PersonActions) => void): Promise<void> {
    act(this.does)
    await this.world.settle()
  }

  async blocks(): Promise<void> {
    this.does.blocks()
    await this.world.settle()
  }

  async unblocks(): Promise<void> {
    this.does.unblocks()
    await this.world.settle()
  }

  /** Presses a button of the newest message that has it, or the key of the keyboard. */
  async taps(label: string): Promise<void> {
    const found = this.button(label)
    if (found) return this.presses(found.messageId, found.data)
    const key = this.chat()
      .keyboard?.rows.flat()
      .find(({ text }) => text.includes(label))
    if (!key) throw new Error(`${this.name} has no button "${label}", only: ${this.labels().join(' | ')}`)
    await this.says(key.text)
  }

  /** Presses without waiting for what comes of it. */
  pressesUnhandled(label: string): void {
    const found = this.button(label)
    if (!found) throw new Error(`${this.name} has no button "${label}"`)
    this.does.presses(found.messageId, found.data)
  }

  sharesNumberUnhandled(phone: string): void {
    this.does.sharesContact({ phone, name: this.name, userId: this.does.id })
  }

  saysUnhandled(text: string): void {
    this.does.says(text)
  }

  sendsUnhandled(bytes: Uint8Array): void {
    this.does.sendsPhoto({ bytes })
  }

  async presses(messageId: number, data: string): Promise<void> {
    this.does.presses(messageId, data)
    await this.world.settle()
  }

  /** Walks through the registration without looking, for tests that begin after it. */
  async registers(business: string, region: string, commodity: string): Promise<void> {
    await this.says('/lanjut')
    await this.says(business)
    await this.says(region)
    await this.taps(commodity)
    this.skims()
  }

  async sendsKtp(bytes: Uint8Array = png()): Promise<void> {
    await this.says('/lanjut')
    await this.taps('KTP pemilik')
    await this.taps('Kirim')
    await this.sendsPhoto(bytes)
    await this.says(NIK)
    this.skims()
  }

  /** Walks up to the question whether a seat is to be booked, through the desks of all zones where there are others. */
  async choosesSeat(day: string, time: string): Promise<void> {
    await this.says('/jadwal')
    if (this.button('Desk di tempat lain')) await this.taps('Desk di tempat lain')
    await this.taps(day)
    await this.taps(time)
    this.skims()
  }

  /** Books a seat, and answers what the ticket says. */
  async books(day: string, time: string): Promise<string> {
    await this.choosesSeat(day, time)
    await this.taps('Ya, pesan')
    return (await this.sees(/🎫/)).text
  }

  /** Stands in the line of a desk that is full. */
  async waitsAt(desk: string): Promise<void> {
    await this.says('/jadwal')
    await this.taps(`${desk} · penuh`)
    await this.taps('Ya, masuk daftar tunggu')
    this.skims()
  }

  /** An admin opens a desk, and one of its days where one is named. */
  async opensDesk(desk: string, day?: string): Promise<void> {
    await this.says('/admin')
    await this.taps('🗓 Desk')
    await this.taps(desk)
    if (day !== undefined) await this.taps(day)
    this.skims()
  }

  /** The newest button with this label, to be pressed later. */
  button(label: string): { messageId: number; data: string } | undefined {
    for (const message of this.chat().messages.toReversed()) {
      const button = message.buttons.flat().find(({ text }) => text.includes(label))
      if (button?.data) return { messageId: message.id, data: button.data }
    }
    return undefined
  }

  labels(): string[] {
    return this.chat().messages.flatMap((message) => message.buttons.flat().map(({ text }) => text))
  }

  /** Reads the next unread message, which must say this. */
  async sees(what: RegExp): Promise<ShownMessage> {
    const next = this.unread.shift()
    expect(next?.text ?? `(${this.name} has nothing to read)`, `what ${this.name} sees`).toMatch(what)
    if (!next) throw new Error('unreachable')
    return next
  }

  /** Reads everything at once, for tests that are about something else. */
  skims(): ShownMessage[] {
    return this.unread.splice(0)
  }

  seesNothing(): void {
    expect(
      this.unread.map(({ text }) => text),
      `what ${this.name} has not read`,
    ).toEqual([])
  }

  toast(): string | undefined {
    return this.chat().toast?.text
  }

  /** Picks up what is new or changed on the screen. */
  looks(): void {
    for (const message of this.chat().messages) {
      if (message.from !== 'bot') continue
      const face = `${message.text}|${message.file?.fileId ?? ''}`
      if (this.read.get(message.id) === face) continue
      this.read.set(message.id, face)
      this.unread.push(message)
    }
  }

  /** At the end of a test nobody may have been sent something the test does not tell of. */
  hasReadEverything(): void {
    this.seesNothing()
  }

  chat() {
    return this.world.telegram.chat(this.does.id)
  }
}
