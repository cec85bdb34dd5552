import { expect, pdf, png, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// Items that are asked in questions, and what may go with the answers.

async function at(world: World, paper: string, commodity = 'Anyaman'): Promise<TestPerson> {
  await world.openCycle()
  const sari = await world.owner('Sari')
  await sari.registers('Anyaman Sari', 'Kota Payakumbuh', commodity)
  const item = await world.rt.db.reader.item.findFirstOrThrow({ where: { requirementId: paper } })
  await sari.says('/berkas')
  const { id } = sari.skims().at(-1) ?? { id: 0 }
  await sari.presses(id, `send:${item.id}`)
  return sari
}

test('a KBLI of another length is refused in words, several are asked to be one, and one of five digits is taken', async ({
  world,
}) => {
  const sari = await at(world, 'kbli_usaha')
  await sari.sees(/1 dari \d/)
  await sari.says('1079')
  await sari.sees(/KBLI terdiri dari 5 angka/)
  await sari.says('10794 dan 47111')
  await sari.sees(/ada beberapa KBLI/)
  await sari.says('1O794')
  await sari.sees(/Maksudnya 10794/)
  await sari.taps('Ya, benar')
  await sari.sees(/2 dari \d/)
})

test('a file may go with the answers, and the officer has both', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  const sari = await at(world, 'kapasitas_produksi')
  for (let left = 6; left > 0 && !sari.button('Benar, kirim'); left--) {
    const { text, buttons } = sari.skims().at(-1) ?? { text: '', buttons: [] }
    const [first] = buttons.flat().filter(({ data }) => data?.startsWith('answer:'))
    if (first) await sari.taps(first.text)
    else await sari.says(/bulan/i.test(text) ? '12' : '200 lembar')
  }
  sari.skims()
  await sari.taps('Tambah file pendukung')
  await sari.sees(/foto atau file pendukung/)
  await sari.sendsFile({ bytes: pdf(), name: 'catatan.pdf', mime: 'application/pdf' })
  await sari.sees(/1 file pendukung sudah ikut[\s\S]*Apakah sudah benar/)
  await sari.taps('Benar, kirim')
  await sari.sees(/sudah lengkap/)
  await rina.says('/antrean')
  await rina.taps('Anyaman Sari')
  const { file } = rina.skims().at(-1) ?? {}
  expect(file?.kind).toBe('document')
})

test('pictures of the place come with a point on the map, and words instead of one are asked again', async ({
  world,
}) => {
  const sari = await at(world, 'foto_lokasi')
  sari.skims()
  for (const at of [1, 2, 3]) await sari.sendsPhoto(png(at))
  if (sari.button('✅ Selesai')) await sari.taps('✅ Selesai')
  expect(sari.skims().at(-1)?.text).toMatch(/titik peta/)
  await sari.says('di Jalan Sudirman')
  await sari.sees(/titik peta/)
  await sari.sendsPlace(-0.22001, 100.63)
  await sari.sees(/sudah lengkap/)
  const { value } = await world.rt.db.reader.itemValue.findFirstOrThrow({ where: { field: 'place' } })
  expect(value).toBe('-0.22001,100.63000')
})
