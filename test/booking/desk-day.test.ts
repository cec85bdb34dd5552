import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// The day of a desk, as those who run it and those who come live it.

/** An owner with a booking, and the code on their ticket. */
async function booked(world: World, name: string, time: string): Promise<{ owner: TestPerson; code: string }> {
  const owner = await world.participant(name)
  const ticket = await owner.books('Sen, 10 Jun', time)
  return { owner, code: /Kode: (\w{6})/.exec(ticket)?.[1] ?? '' }
}

const MORNING = '2024-06-10T07:55+07:00'

/** Payakumbuh on the morning of the tenth: Rina runs the desk, three have booked. */
async function payakumbuh(world: World) {
  await world.openCycle()
  await world.quiet()
  const rina = await world.officer('Rina', ['13.76'])
  await world.desk('Payakumbuh')
  const sari = await booked(world, 'Sari', '08.00')
  const budi = await booked(world, 'Budi', '08.30')
  const citra = await booked(world, 'Citra', '09.00')
  await world.clockStrikes(MORNING)
  world.skim()
  return { rina, sari, budi, citra }
}

/** The last thing somebody read. */
const last = (person: TestPerson): string => person.skims().at(-1)?.text ?? ''

test('the whole day at Payakumbuh, from the first who comes to the last who does not', async ({ world }) => {
  const { rina, sari, budi, citra } = await payakumbuh(world)
  await rina.says('/desk')
  await rina.sees(
    /Senin, 10 Juni 2024\nDesk Payakumbuh\n\n1\. 08\.00 Rendang Sari · belum datang\n2\. 08\.30 Rendang Budi · belum datang\n3\. 09\.00 Rendang Citra · belum datang/,
  )

  // Sari reads her code aloud.
  await rina.taps('Catat hadir')
  await rina.sees(/Ketik kode tiket/)
  await rina.says(
    ` ${sari.code.slice(0, 3).toLowerCase()} ${sari.code.slice(3).replaceAll('0', 'o').replaceAll('1', 'l')}`,
  )
  await rina.sees(/1\. Rendang Sari · hadir 07\.55[\s\S]*Pemilik: Sari[\s\S]*pukul 08\.00 WIB, meja 1/)

  // Ani just comes.
  await rina.taps('Daftar hari ini')
  await rina.sees(/Menunggu 1 · dilayani 0/)
  await rina.taps('Tanpa janji temu')
  await rina.sees(/Apa nama usahanya/)
  await rina.says('Tenun Ani')
  await rina.sees(/W01\. Tenun Ani · hadir 07\.55/)
  await rina.taps('Daftar hari ini')
  await rina.sees(/W01\. Tenun Ani · hadir 07\.55/)

  // Her time has not come yet, so who has none goes before; then it has.
  await rina.taps('Nomor berikutnya')
  await rina.sees(/W01\. Tenun Ani · ▶️ dilayani 07\.55/)
  await rina.taps('↗️ dirujuk')
  await rina.sees(/W01\. Tenun Ani · ↗️ dirujuk/)
  await rina.taps('Tulis catatan')
  await rina.sees(/Tulis catatan singkat/)
  await rina.says('Ke Balai POM untuk izin edar')
  await rina.sees(/Catatan: Ke Balai POM untuk izin edar/)
  await world.clockStrikes('2024-06-10T08:05+07:00')
  await rina.taps('Daftar hari ini')
  await rina.sees(/Menunggu 1/)
  await rina.taps('Nomor berikutnya')
  await rina.sees(/1\. Rendang Sari · ▶️ dilayani 08\.05/)
  await rina.taps('✅ selesai')
  await rina.sees(/1\. Rendang Sari · ✅ selesai/)

  // Budi shows his picture, Citra does not come at all.
  await rina.opens(`tiket_${budi.code}`)
  await rina.sees(/2\. Rendang Budi · hadir 08\.05/)
  await rina.taps('▶️ Panggil')
  await rina.sees(/dilayani/)
  await rina.taps('🔁 perlu datang lagi')
  await rina.sees(/perlu datang lagi/)
  await world.clockStrikes('2024-06-10T15:00+07:00')
  world.skim()
  await rina.says('/desk')
  await rina.sees(/3\. 09\.00 Rendang Citra · belum datang[\s\S]*selesai 3 · tidak datang 0 · belum datang 1/)
  await rina.taps('Catat hadir')
  rina.skims()
  await rina.says('citra')
  await rina.sees(/3\. Rendang Citra · belum datang/)
  await rina.taps('Tidak datang')
  await rina.sees(/3\. Rendang Citra · 🚫 tidak datang/)
  await rina.taps('Jadwalkan ulang')
  await rina.sees(/Pemilik sudah diminta memilih jadwal baru pada 10 Juni 2024/)
  await citra.owner.sees(/Janji temu Rendang Citra pada Senin, 10 Juni 2024 belum jadi[\s\S]*pilih hari lain/)
  await citra.owner.taps('Lihat jadwal desk')
  await citra.owner.sees(/Jadwal desk · Rendang Citra/)

  const bookings = await world.rt.db.reader.booking.findMany({ orderBy: { id: 'asc' }, select: { state: true } })
  expect(bookings.map(({ state }) => state)).toEqual(['served', 'served', 'no-show'])

  // The morning after, those who came are asked how it was.
  await world.clockStrikes('2024-06-11T07:59+07:00')
  await world.clockStrikes('2024-06-11T08:00+07:00')
  await budi.owner.sees(/Terima kasih sudah datang ke desk Payakumbuh bersama Rendang Budi/)
  await sari.owner.sees(/Apakah kunjungan itu membantu/)
  await sari.owner.taps('Sangat membantu')
  await sari.owner.sees(/kesan Bapak\/Ibu sudah tersimpan/)
  await sari.owner.taps('Tulis pesan')
  await sari.owner.sees(/Apa yang baik/)
  await sari.owner.says('Ramah sekali')
  await sari.owner.sees(/pesan Bapak\/Ibu sudah tersimpan/)
  expect(await world.rt.db.reader.visitFeedback.findMany()).toMatchObject([{ score: 5, words: 'Ramah sekali' }])
})

test('nobody is absent by the clock, and reminders of a booking that was served are over', async ({ world }) => {
  await payakumbuh(world)
  await world.clockStrikes('2024-06-12T12:00+07:00')
  world.skim()
  expect(await world.rt.db.reader.booking.count({ where: { state: 'booked' } })).toBe(3)
})

test('the last of each act is undone, one after the other', async ({ world }) => {
  const { rina } = await payakumbuh(world)
  await rina.says('/desk')
  await rina.taps('1')
  for (const [label, reads] of [
    ['✅ Hadir', /hadir 07\.55/],
    ['▶️ Panggil', /dilayani 07\.55/],
    ['✅ selesai', /✅ selesai/],
    ['Urungkan: hasil', /dilayani 07\.55/],
    ['Urungkan: dipanggil', /hadir 07\.55/],
    ['Urungkan: hadir', /belum datang/],
    ['Tidak datang', /🚫 tidak datang/],
    ['Urungkan: tidak datang', /belum datang/],
  ] as const) {
    rina.skims()
    await rina.taps(label)
    await rina.sees(reads)
  }
  const { reader } = world.rt.db
  expect(await reader.booking.count({ where: { state: 'booked' } })).toBe(3)
  const deeds = await reader.audit.findMany({
    where: { subject: 'visit' },
    orderBy: { id: 'asc' },
    select: { deed: true },
  })
  expect(deeds.map(({ deed }) => deed)).toEqual([
    ...[
      'visit-arrive',
      'visit-call',
      'visit-finish',
      'visit-finish-undone',
      'visit-call-undone',
      'visit-arrive-undone',
    ],
    ...['visit-absent', 'visit-absent-undone'],
  ])
  // What was taken back is not asked about.
  await world.clockStrikes('2024-06-11T08:00+07:00')
  world.skim()
  expect(await reader.delivery.findMany({ where: { kind: 'visit-feedback' } })).toMatchObject([{ state: 'skipped' }])
})

test('who was absent and has booked another day stays so', async ({ world }) => {
  const { rina, citra } = await payakumbuh(world)
  await world.desk('Bukittinggi', { day: '2024-06-12' as never }, 'bukittinggi')
  await rina.says('/desk')
  await rina.taps('3')
  await rina.taps('Tidak datang')
  rina.skims()
  await citra.owner.says('/jadwal')
  await citra.owner.taps('Desk di tempat lain')
  await citra.owner.taps('Rab, 12 Jun')
  await citra.owner.taps('09.00')
  await citra.owner.taps('Ya, pesan')
  citra.owner.skims()
  await rina.taps('Urungkan: tidak datang')
  await rina.sees(/sudah memesan jadwal lain[\s\S]*tidak datang/)
  await rina.taps('Jadwalkan ulang')
  expect(await world.rt.db.reader.delivery.count({ where: { kind: 'rebook-asked' } })).toBe(0)
})

test('a walk-in of a known business is tied to its dossier, and one let in by mistake leaves the list', async ({
  world,
}) => {
  const { rina } = await payakumbuh(world)
  const dewi = await world.participant('Dewi')
  await rina.says('/desk')
  await rina.taps('Tanpa janji temu')
  rina.skims()
  await rina.says('dewi')
  await rina.sees(/W01\. dewi · hadir[\s\S]*salah satu dari mereka/)
  await rina.taps('Rendang Dewi · Dewi')
  await rina.sees(/W01\. Rendang Dewi · hadir[\s\S]*Pemilik: Dewi/)
  await rina.taps('Daftar hari ini')
  await rina.taps('Tanpa janji temu')
  rina.skims()
  await rina.says('Salah Ketik')
  await rina.sees(/W02\. Salah Ketik/)
  await rina.taps('Urungkan: hadir')
  expect(last(rina)).not.toContain('Salah Ketik')
  await rina.taps('Tanpa janji temu')
  await rina.says('Kopi Edi')
  expect(last(rina)).toContain('W03. Kopi Edi')
  dewi.skims()
})

test('two officers at once: one arrival, and each their own next number', async ({ world }) => {
  const { rina } = await payakumbuh(world)
  const mega = await world.officer('Mega', [])
  for (const officer of [rina, mega]) {
    officer.skims()
    await officer.says('/desk')
    await officer.taps('1')
    officer.skims()
  }
  await world.atOnce([rina, '✅ Hadir'], [mega, '✅ Hadir'])
  await rina.sees(/hadir 07\.55/)
  await mega.sees(/hadir 07\.55/)
  const { reader } = world.rt.db
  expect(await reader.audit.count({ where: { deed: 'visit-arrive' } })).toBe(1)

  await rina.taps('Daftar hari ini')
  await rina.taps('2')
  await rina.taps('✅ Hadir')
  for (const officer of [rina, mega]) await officer.taps('Daftar hari ini')
  world.skim()
  await world.atOnce([rina, 'Nomor berikutnya'], [mega, 'Nomor berikutnya'])
  expect([last(rina), last(mega)].map((text) => text.slice(0, 2)).toSorted()).toEqual(['1.', '2.'])

  // The same button again calls nobody else.
  await rina.taps('Daftar hari ini')
  await rina.taps('3')
  await rina.taps('✅ Hadir')
  await rina.taps('Daftar hari ini')
  rina.skims()
  const next = rina.button('Nomor berikutnya')
  await rina.doesAtOnce((does) => {
    does.presses(next?.messageId ?? 0, next?.data ?? '')
    does.presses(next?.messageId ?? 0, next?.data ?? '')
  })
  expect(await reader.visit.count({ where: { calledAt: { not: null } } })).toBe(3)
  rina.skims()
})

test('only officers of the zone run its desk; the owner of a ticket sees the ticket', async ({ world }) => {
  const { rina, sari, budi } = await payakumbuh(world)
  const upik = await world.officer('Upik', ['13.71'])
  await upik.says('/desk')
  await upik.sees(/Belum ada hari desk di wilayah tugas ini/)
  await rina.says('/desk')
  rina.skims()
  const { id } = await world.rt.db.reader.visit.findFirstOrThrow({ where: { number: 1 } })
  const day = await world.rt.db.reader.deskDay.findFirstOrThrow()
  for (const data of [
    `guest:${id}`,
    `guest-act:${id}:arrive`,
    `guest-end:${id}:done`,
    `duty-day:${day.id}:0`,
    `duty-next:${day.id}:0`,
  ]) {
    await upik.presses(1, data)
    expect(last(upik)).toMatch(/bukan di wilayah tugas/)
  }
  await sari.owner.opens(`tiket_${sari.code}`)
  await sari.owner.sees(/🎫/)
  await budi.owner.opens(`tiket_${sari.code}`)
  await budi.owner.sees(/bukan berkas usulan/)
  expect(await world.rt.db.reader.visit.count({ where: { arrivedAt: { not: null } } })).toBe(0)
})

test('a day ahead is shown, and nobody is there before it', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  const rina = await world.officer('Rina', ['13.76'])
  await world.desk('Payakumbuh')
  const budi = await booked(world, 'Budi', '08.30')
  await rina.says('/desk')
  await rina.sees(/1\. 08\.30 Rendang Budi[\s\S]*bisa dicatat pada harinya/)
  const sari = await booked(world, 'Sari', '08.00')
  await rina.taps('Perbarui')
  await rina.sees(/1\. 08\.00 Rendang Sari[\s\S]*2\. 08\.30 Rendang Budi/)
  await rina.opens(`tiket_${sari.code}`)
  await rina.sees(/Tiket itu untuk Senin, 10 Juni 2024, desk Payakumbuh/)
  expect(await world.rt.db.reader.visit.count({ where: { arrivedAt: { not: null } } })).toBe(0)
  budi.owner.skims()
})

test('results of an hour without signal are typed in one message, and saved after a look', async ({ world }) => {
  const { rina, sari } = await payakumbuh(world)
  await rina.says('/desk')
  await rina.taps('Tanpa janji temu')
  await rina.says('Tenun Ani')
  await rina.taps('Daftar hari ini')
  rina.skims()
  await rina.taps('Ketik hasil')
  await rina.sees(/1 selesai, 2 tidak datang/)
  await rina.says('entah')
  await rina.sees(/Belum ada hasil yang bisa disimpan[\s\S]*belum kami mengerti[\s\S]*entah/)
  await rina.says('1 selesai, 2 tidak datang, w1 dirujuk ke Balai POM, 9 selesai, tiga beres')
  const { text } = await rina.sees(/Ini yang kami baca/)
  expect(text).toBe(
    [
      'Ini yang kami baca. Simpan?\n1. Rendang Sari · ✅ selesai\n2. Rendang Budi · 🚫 tidak datang',
      'W01. Tenun Ani · ↗️ dirujuk (ke Balai POM)\n',
      'Bagian ini belum kami mengerti, mohon diketik lagi: tiga beres\n',
      'Nomor ini tidak ada di daftar: 9',
    ].join('\n'),
  )
  const { reader } = world.rt.db
  expect(await reader.visit.count({ where: { finishedAt: { not: null } } })).toBe(0)
  const save = rina.button('Simpan')
  await rina.taps('Simpan')
  await rina.sees(/selesai 2 · tidak datang 1 · belum datang 1/)
  await rina.presses(save?.messageId ?? 0, save?.data ?? '')
  await rina.sees(/sudah tersimpan/)
  expect(await reader.visit.count({ where: { finishedAt: { not: null } } })).toBe(2)
  await world.clockStrikes('2024-06-11T08:00+07:00')
  await sari.owner.sees(/Apakah kunjungan itu membantu/)
  world.skim()
})

test('the printable list comes the evening before, and its numbers stay', async ({ world }) => {
  await world.openCycle()
  await world.quiet()
  const rina = await world.officer('Rina', ['13.76'])
  await world.officer('Mega', [])
  await world.desk('Payakumbuh')
  const budi = await booked(world, 'Budi', '08.30')
  // The desk is on a Monday, so its evening before is the Friday's.
  await world.clockStrikes('2024-06-07T15:59+07:00')
  await world.clockStrikes('2024-06-07T16:00+07:00')
  const { file } = await rina.sees(/Daftar desk Payakumbuh untuk Senin, 10 Juni 2024/)
  expect(file?.name).toBe('desk-2024-06-10.pdf')
  await world.clockStrikes('2024-06-07T16:05+07:00')
  const sari = await booked(world, 'Sari', '08.00')
  await rina.says('/desk')
  await rina.sees(/2\. 08\.00 Rendang Sari[\s\S]*1\. 08\.30 Rendang Budi/)
  await rina.taps('Daftar cetak')
  await rina.sees(/siap dicetak/)
  budi.owner.skims()
  sari.owner.skims()
})
