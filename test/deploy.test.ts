import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { allButtons } from '../src/platform/telegram/button.ts'
import { expect, NIK, png, test, type World } from './support/index.ts'
import type { TestPerson } from './support/person.ts'

// A new release is started while a question is open. Whatever became of the question, it costs the person one answer at
// most: they are told what comes next, nothing is kept where it does not belong, and their next answer is taken.

const src = join(import.meta.dirname, '../src')
for await (const file of glob('**/*questions.ts', { cwd: src })) await import(join(src, file))
/** Every question that is defined anywhere. */
const questions = allButtons().flatMap(({ name }) => (/^\?(?!test-)/.test(name) ? [name.slice(1)] : []))

/** How people come to a question, and what they answer. */
interface Way {
  /** All that is there before the question is asked. */
  begins(world: World): Promise<TestPerson>
  /** What they press or say to be asked, and to be asked again. */
  asks(person: TestPerson, world: World): Promise<void>
  answers(person: TestPerson): Promise<void>
  /** What they read when the answer was taken. */
  reads: RegExp
}

/** Yanti of Payakumbuh, who makes food, and Rina, her penyuluh. */
async function registered(world: World) {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await world.owner('Yanti')
  await yanti.registers('Rendang Yanti', 'Kota Payakumbuh', 'Makanan/minuman')
  return { rina, yanti }
}
const owner = async (world: World) => (await registered(world)).yanti

async function itemOf({ rt }: World, requirementId: string): Promise<number> {
  return (await rt.db.reader.item.findFirstOrThrow({ where: { requirementId } })).id
}
const opens = (requirementId: string) => async (person: TestPerson, world: World) =>
  person.presses(1, `send:${await itemOf(world, requirementId)}`)

const waiting = async ({ rt }: World): Promise<number> =>
  (await rt.db.reader.submission.findFirstOrThrow({ where: { sentAt: { not: null } } })).id
const pressesOnPaper = (button: string) => async (person: TestPerson, world: World) =>
  person.presses(1, `${button}:${await waiting(world)}${button === 'return-for' ? ':other' : ''}`)

/** The token of the link for a companion, which the database does not know. */
const tokens = new WeakMap<World, string>()

/** An officer who is taking in an owner without Telegram, up to some answer. */
const enrols =
  (...answers: string[]) =>
  async (world: World) => {
    const { rina } = await registered(world)
    await rina.presses(1, 'enrol')
    for (const answer of answers) await (answer.includes('/') ? rina.taps(answer) : rina.says(answer))
    return rina
  }
const enrolsOn = (person: TestPerson) => person.presses(1, 'enrol')

/** Answers a question of a data item, whatever it is. */
async function answersAny(person: TestPerson): Promise<void> {
  const { text, buttons } = person.skims().at(-1) ?? { text: '', buttons: [] }
  const [first] = buttons.flat().filter(({ data }) => data?.startsWith('answer:'))
  if (first) await person.taps(first.text)
  else await person.says(/bulan/i.test(text) ? '12' : '200 lembar')
}

/** Yanti sends her trade mark, and the name on it is another one. */
async function sendsTradeMark(world: World, yanti: TestPerson, upTo: 'number' | 'day' | 'name' | 'the end') {
  await opens('sertifikat_merek')(yanti, world)
  await yanti.sendsPhoto(png(7))
  if (upTo === 'number') return
  await yanti.says('IDM000123456')
  if (upTo === 'day') return
  await yanti.says('31 Desember 2027')
  if (upTo === 'name') return
  await yanti.taps('Berbeda')
  await yanti.says('Marlina Rosa')
}
const withTradeMark = (upTo: Parameters<typeof sendsTradeMark>[2]) => async (world: World) => {
  const yanti = await owner(world)
  await sendsTradeMark(world, yanti, upTo)
  return yanti
}

/** Yanti has booked, and Rina runs the desk on its day. */
async function atDesk(world: World) {
  await world.desk('Payakumbuh')
  const { rina, yanti } = await registered(world)
  await world.admitAll()
  await yanti.says('/jadwal')
  for (const label of ['Sen, 10 Jun', '09.30', 'Ya, pesan']) await yanti.taps(label)
  await world.rt.db.reader.booking.updateMany({ data: { code: '7K3M9Q' } })
  await world.clockStrikes('2024-06-10T09:00+07:00')
  world.skim()
  return { rina, yanti }
}
const pressesOfDay =
  (kind: string) =>
  async (person: TestPerson, { rt }: World) =>
    person.presses(1, `${kind}:${(await rt.db.reader.deskDay.findFirstOrThrow()).id}`)

async function onDuty(world: World) {
  const { rina } = await atDesk(world)
  await rina.says('/desk')
  return rina
}

async function plansCycle(admin: TestPerson, ...dates: string[]) {
  await admin.says('/admin')
  await admin.presses(1, 'cycle')
  for (const date of dates) await admin.says(date)
}
const eva = (world: World) => world.admin('Eva')
async function withDesk(world: World): Promise<TestPerson> {
  await world.desk('Payakumbuh')
  return eva(world)
}
const sari = (world: World) => world.owner('Sari')
const says = (text: string) => (person: TestPerson) => person.says(text)
const goesOn = says('/lanjut')

/** Eva writes a broadcast, up to a screen of it. */
async function writesBroadcast(world: World, ...labels: string[]): Promise<TestPerson> {
  await world.owner('Sari')
  const admin = await eva(world)
  await admin.says('/siaran')
  await admin.taps('Tulis siaran')
  await admin.says('Selamat pagi')
  for (const label of labels) await admin.taps(label)
  return admin
}
const pressesOfDraft =
  (kind: string, more = '') =>
  async (person: TestPerson, { rt }: World) =>
    person.presses(1, `${kind}:${(await rt.db.reader.broadcast.findFirstOrThrow()).id}${more}`)

const ways: Record<string, Way> = {
  'cast-words': {
    begins: writesBroadcast,
    asks: pressesOfDraft('cast-words'),
    answers: says('Selamat siang, {nama}'),
    reads: /Siaran baru[\s\S]*Selamat siang/,
  },
  'cast-link': {
    begins: writesBroadcast,
    asks: pressesOfDraft('cast-button-is', ':link'),
    answers: says('Lihat pengumuman https://contoh.go.id/ovop'),
    reads: /Tombol: Lihat pengumuman/,
  },
  'cast-time': {
    begins: writesBroadcast,
    asks: pressesOfDraft('cast-time', ':begin'),
    answers: says('10 Juni 2024 09.00'),
    reads: /mulai Senin, 10 Juni 2024/,
  },
  'cast-night': {
    begins: writesBroadcast,
    asks: pressesOfDraft('cast-night'),
    answers: says('jalan ke desk tertutup longsor'),
    reads: /karena: jalan ke desk/,
  },
  'cast-keep': {
    begins: writesBroadcast,
    asks: pressesOfDraft('cast-for-keep'),
    answers: says('Semua pelaku usaha'),
    reads: /Siaran baru/,
  },
  'own-name': {
    begins: sari,
    asks: (person) => person.presses(1, 'rename'),
    answers: says('Sari Puspita'),
    reads: /Nama tersimpan: Sari Puspita/,
  },
  'owner-name': {
    async begins(world) {
      const yanti = world.newcomer('Yanti')
      await yanti.says('/start')
      return yanti
    },
    asks: (person) => person.presses(1, 'agree'),
    answers: says('Yanti Marlina'),
    reads: /Salam kenal, Yanti Marlina/,
  },
  'business-name': { begins: sari, asks: goesOn, answers: says('Rendang Sari'), reads: /Rendang Sari ada di/ },
  'rename-business': {
    begins: owner,
    asks: async (person, { rt }) => {
      const { id } = await rt.db.reader.business.findFirstOrThrow()
      await person.presses(1, `name-b:${id}`)
    },
    answers: says('Rendang Uni Yanti'),
    reads: /Rendang Uni Yanti/,
  },
  'new-business': {
    begins: owner,
    asks: (person) => person.presses(1, 'add-b'),
    answers: says('Tenun Yanti'),
    reads: /Tenun Yanti ada di/,
  },
  'business-region': {
    async begins(world) {
      const person = await sari(world)
      await person.says('/lanjut')
      await person.says('Rendang Sari')
      return person
    },
    asks: goesOn,
    answers: says('Kota Payakumbuh'),
    reads: /produk utama/,
  },
  'paper-file': {
    begins: owner,
    asks: opens('ktp_pemilik'),
    answers: (person) => person.sendsPhoto(png(1)),
    reads: /Berapa NIK/,
  },
  'paper-number': {
    begins: withTradeMark('number'),
    asks: opens('sertifikat_merek'),
    answers: says('IDM000123456'),
    reads: /tanggal berapa/,
  },
  'paper-day': {
    begins: withTradeMark('day'),
    asks: opens('sertifikat_merek'),
    answers: says('31 Desember 2027'),
    reads: /sama dengan nama di KTP/,
  },
  'other-name': {
    begins: withTradeMark('name'),
    asks: async (person, world) => person.presses(1, `name-x:${await itemOf(world, 'sertifikat_merek')}`),
    answers: says('Marlina Rosa'),
    reads: /sudah lengkap/,
  },
  'data-answer': { begins: owner, asks: opens('kbli_usaha'), answers: says('10794'), reads: /2 dari 2/ },
  attachment: {
    begins: async (world) => {
      const yanti = await owner(world)
      await opens('kapasitas_produksi')(yanti, world)
      for (let left = 8; left > 0 && !yanti.button('Benar, kirim'); left--) await answersAny(yanti)
      return yanti
    },
    asks: async (person, world) => person.presses(1, `attach:${await itemOf(world, 'kapasitas_produksi')}`),
    answers: (person) => person.sendsPhoto(png(3)),
    reads: /1 file pendukung sudah ikut/,
  },
  'paper-place': {
    begins: async (world) => {
      const yanti = await owner(world)
      await opens('foto_lokasi')(yanti, world)
      for (const at of [1, 2, 3]) await yanti.sendsPhoto(png(at))
      if (yanti.button('✅ Selesai')) await yanti.taps('✅ Selesai')
      return yanti
    },
    asks: opens('foto_lokasi'),
    answers: (person) => person.sendsPlace(-0.22, 100.63),
    reads: /sudah lengkap/,
  },
  'business-commodity': {
    async begins(world) {
      const person = await sari(world)
      for (const answer of ['/lanjut', 'Rendang Sari', 'Kota Payakumbuh']) await person.says(answer)
      return person
    },
    asks: goesOn,
    answers: says('rendang'),
    reads: /Kita mulai dari|sudah terdaftar/,
  },
  'business-form': {
    begins: owner,
    asks: (person) => person.presses(1, 'form'),
    answers: says('perorangan'),
    reads: /Rendang Yanti/,
  },
  group: {
    begins: async (world) => {
      const yanti = await owner(world)
      await yanti.sendsKtp()
      return yanti
    },
    asks: (person) => person.presses(1, 'group'),
    answers: says('tidak'),
    reads: /Kita lihat dulu/,
  },
  owned: {
    begins: async (world) => {
      const yanti = await owner(world)
      await yanti.sendsKtp()
      await yanti.presses(1, 'group')
      await yanti.says('tidak')
      return yanti
    },
    asks: (person) => person.presses(1, 'owned'),
    answers: says('belum'),
    reads: /sudah ada\?/,
  },
  'paper-name': {
    begins: withTradeMark('name'),
    asks: opens('sertifikat_merek'),
    answers: says('sama'),
    reads: /sudah lengkap/,
  },
  paragraph: {
    begins: async (world) => {
      const yanti = await owner(world)
      await opens('kapasitas_produksi')(yanti, world)
      for (let left = 8; left > 0 && !yanti.button('Benar, kirim'); left--) await answersAny(yanti)
      return yanti
    },
    asks: opens('kapasitas_produksi'),
    answers: says('ya benar'),
    reads: /sudah lengkap/,
  },
  'offered-number': {
    begins: async (world) => {
      const yanti = await owner(world)
      await opens('ktp_pemilik')(yanti, world)
      await yanti.sendsPhoto(png(1))
      return yanti
    },
    async asks(person, world) {
      await opens('ktp_pemilik')(person, world)
      await person.says(NIK.replace('0', 'O'))
    },
    answers: says('ya'),
    reads: /sudah lengkap/,
  },
  'use-said': {
    begins: owner,
    async asks(person, world) {
      await opens('kbli_usaha')(person, world)
      await person.says('1O794')
    },
    answers: says('ya'),
    reads: /2 dari 2/,
  },
  'enrol-owner': { begins: enrols(), asks: enrolsOn, answers: says('Mak Sianik'), reads: /usaha Mak Sianik/ },
  'enrol-business': {
    begins: enrols('Mak Sianik'),
    asks: enrolsOn,
    answers: says('Rendang Mak Sianik'),
    reads: /produk utama Rendang Mak Sianik/,
  },
  'enrol-form': {
    begins: enrols('Mak Sianik', 'Rendang Mak Sianik', 'Makanan/minuman'),
    asks: enrolsOn,
    answers: (person) => person.sendsPhoto(png(5)),
    reads: /ditandatangani sendiri/,
  },
  'companion-name': {
    async begins(world) {
      const yanti = await owner(world)
      await yanti.says('/menu')
      await yanti.taps('Pendamping')
      await yanti.taps('Ajak pendamping')
      const budi = world.newcomer('Budi')
      const payload = /start=(\S+)/.exec(yanti.skims().at(-1)?.text ?? '')?.[1] ?? ''
      tokens.set(world, payload.slice(-32))
      await budi.opens(payload)
      await budi.taps('Setuju, lanjutkan')
      return budi
    },
    asks: (person, world) => person.presses(1, `helper-18:${tokens.get(world)}`),
    answers: says('Budi Santoso'),
    reads: /Permintaan sudah kami kirim/,
  },
  'visit-topic': {
    async begins(world) {
      await world.desk('Payakumbuh')
      const yanti = await owner(world)
      await world.admitAll()
      for (const label of ['Sen, 10 Jun', '09.30', 'Ya, pesan']) {
        if (label === 'Sen, 10 Jun') await yanti.says('/jadwal')
        yanti.skims()
        await yanti.taps(label)
      }
      return yanti
    },
    asks: async (person, { rt }) => person.presses(1, `topic:${(await rt.db.reader.booking.findFirstOrThrow()).id}`),
    answers: says('Foto produk'),
    reads: /penyuluh sudah tahu/,
  },
  'duty-arrival': {
    begins: onDuty,
    asks: pressesOfDay('duty-in'),
    answers: says('7k3m9q'),
    reads: /Rendang Yanti · hadir/,
  },
  'duty-walk-in': {
    begins: onDuty,
    asks: pressesOfDay('duty-guest'),
    answers: says('Tenun Ani'),
    reads: /W0\d\. Tenun Ani/,
  },
  'duty-results': {
    begins: onDuty,
    asks: pressesOfDay('duty-type'),
    answers: says('1 selesai'),
    reads: /Ini yang kami baca/,
  },
  'visit-notes': {
    begins: onDuty,
    asks: async (person, { rt }) => person.presses(1, `guest-note:${(await rt.db.reader.visit.findFirstOrThrow()).id}`),
    answers: says('NIB sudah benar'),
    reads: /Catatan: NIB sudah benar/,
  },
  'visit-words': {
    async begins(world) {
      const { rina, yanti } = await atDesk(world)
      await rina.says('/desk')
      for (const label of ['1', '✅ Hadir', '✅ selesai']) {
        if (label === '✅ selesai') await rina.taps('▶️ Panggil')
        await rina.taps(label)
      }
      await yanti.presses(1, `visit-was:${(await world.rt.db.reader.visit.findFirstOrThrow()).id}:5`)
      return yanti
    },
    asks: async (person, { rt }) => person.presses(1, `visit-says:${(await rt.db.reader.visit.findFirstOrThrow()).id}`),
    answers: says('Ramah sekali'),
    reads: /pesan Bapak\/Ibu sudah tersimpan/,
  },
  'wait-day': {
    begins: owner,
    asks: async (person, world) => person.presses(1, `wait:${await itemOf(world, 'nib')}`),
    answers: says('20 Juni 2024'),
    reads: /20 Juni 2024/,
  },
  'return-words': {
    async begins(world) {
      const { rina, yanti } = await registered(world)
      await yanti.sendsKtp()
      return rina
    },
    asks: pressesOnPaper('return-for'),
    answers: says('Mohon KTP yang asli'),
    reads: /Alasan: Mohon KTP yang asli/,
  },
  'name-ground': {
    async begins(world) {
      const { rina, yanti } = await registered(world)
      await sendsTradeMark(world, yanti, 'the end')
      return rina
    },
    asks: pressesOnPaper('same-one'),
    answers: says('Nama gadis menurut KK'),
    reads: /Nama gadis menurut KK/,
  },
  'left-number': {
    async begins(world) {
      const { rina, yanti } = await registered(world)
      await opens('ktp_pemilik')(yanti, world)
      await yanti.sendsPhoto(png(1))
      await yanti.taps('penyuluh')
      return rina
    },
    asks: pressesOnPaper('fill-no'),
    answers: says(NIK),
    reads: /1376••••••••0001/,
  },
  ask: {
    begins: owner,
    asks: says('/tanya'),
    answers: says('Apakah suami saya yang PNS boleh ikut?'),
    reads: /Kirim ke penyuluh\?/,
  },
  'thread-words': {
    async begins(world) {
      const { rina, yanti } = await registered(world)
      await yanti.says('/tanya')
      await yanti.says('Apakah suami saya yang PNS boleh ikut?')
      await yanti.taps('Kirim ke penyuluh')
      return rina
    },
    asks: async (person, { rt }) =>
      person.presses(1, `asked-say:${(await rt.db.reader.helpThread.findFirstOrThrow()).id}`),
    answers: says('Boleh, Bu'),
    reads: /Jawaban untuk Yanti tersimpan/,
  },
  'alert-no-phone': {
    async begins(world) {
      const { rina } = await registered(world)
      await world.admitAll()
      await world.clockStrikes('2024-06-11T09:00+07:00')
      world.skim()
      return rina
    },
    asks: async (person, { rt }) =>
      person.presses(1, `alert-no-phone:${(await rt.db.reader.alert.findFirstOrThrow()).id}`),
    answers: says('0812 3456 7890'),
    reads: /\+6281234567890/,
  },
  search: {
    begins: async (world) => (await registered(world)).rina,
    asks: says('/cari'),
    answers: says('rendang'),
    reads: /Ketemu satu/,
  },
  'stuck-after': {
    begins: eva,
    asks: (person) => person.presses(1, 'stuck-after:owner-silent'),
    answers: says('9 hari'),
    reads: /Sekarang: 9 hari/,
  },
  'stuck-number': {
    begins: eva,
    asks: (person) => person.presses(1, 'stuck-number:nudges'),
    answers: says('hari 4, 9 dan 20'),
    reads: /Kapan berkas dianggap perlu dibantu/,
  },
  'owner-words': {
    begins: async (world) => (await registered(world)).rina,
    asks: async (person, { rt }) =>
      person.presses(1, `ask-owner:${(await rt.db.reader.dossier.findFirstOrThrow()).id}`),
    answers: says('Selamat pagi, ada yang bisa saya bantu?'),
    reads: /tersimpan dan segera disampaikan/,
  },
  'cal-add': {
    begins: eva,
    asks: (person) => person.presses(1, 'cal-add:all'),
    answers: says('12 Juni 2024 Banjir'),
    reads: /12 Juni 2024: kantor tutup, Banjir/,
  },
  'cal-hours': {
    begins: eva,
    asks: (person) => person.presses(1, 'cal-hours:usual:1'),
    answers: says('08.00-15.00'),
    reads: /Jam kantor provinsi/,
  },
  'cal-fast': {
    begins: eva,
    asks: (person) => person.presses(1, 'cal-fast-on:1446'),
    answers: says('2 Maret 2025 - 30 Maret 2025'),
    reads: /membetulkan/,
  },
  'cal-away': {
    async begins(world) {
      await world.officer('Rina', ['13.76'])
      return eva(world)
    },
    asks: async (person, { rt }) => {
      const { id } = await rt.db.reader.person.findFirstOrThrow({ where: { name: 'Rina' } })
      await person.presses(1, `cal-away-on:${id}:leave:nobody`)
    },
    answers: says('10 Juni 2024 - 12 Juni 2024'),
    reads: /Rina: cuti/,
  },
  'nomination-list': {
    async begins(world) {
      await world.openCycle()
      return eva(world)
    },
    asks: (person) => person.presses(1, 'list'),
    answers: (person) =>
      person.sendsFile({
        bytes: new TextEncoder().encode(
          'Pemilik;Nama usaha;Kota;Produk;HP\nAni;Batik Ani;Kota Solok;Batik;081234567890',
        ),
        name: 'daftar.csv',
        mime: 'text/csv',
      }),
    reads: /Baru: 1/,
  },
  'invite-many': {
    begins: eva,
    asks: (person) => person.presses(1, 'invite-many:officer'),
    answers: says('Kota Payakumbuh, Kab. 50 Kota'),
    reads: /Penyuluh untuk Lima Puluh Kota, Payakumbuh/,
  },
  'staff-where': {
    async begins(world) {
      await world.officer('Rina', ['13.76'])
      return eva(world)
    },
    asks: async (person, { rt }) =>
      person.presses(
        1,
        `staff-where:${(await rt.db.reader.grant.findFirstOrThrow({ where: { role: 'officer' } })).id}`,
      ),
    answers: says('Agam'),
    reads: /Penyuluh untuk Agam/,
  },
  draft: {
    begins: eva,
    asks: (person) => person.presses(1, 'draft'),
    answers: says('Payakumbuh'),
    reads: /Apa nama desk/,
  },
  'plan-place': {
    begins: withDesk,
    asks: async (person, { rt }) => person.presses(1, `plan-place:${(await rt.db.reader.desk.findFirstOrThrow()).id}`),
    answers: says('Aula Dinas'),
    reads: /Tempat: Aula Dinas/,
  },
  'plan-change': {
    begins: withDesk,
    asks: async (person, { rt }) =>
      person.presses(1, `plan-change:${(await rt.db.reader.deskDay.findFirstOrThrow()).id}:seats`),
    answers: says('30, 2, 0'),
    reads: /2 meja, 0 %/,
  },
  'plan-move': {
    begins: withDesk,
    asks: async (person, { rt }) =>
      person.presses(1, `plan-move:${(await rt.db.reader.deskDay.findFirstOrThrow()).id}`),
    answers: says('14 Juni 2024'),
    reads: /14 Juni 2024/,
  },
  'cycle-owner': { begins: eva, asks: (person) => plansCycle(person), answers: says('21 Juni 2024'), reads: /portal/ },
  'cycle-portal': {
    begins: eva,
    asks: (person) => plansCycle(person, '21 Juni 2024'),
    answers: says('30 Juni 2024'),
    reads: /penilai|asesor|kunjungan/i,
  },
  'cycle-visit': {
    begins: eva,
    asks: (person) => plansCycle(person, '21 Juni 2024', '30 Juni 2024'),
    answers: says('5 Oktober 2024'),
    reads: /5 Oktober 2024/,
  },
}

function way(name: string): Way {
  const found = ways[name]
  if (!found) throw new Error(`nobody knows how to come to ${name}`)
  return found
}

test('every question there is, is tried here', () => {
  expect(Object.keys(ways).toSorted()).toEqual(questions.toSorted())
})

/** The state of an open question, as far as a release before may have left it otherwise. */
interface Left {
  version: unknown
  state: { ask: { args: string; interrupts: number[]; replay: { send: { payload: string }[]; receive: unknown[] } }[] }
}
const changed = (change: (left: Left) => unknown) => (state: string) => {
  const left: Left = JSON.parse(state)
  return JSON.stringify(change(left) ?? left)
}
const otherwise = (change: (asked: Left['state']['ask'][number]) => unknown) =>
  changed(({ state }) => void state.ask.forEach(change))
const withData = (change: (data: string) => string) =>
  otherwise((asked) => {
    const [data, quietly] = JSON.parse(asked.args)
    asked.args = JSON.stringify([change(data), quietly])
  })

type Leftovers = Record<string, (state: string) => string>

/** What may have become of a question. */
const ofTheQuestion: Leftovers = {
  'has one field more': withData((data) => `${data}:7`),
  'has one field less, or none': withData((data) => (data.includes(':') ? data.replace(/:[^:]*$/, '') : `${data}:`)),
  'has fields of another kind': withData((data) => data.replace(/:.*|$/, ':x:y')),
  'is gone': withData((data) => data.replace(/\?[^:]*/, '?gone')),
  'has another version': changed((left) => void Object.assign(left, { version: [0, 99] })),
  'has a version that is no number': changed((left) => void Object.assign(left, { version: [0, 'ab\u0007c'] })),
  'is no JSON': () => 'release-2024-06-03/\u{1F4A5}',
}

/** What else another release may have left of the conversation that asked. */
const ofTheConversation: Leftovers = {
  'has the version of another plugin': changed((left) => void Object.assign(left, { version: [7, 1] })),
  'has no version': changed(({ state }) => ({ state })),
  'has a version of another shape': changed((left) => void Object.assign(left, { version: 'v2' })),
  'belongs to another conversation': changed(({ version, state }) => ({ version, state: { wizard: state.ask } })),
  'is two at once': changed(({ version, state: { ask } }) => ({ version, state: { ask: [...ask, ...ask] } })),
  'was asked without a question': otherwise((asked) => void Object.assign(asked, { args: '[]' })),
  'was asked with senseless arguments': otherwise((asked) => void Object.assign(asked, { args: '[{"a":' })),
  'was asked in other steps': otherwise(({ replay }) => void replay.send.splice(1, 0, { payload: 'external' })),
  'was asked in steps of other names': otherwise(({ replay }) => replay.send.map((step) => (step.payload = 'other'))),
  'was asked in fewer steps': otherwise(({ replay }) => replay.send.splice(1)),
  'waits for something else': otherwise((asked) => void Object.assign(asked, { interrupts: [9] })),
  'is cut off': (state) => state.slice(0, 40),
  'is empty': () => '',
  'is null': () => 'null',
  'is a number': () => '7',
  'is a list': () => '[]',
  'is an empty object': () => '{}',
}

const openNow = async ({ rt }: World, person: TestPerson): Promise<string | undefined> =>
  (await rt.db.reader.questionState.findUnique({ where: { chatId: person.id } }))?.state

const argumentsOf = async (world: World, person: TestPerson) => {
  const state = await openNow(world, person)
  return state === undefined ? [] : (JSON.parse(state) as Left).state.ask.map(({ args }) => args)
}

const store = (world: World, person: TestPerson, state: string) =>
  world.rt.db.sql(
    `INSERT INTO question_state (chat_id, state, opened_at) VALUES ($1, $2, $3)
     ON CONFLICT (chat_id) DO UPDATE SET state = excluded.state`,
    [person.id, state, world.clock.now()],
  )

const TOLD = [
  'nomination_list',
  'role_grant',
  'invitation',
  'alert_rules',
  'alert',
  'absence',
  'free_day',
  'office_hours',
  'ramadan',
  'desk',
  'desk_day',
  'desk_draft',
  'booking',
  'person',
  'business',
  'dossier',
  'dossier_answer',
  'enrolment',
  'companion',
  'item',
  'item_value',
  'submission',
  'page',
  'decision',
  'cycle',
  'visit',
  'visit_feedback',
  'result_draft',
  'help_thread',
  'broadcast',
  'saved_audience',
]
/** Everything that answers may change. */
const told = async ({ rt }: World): Promise<unknown> =>
  Promise.all(TOLD.map((table) => rt.db.sql(`SELECT to_jsonb(t) AS row FROM "${table}" t ORDER BY t`)))

const failures = ({ logged }: World) => logged.filter((line) => /"outcome":"(failed|given up|try)/.test(line))

const readsOf = (person: TestPerson) =>
  person
    .skims()
    .map(({ text }) => text)
    .join('\n')

/** Puts each of these in the place of an open question: the answer is lost, and no more. Then it is asked and answered. */
async function costsOneAnswer(world: World, name: string, leftovers: Leftovers): Promise<void> {
  const { begins, asks, answers, reads } = way(name)
  const person = await begins(world)
  await asks(person, world)
  const asked = (await openNow(world, person)) ?? ''
  expect(asked).toContain(`?${name}`)
  const before = await told(world)
  for (const [what, leave] of Object.entries(leftovers)) {
    await store(world, person, leave(asked))
    readsOf(person)
    await answers(person)
    expect(readsOf(person), what).toMatch(/\p{L}{3}/u)
    expect(await told(world), what).toEqual(before)
    const now = await openNow(world, person)
    if (now !== undefined) expect(now, what).toContain('"version":[0,1]')
    if (now === undefined || !now.includes(`?${name}`)) await asks(person, world)
  }
  readsOf(person)
  await answers(person)
  expect(readsOf(person)).toMatch(reads)
  expect(failures(world)).toEqual([])
  world.skim()
}

/** Questions whose answer leads to a yes that is still to be given. */
const KEEPS_NOTHING = /^(cycle-|plan-move$|ask$|search$)/

for (const name of Object.keys(ways)) {
  test(`${name}, open while a release changed it, costs one answer at most`, ({ world }) =>
    costsOneAnswer(world, name, ofTheQuestion))

  test(`${name}, open while a release changed its words, is answered as if nothing had happened`, async ({ world }) => {
    const { begins, asks, answers } = way(name)
    const person = await begins(world)
    await asks(person, world)
    const asked = await argumentsOf(world, person)
    await world.rt.db.reader.account.updateMany({ data: { language: 'en' } })
    const before = await told(world)
    await answers(person)
    expect(await argumentsOf(world, person)).not.toEqual(asked)
    if (!KEEPS_NOTHING.test(name)) expect(await told(world)).not.toEqual(before)
    expect(failures(world)).toEqual([])
    world.skim()
  })
}

// What is stored is the same for all questions, so a few of them stand for the rest: words, a file, an officer.
for (const name of ['business-name', 'paper-file', 'return-words']) {
  test(`${name}, of which a release left something else, costs one answer at most`, ({ world }) =>
    costsOneAnswer(world, name, ofTheConversation))
}
