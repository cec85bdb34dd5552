import type { Message } from 'grammy/types'
import { commandsFor, keyboardFor } from '../../src/people/orders.ts'
import { type Actor, roles } from '../../src/people/rules.ts'
import { languages } from '../../src/platform/i18n/languages.ts'
import type { SentFile } from '../../src/simulator/model.ts'
import type { Chance } from './chance.ts'
import { docm, docx, mp4, pdf, png, xlsx, zip } from './papers.ts'
import { NIK } from './person.ts'

// What people say and send, sensible or not.

const everything: Actor = {
  personId: 0 as never,
  grants: roles.map((role) => ({ role, regions: [] })),
  consented: true,
  cause: 0,
}
/** Every command and every key of the keyboard, in both languages. */
export const orders = languages.flatMap((language) => [
  ...commandsFor(everything, language).map(({ command }) => `/${command}`),
  ...keyboardFor(everything, language).flatMap((row) => row.map(String)),
])

/** Right and wrong answers, junk, markup, other scripts, and too much of everything. */
export const words = [
  ...['apa itu NIB?', 'randang basah pakai pirt atau md', 'boleh suami saya ikut?', 'gimana caranya pak'],
  ...['Siti Aminah', 'Marlina Rosa', 'Keripik Balado 2', 'Kota Payakumbuh', 'solok', 'agam', 'Bukittinggi', 'atlantis'],
  ...[NIK, '13760141079OOOO1', '1376014107900', '9120 0012 34567', '10794', '2061376010042-28', 'MD 224512001234'],
  ...[
    'ID13110000123450124',
    'IDM000123456',
    '440/123/Dinkes/2024',
    '0',
    '-5',
    '12',
    '1.200',
    '1e9',
    '9'.repeat(40),
    '٣٤',
  ],
  ...[
    '3 mei 2024',
    '31 Desember 2027',
    '31/02/2024',
    '5-6-2024',
    '05/06/24',
    'besok',
    '3 minggu lagi',
    'juni',
    '0-0-0',
  ],
  ...[
    'seumur hidup',
    '2015',
    '21 Juni 2024',
    '30 Juni 2024',
    '5 Oktober 2024',
    'ya',
    'tidak',
    'sama',
    'yes',
    'nanti ya',
  ],
  ...[
    '<b>tebal</b>',
    '&amp; & <',
    '{name} %s',
    "'; DROP TABLE item; --",
    '?own-name',
    'accept:1',
    '/',
    '/apa_ini',
    '\\',
  ],
  ...[
    '👩‍👩‍👧‍👦🙂',
    'مرحبا بالعالم',
    '\u202eterbalik\u202c',
    'a\u0000b\u0007c',
    '\ud83d',
    'e\u0301'.repeat(50),
    '.',
    '\n–\n',
    '-\u200b-',
  ],
  ...[
    'Seperti biasa di kampung kami',
    'x'.repeat(61),
    'Kami buat sendiri. '.repeat(30),
    'a'.repeat(4096),
    '🙂'.repeat(2000),
  ],
]

type Named = SentFile & { name: string }
const varied = (by: Chance, bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.from(`% ${by.below(1000)}`)])

/** Files of every kind: taken somewhere, taken nowhere, broken, or not what they say. */
export const files: ((by: Chance) => Named)[] = [
  (by) => ({ bytes: png(by.below(256), 8 + by.below(4)), name: 'ktp.png', mime: 'image/png' }),
  (by) => ({ bytes: varied(by, pdf()), name: 'nib.pdf', mime: 'application/pdf' }),
  (by) => ({ bytes: varied(by, docx()), name: 'sop.docx' }),
  () => ({ bytes: xlsx(), name: 'buku kas.xlsx' }),
  () => ({ bytes: docm(), name: 'sop.docm' }),
  () => ({ bytes: zip(), name: 'semua.zip' }),
  () => ({ bytes: mp4(), name: 'proses.mp4', mime: 'video/mp4' }),
  () => ({ bytes: new Uint8Array(), name: 'kosong.pdf', mime: 'application/pdf' }),
  () => ({ bytes: png(), name: 'besar.png', mime: 'image/png', size: 21 * 1024 * 1024 }),
  () => ({ bytes: pdf(true), name: 'terkunci.pdf', mime: 'application/pdf' }),
  (by) => ({ bytes: png(by.below(256)), name: 'surat.pdf', mime: 'application/pdf' }),
  (by) => ({ bytes: png(by.below(256)).subarray(0, 40), name: 'terpotong.png', mime: 'image/png' }),
  () => ({ bytes: Buffer.from('<svg onload="alert(1)"/>'), name: 'foto.jpg', mime: 'image/jpeg' }),
  () => ({ bytes: Buffer.from('KTP'), name: `../../${'n'.repeat(200)}\u202egpj.exe`, mime: 'text/plain' }),
]

const lasting = { file_id: 'v', file_unique_id: 'v', duration: 3 }
/** Messages that the simulated Telegram has no gesture for. */
export const oddMessages: Partial<Message>[] = [
  { video: { ...lasting, width: 9, height: 9 }, caption: 'proses' },
  { video_note: { ...lasting, length: 9 } },
  { audio: lasting },
  { dice: { emoji: '🎲', value: 6 } },
  { venue: { location: { latitude: 0, longitude: 100 }, title: 'Pasar', address: 'Jalan' } },
]
