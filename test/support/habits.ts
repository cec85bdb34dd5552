import type { ShownMessage } from '../../src/simulator/model.ts'
import { rightAnswer } from './answers.ts'
import { png } from './papers.ts'
import type { TestPerson } from './person.ts'
import type { World } from './world.ts'

// How owners walk on as the bot leads them.

/** What an owner who has everything does when they read a message and need not type: the first line that fits. */
export const habits: [reads: RegExp, does: (owner: TestPerson, at: number) => Promise<void>][] = [
  [/sama dengan nama di KTP/, (owner) => owner.taps('Sama')],
  [/Apakah sudah benar\?/, (owner) => owner.taps('Benar, kirim')],
  [/tekan Selesai/, (owner) => owner.taps('Selesai')],
  [/Silakan kirim/, (owner, at) => owner.sendsPhoto(png(at % 250, 8 + Math.floor(at / 250)))],
  [/Satu lagi: titik peta/, (owner) => owner.sendsPlace(-0.22, 100.63)],
  [/Apakah .+ sudah ada\?/, (owner) => owner.taps('Sudah punya')],
  [/Apa bentuk usaha/, (owner) => owner.taps('Perorangan')],
  [/rendang basah/, (owner) => owner.taps('Tidak')],
]

/** Presses what leads on: the coloured button of a card or the home, or the first answer there is. */
async function goesOn(owner: TestPerson, { id, buttons }: ShownMessage): Promise<boolean> {
  const all = buttons.flat()
  const lead =
    all.find(({ style }) => style === 'primary') ??
    all.find(({ data }) => data?.startsWith('answer:')) ??
    all.find(({ data }) => data === 'home')
  if (lead?.data) await owner.presses(id, lead.data)
  return lead !== undefined
}

/** Where an owner has nothing more to do. */
const END = /Tinggal menyerahkan|Bagian Bapak|Semua sudah terkirim|Semua yang lain sudah terkirim/

/** Reads and does, until nothing leads on any more, or `most` steps. Returns the last message read. */
export async function walksOn(owner: TestPerson, does: typeof habits, most: number): Promise<string> {
  let last: ShownMessage | undefined
  for (let at = 1; at < most; at++) {
    last = owner.skims().at(-1) ?? last
    if (!last) throw new Error('nothing to read')
    const { text } = last
    const habit = does.find(([reads]) => reads.test(text))
    const answer = rightAnswer(last)
    if (habit) await habit[1](owner, at)
    else if (answer !== undefined) await owner.says(answer)
    else if (END.test(text)) return text
    else if (!(await goesOn(owner, last))) throw new Error(`stuck at: ${text}`)
  }
  if (most >= LONG) throw new Error(`walked for ever, last at: ${last?.text}`)
  return last?.text ?? ''
}

/** More steps than any walk has. */
const LONG = 400

/** An officer takes whatever waits of the one dossier there is. */
export async function acceptsEverything(world: World, officer: TestPerson): Promise<void> {
  await officer.says('/antrean')
  const { id } = await officer.sees(/berkas menunggu/)
  const { id: dossier } = await world.rt.db.reader.dossier.findFirstOrThrow()
  for (let left = 60; left > 0; left--) {
    await officer.presses(id, `waiting:${dossier}`)
    if (
      !officer
        .skims()
        .at(-1)
        ?.buttons.flat()
        .some(({ text }) => text.includes('Terima'))
    )
      return
    await officer.taps('Terima')
  }
  throw new Error('the queue never ends')
}
