import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// What may happen to a broadcast before it is over.

async function office(world: World) {
  await world.openCycle()
  await world.quiet()
  const eva = await world.admin('Eva')
  const yanti = await world.participant('Yanti')
  const sari = await world.participant('Sari')
  world.skim()
  return { eva, yanti, sari }
}

async function writes(eva: TestPerson, words: string): Promise<void> {
  await eva.says('/siaran')
  await eva.taps('Tulis siaran')
  await eva.says(words)
  eva.skims()
}

async function sends(eva: TestPerson, words: string): Promise<void> {
  await writes(eva, words)
  await eva.taps('👁 Lihat')
  await eva.taps('Ya, kirim')
}

/** An admin who was invited. */
async function anotherAdmin(world: World, name: string): Promise<TestPerson> {
  const person = await world.officer(name, [])
  await world.rt.db.sql(
    `UPDATE role_grant SET role = 'admin' WHERE person_id = (SELECT person_id FROM account WHERE telegram_id = $1)`,
    [person.id],
  )
  return person
}

const settle = async (world: World, time: string): Promise<void> => {
  await world.clockStrikes(time)
}

test('words with formatting and a picture arrive as they were sent, with a button that is counted', async ({
  world,
}) => {
  const { eva, yanti, sari } = await office(world)
  await eva.says('/siaran')
  await eva.taps('Tulis siaran')
  eva.skims()
  const chat = { id: eva.id, type: 'private' as const, first_name: 'Eva' }
  await world.inbox.receive([
    {
      update_id: 900_001,
      message: {
        message_id: 900_001,
        date: 0,
        chat,
        from: { id: eva.id, is_bot: false, first_name: 'Eva' },
        text: 'Halo {nama} & semua',
        entities: [{ type: 'bold', offset: 5, length: 6 }],
      },
    } as never,
  ])
  await world.settle()
  await eva.sees(/Halo \{nama\} & semua/)
  await eva.taps('🔘 Tombol')
  await eva.taps('Buka berkas')
  await eva.taps('👁 Lihat')
  await eva.taps('Ya, kirim')
  world.skim()
  const message = yanti.chat().messages.findLast(({ text }) => text.startsWith('Halo'))
  expect(message?.html).toBe('Halo <b>Yanti</b> &amp; semua')
  await yanti.taps('📋 Buka berkas saya')
  await yanti.taps('📋 Buka berkas saya')
  yanti.skims()
  // Whoever was not meant may press what was forwarded to them, and is not counted.
  const lena = await world.participant('Lena')
  await lena.presses(1, yanti.button('📋 Buka berkas saya')?.data ?? '')
  lena.skims()
  sari.skims()
  expect(await world.rt.db.reader.broadcastPress.count()).toBe(1)
  await eva.says('/siaran')
  eva.skims()
  await eva.taps('Halo {nama}')
  await eva.sees(/selesai[\s\S]*Terkirim: 2[\s\S]*Menekan tombol: 1/)
  await eva.taps('Siapa yang menekan')
  await eva.sees(/Yanti/)
})

test('a PDF goes along; two files, or a voice note, do not', async ({ world }) => {
  const { eva, yanti, sari } = await office(world)
  await eva.says('/siaran')
  await eva.taps('Tulis siaran')
  eva.skims()
  await eva.sendsFile({ bytes: Buffer.from('PK'), name: 'a.zip', mime: 'application/zip' })
  await eva.sees(/hanya satu foto atau satu PDF/)
  await eva.sendsFile({
    bytes: Buffer.from('%PDF-1.4'),
    name: 'surat.pdf',
    mime: 'application/pdf',
    caption: 'Surat edaran',
  })
  await eva.sees(/Surat edaran[\s\S]*Lampiran: PDF/)
  await eva.taps('👁 Lihat')
  await eva.taps('Ya, kirim')
  eva.skims()
  for (const owner of [yanti, sari]) expect((await owner.sees(/Surat edaran/)).file?.name).toBe('surat.pdf')
})

test('a picture that is gone is told before anybody gets it, and held back when it goes later', async ({ world }) => {
  const { eva, yanti, sari } = await office(world)
  await eva.says('/siaran')
  await eva.taps('Tulis siaran')
  await eva.sendsPhoto()
  await eva.taps('✏️ Ubah isi')
  await eva.says('Lihat gambar ini')
  eva.skims()
  await eva.taps('🕐 Waktu')
  await eva.taps('Pada waktu tertentu')
  await eva.says('4 Juni 2024 09.00')
  eva.skims()
  await world.rt.db.sql(`UPDATE broadcast SET file_id = 'gone'`)
  await eva.taps('👁 Lihat')
  await eva.sees(/Telegram menolak/)
  // It was there when it was looked at, and is gone when it is sent.
  const { id, revision } = await world.rt.db.reader.broadcast.findFirstOrThrow()
  await eva.presses(1, `cast-yes:${id}:${revision}`)
  await eva.sees(/dimulai Selasa, 4 Juni 2024, 09\.00/)
  await settle(world, '2024-06-04T09:00+07:00')
  await eva.sees(/sedang dikirim/)
  await eva.sees(/ditahan[\s\S]*Telegram menolak/)
  eva.skims()
  await eva.taps('Kirim tanpa lampiran')
  await yanti.sees(/Lihat gambar ini/)
  await sari.sees(/Lihat gambar ini/)
  await settle(world, '2024-06-04T09:01+07:00')
  eva.skims()
  expect(await world.rt.db.reader.broadcast.findFirst()).toMatchObject({ state: 'done' })
})

test('stopped in the middle it stands still, and goes on where it was', async ({ world }) => {
  const { eva, yanti, sari } = await office(world)
  await writes(eva, 'Kabar baik')
  await eva.taps('🕐 Waktu')
  await eva.taps('Pada waktu tertentu')
  await eva.says('3 Juni 2024 21.00')
  await eva.taps('👁 Lihat')
  eva.skims()
  await eva.taps('Ya, kirim')
  // Nine in the evening is too late: it begins in the morning.
  await eva.sees(/dimulai Selasa, 4 Juni 2024, 08\.00/)
  await settle(world, '2024-06-03T21:30+07:00')
  yanti.seesNothing()
  const { id } = await world.rt.db.reader.broadcast.findFirstOrThrow()
  world.telegram.faults.arm({ kind: 'error', code: 503, method: 'sendMessage', times: 100 })
  await settle(world, '2024-06-04T08:00+07:00')
  await eva.presses(1, `cast-steer:${id}:stop`)
  world.telegram.faults.disarm()
  await world.rt.db.sql('UPDATE delivery SET leased_until = NULL')
  await settle(world, '2024-06-04T09:00+07:00')
  eva.skims()
  yanti.seesNothing()
  await eva.presses(1, `cast-steer:${id}:resume`)
  await settle(world, '2024-06-04T09:00:05+07:00')
  await yanti.sees(/Kabar baik/)
  await sari.sees(/Kabar baik/)
  eva.skims()
  expect(await world.rt.db.reader.broadcast.findFirst()).toMatchObject({ state: 'done' })
})

test('whoever cannot be told is counted with the reason, and a broadcast to nobody is not sent', async ({ world }) => {
  const { eva, yanti, sari } = await office(world)
  await yanti.blocks()
  await sari.says('/data')
  await sari.taps('Tarik persetujuan')
  sari.skims()
  if (sari.button('Ya')) await sari.taps('Ya')
  world.skim()
  await writes(eva, 'Kabar baik')
  await eva.taps('👁 Lihat')
  const { text } = await eva.sees(/kepada 0 orang/)
  expect(text).toMatch(/1: memblokir bot[\s\S]*1: belum menyetujui|1: belum menyetujui[\s\S]*1: memblokir bot/)
  await eva.taps('Siapa yang tidak')
  await eva.sees(/Sari[\s\S]*Yanti|Yanti[\s\S]*Sari/)
  const { id, revision } = await world.rt.db.reader.broadcast.findFirstOrThrow()
  await eva.presses(1, `cast-yes:${id}:${revision}`)
  await eva.sees(/Tidak ada penerima/)
})

test('a broadcast about a desk is held when the desk is moved, and skips whom that already told', async ({ world }) => {
  const { eva, yanti, sari } = await office(world)
  const desk = await world.desk('Payakumbuh')
  await yanti.books('Sen, 10 Jun', '09.30')
  world.skim()
  await eva.says('/siaran')
  await eva.taps('Dari jadwal desk')
  await eva.taps('Payakumbuh')
  await eva.taps('👥 Penerima')
  await eva.taps('Janji desk')
  await eva.taps('dengan atau tanpa janji')
  eva.skims()
  await eva.taps('← Kembali')
  await eva.taps('← Kembali')
  await eva.taps('🕐 Waktu')
  await eva.taps('Pada waktu tertentu')
  await eva.says('4 Juni 2024 10.00')
  eva.skims()
  await eva.taps('👁 Lihat')
  await eva.sees(/desk pendampingan Payakumbuh dibuka[\s\S]*Senin, 10 Juni 2024/)
  eva.skims()
  await eva.taps('Ya, kirim ke 2 orang')
  eva.skims()

  const { id: dayId } = await world.rt.db.reader.deskDay.findFirstOrThrow({ where: { deskId: desk } })
  await eva.presses(1, `plan-move-yes:${dayId}:2024-06-10:2024-06-11`)
  await yanti.sees(/Selasa, 11 Juni/)
  expect(eva.skims().at(-1)?.text).toMatch(/ditahan[\s\S]*berubah sejak siaran ditulis/)
  await settle(world, '2024-06-04T10:00+07:00')
  sari.seesNothing()
  await eva.taps('Kirim apa adanya')
  await settle(world, '2024-06-04T10:01+07:00')
  eva.skims()
  await sari.sees(/desk pendampingan Payakumbuh/)
  yanti.seesNothing()
})

test('where a second admin is needed, nobody says yes to their own, and whoever left says nothing', async ({
  world,
}) => {
  world.rt.secondAdmin = true
  const { eva, yanti, sari } = await office(world)
  // Whoever opened the cycle has left since.
  await world.rt.db.sql(
    `UPDATE role_grant SET revoked_at = now() WHERE person_id = (SELECT id FROM person WHERE name = 'Kepala')`,
  )
  await writes(eva, 'Kabar baik')
  await eva.taps('👁 Lihat')
  eva.skims()
  await eva.taps('Minta persetujuan untuk 2 orang')
  await eva.sees(/Belum ada admin lain/)
  const dewi = await anotherAdmin(world, 'Dewi')
  const putri = await anotherAdmin(world, 'Putri')
  await eva.taps('👁 Lihat')
  world.skim()
  await eva.taps('Minta persetujuan untuk 2 orang')
  await eva.sees(/Admin lain kami minta/)
  await dewi.sees(/Mohon persetujuan siaran[\s\S]*Kabar baik/)
  await putri.sees(/Mohon persetujuan siaran/)
  world.skim()
  await dewi.taps('Coba ke saya')
  await dewi.sees(/^Kabar baik$/)
  const yes = dewi.button('Ya, kirim ke 2 orang')
  await eva.presses(1, yes?.data ?? '')
  await eva.sees(/dari admin lain/)
  await world.rt.db.sql(
    `UPDATE role_grant SET revoked_at = now() WHERE person_id = (SELECT person_id FROM account WHERE telegram_id = $1)`,
    [putri.id],
  )
  await putri.taps('Ya, kirim ke 2 orang')
  putri.skims()
  yanti.seesNothing()
  await dewi.taps('Ya, kirim ke 2 orang')
  dewi.skims()
  await yanti.sees(/Kabar baik/)
  await sari.sees(/Kabar baik/)
  await eva.sees(/sedang dikirim/)
  world.skim()
})

test('an author who is no admin any more when it is time: the others are asked, and one takes it over', async ({
  world,
}) => {
  const { eva, yanti, sari } = await office(world)
  const dewi = await anotherAdmin(world, 'Dewi')
  await writes(eva, 'Kabar baik')
  await eva.taps('🕐 Waktu')
  await eva.taps('Pada waktu tertentu')
  await eva.says('4 Juni 2024 10.00')
  await eva.taps('👁 Lihat')
  await eva.taps('Ya, kirim')
  world.skim()
  await world.rt.db.sql(
    `UPDATE role_grant SET revoked_at = now() WHERE person_id = (SELECT person_id FROM account WHERE telegram_id = $1)`,
    [eva.id],
  )
  await settle(world, '2024-06-04T10:00+07:00')
  yanti.seesNothing()
  await dewi.sees(/bukan admin lagi/)
  await dewi.taps('Kirim atas nama saya')
  await yanti.sees(/Kabar baik/)
  await sari.sees(/Kabar baik/)
  dewi.skims()
  eva.skims()
  world.skim()
})

test('what was not sent in time is not sent', async ({ world }) => {
  const { eva, yanti, sari } = await office(world)
  await yanti.blocks()
  await writes(eva, 'Hanya hari ini')
  await eva.taps('🕐 Waktu')
  await eva.taps('Batas akhir')
  await eva.says('3 Juni 2024 12.00')
  eva.skims()
  world.telegram.faults.arm({ kind: 'error', code: 503, method: 'sendMessage', times: 100 })
  const { id, revision } = await world.rt.db.reader.broadcast.findFirstOrThrow()
  await eva.presses(1, `cast-yes:${id}:${revision}`)
  world.telegram.faults.disarm()
  await world.rt.db.sql('UPDATE delivery SET leased_until = NULL')
  await settle(world, '2024-06-03T12:00+07:00')
  await settle(world, '2024-06-03T12:01+07:00')
  sari.seesNothing()
  world.skim()
  expect(await world.rt.db.reader.broadcast.findFirst()).toMatchObject({ state: 'expired' })
  expect(await world.rt.db.sql(`SELECT state FROM delivery WHERE broadcast_id IS NOT NULL`)).toEqual([
    { state: 'expired' },
  ])
})

test('a draft that changed after it was looked at is looked at once more; the same words twice are warned of', async ({
  world,
}) => {
  const { eva } = await office(world)
  await sends(eva, 'Kabar baik')
  world.skim()
  await writes(eva, 'Kabar baik')
  await eva.taps('👁 Lihat')
  await eva.sees(/^Kabar baik/)
  await eva.sees(/^Kabar baik/)
  await eva.sees(/Teks yang sama sudah dikirim/)
  const old = eva.button('Ya, kirim')
  await eva.taps('← Ubah')
  await eva.taps('✏️ Ubah isi')
  await eva.says('Kabar buruk')
  eva.skims()
  await eva.presses(old?.messageId ?? 0, old?.data ?? '')
  await eva.sees(/berubah sejak dilihat/)
})

test('owners and officers write no broadcasts, and press no buttons of one', async ({ world }) => {
  const { eva, yanti } = await office(world)
  const rina = await world.officer('Rina', [])
  await writes(eva, 'Kabar baik')
  const { id, revision } = await world.rt.db.reader.broadcast.findFirstOrThrow()
  for (const person of [yanti, rina]) {
    for (const data of [
      `cast-yes:${id}:${revision}`,
      `cast-drop:${id}`,
      `cast-look:${id}`,
      `cast-steer:${id}:stop`,
      'cast-draft',
    ])
      await person.presses(1, data)
    await person.says('/siaran')
    person.skims()
  }
  expect(await world.rt.db.reader.broadcast.findMany({ select: { state: true } })).toEqual([{ state: 'draft' }])
})

test('an audience that was saved is taken for the next broadcast', async ({ world }) => {
  const { eva } = await office(world)
  await writes(eva, 'Kabar baik')
  await eva.taps('👥 Penerima')
  await eva.taps('Siapa')
  await eva.taps('penyuluh')
  await eva.taps('← Kembali')
  await eva.taps('💾 Simpan')
  await eva.says('Semua penyuluh')
  await eva.taps('Buang')
  await writes(eva, 'Kabar lain')
  await eva.taps('👥 Penerima')
  await eva.taps('Yang tersimpan')
  await eva.taps('Semua penyuluh')
  await eva.taps('← Kembali')
  expect(eva.skims().at(-1)?.text).toMatch(/Penerima: penyuluh/)
})
