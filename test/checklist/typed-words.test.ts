import * as typed from '../../src/checklist/typed.ts'
import { expect, test } from '../support/index.ts'

// What owners type instead of pressing, and what is read in it.

const tables: Record<string, [readonly typed.Choice<string>[], Record<string, string | undefined>]> = {
  'the main product': [
    typed.commodityChoices,
    {
      makanan: 'makanan_minuman',
      'Rendang, pak': 'makanan_minuman',
      'makanan minuman': 'makanan_minuman',
      'keripik singkong balado': 'makanan_minuman',
      BATIK: 'kain_batik',
      'kain tenun songket': 'kain_tenun',
      'tenn songkt': 'kain_tenun',
      pottery: 'gerabah',
      kain: undefined,
      'batik dan tenun': undefined,
      'bukan batik': undefined,
      'macam-macam': undefined,
    },
  ],
  'the form': [
    typed.formChoices,
    {
      perorangan: 'perorangan',
      'Perorangn bu': 'perorangan',
      'C.V.': 'cv',
      'PT.': 'pt',
      'belum tahu': 'unsure',
      'tidak tau': 'unsure',
      'cv atau pt': undefined,
    },
  ],
  'a question of a group': [
    typed.groupChoices,
    {
      ya: 'yes',
      'Iya, Pak!': 'yes',
      iyo: 'yes',
      yes: 'yes',
      tidak: 'no',
      'gak bu': 'no',
      bukan: 'no',
      'tidak tahu': 'unsure',
      'kurang tau, pak': 'unsure',
      "don't know": 'unsure',
      'tidak ya': 'no',
      'ya tidak': undefined,
      'gimana ya': undefined,
      'maksudnya apa ya pak': undefined,
      '1234': undefined,
      '': undefined,
      '👍': undefined,
    },
  ],
  'whether a paper is there': [
    typed.ownedChoices,
    {
      sudah: 'yes',
      udah: 'yes',
      'sudah ada pak': 'yes',
      belum: 'not-yet',
      blm: 'not-yet',
      'saya tidak punya': 'not-yet',
      'belum ada': 'not-yet',
      susah: undefined,
    },
  ],
  'the name on a paper': [
    typed.nameChoices,
    {
      sama: 'same',
      'sama saja bu': 'same',
      'tidak sama': 'differs',
      beda: 'differs',
      berbeda: 'differs',
      'tidak berbeda': 'same',
      'tidak tahu': 'left',
      lama: undefined,
    },
  ],
  'whether it is right so': [
    typed.confirmChoices,
    {
      ya: 'yes',
      'ya benar': 'yes',
      betul: 'yes',
      kirim: 'yes',
      'jawab ulang': 'again',
      tidak: undefined,
      'belum benar': undefined,
    },
  ],
  'the options of a question': [
    typed.optionChoices([
      { id: 'now', labels: ['Tahun ini', 'This year'] },
      { id: 'past', labels: ['Tahun lalu', 'Last year'] },
      { id: 'never', labels: ['Belum pernah', 'Never'] },
    ]),
    { 'tahun ini': 'now', ini: 'now', 'tahun lalu pak': 'past', 'blm pernah': 'never', last: 'past', tahun: undefined },
  ],
}

test.for(
  Object.entries(tables).flatMap(([about, [choices, cases]]) =>
    Object.entries(cases).map(([text, is]) => ({ about, text, is, choices })),
  ),
)('$about: "$text" is $is', ({ text, is, choices }) => {
  expect(typed.readChoice(text, choices)).toBe(is)
})

test.for([
  'assalamualaikum',
  "Assalamu'alaikum Wr. Wb.",
  'Assalamualaikum warahmatullahi wabarakatuh',
  'assalamu alaikum pak',
  'ass wr wb',
  'Aslm',
  'askum bu',
  'salam',
])('"%s" greets', (text) => {
  expect(typed.greetingIn(text)).toBe('salam')
})

test.for(['Salamah', 'asli', 'rendang', 'assalamualaikum saya mau tanya', 'Asam Padeh'])('"%s" does not', (text) => {
  expect(typed.greetingIn(text)).toBeUndefined()
})

test.for(['halo', 'Hai!', 'Halo bu, selamat pagi', 'hello', 'permisi pak'])('"%s" greets too', (text) => {
  expect(typed.greetingIn(text)).toBe('plain')
})

test.for(['Halomoan', 'pagi', 'halo saya mau tanya', 'Hiburan Malam', ''])('"%s" does not either', (text) => {
  expect(typed.greetingIn(text)).toBeUndefined()
})
