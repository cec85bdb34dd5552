import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// What an officer rules on without a paper: what the owner did not know, what does not apply, the sample.

async function desk(world: World, commodity: string): Promise<{ rina: TestPerson; yanti: TestPerson }> {
  await world.openCycle()
  const rina = await world.officer('Rina', ['13.76'])
  const yanti = await world.owner('Yanti')
  await yanti.registers('Usaha Yanti', 'Kota Payakumbuh', commodity)
  return { rina, yanti }
}

/** Yanti is asked, and does not know. */
async function doesNotKnow({ rt }: World, yanti: TestPerson, about: 'form' | 'group'): Promise<void> {
  const { id, businessId } = await rt.db.reader.dossier.findFirstOrThrow()
  await yanti.presses(1, about === 'form' ? `form-is:${businessId}:unsure` : `group-of:${id}:izin_edar_pangan:unsure`)
  yanti.skims()
}

const itemOf = async ({ rt }: World, requirementId: string) =>
  rt.db.reader.item.findFirstOrThrow({ where: { requirementId } })

test('a form of business the owner did not know is decided by the officer, and the owner goes on from there', async ({
  world,
}) => {
  const { rina, yanti } = await desk(world, 'Kain tenun')
  await doesNotKnow(world, yanti, 'form')
  const asked = async (): Promise<number> => {
    await yanti.says('/lanjut')
    return Number(/dari (\d+) dokumen wajib/.exec((await yanti.sees(/dokumen wajib/)).text)?.[1])
  }
  const before = await asked()
  await rina.says('/antrean')
  await rina.sees(/Satu berkas menunggu/)
  await rina.taps('Usaha Yanti · 1 menunggu')
  await rina.sees(/Bentuk usaha belum diketahui/)
  await rina.taps('Tentukan bentuk usaha')
  await rina.sees(/Apa bentuk usaha Usaha Yanti/)
  const cv = rina.button('CV') ?? { messageId: 0, data: '' }
  await rina.taps('CV')
  await rina.sees(/Usaha Yanti: bentuk usahanya CV\. Pemilik dikabari/)
  await yanti.sees(/memastikan bentuk usaha Usaha Yanti: CV/)
  expect(await asked()).toBe(before + 1)

  // The same press again finds the same; another is told who decided.
  await rina.presses(cv.messageId, cv.data)
  rina.skims()
  await rina.presses(cv.messageId, cv.data.replace('cv', 'pt'))
  await rina.sees(/sudah Bapak\/Ibu putuskan/)
  await rina.taps('Kembali ke berkas')
  expect((await rina.sees(/Usaha Yanti/)).text).not.toMatch(/belum diketahui/)
  const audits = await world.rt.db.reader.audit.findMany({ where: { deed: 'form-decided' } })
  expect(audits).toHaveLength(1)
  yanti.seesNothing()
})

test('a question of a group the owner could not answer is answered by the officer', async ({ world }) => {
  const { rina, yanti } = await desk(world, 'Makanan/minuman')
  await doesNotKnow(world, yanti, 'group')
  await rina.says('/antrean')
  await rina.taps('Usaha Yanti')
  rina.skims()
  await rina.taps('Tentukan: Izin edar pangan')
  await rina.sees(/rendang basah/)
  await rina.taps('Ya')
  await rina.sees(/rendang basah[\s\S]*Ya\. Pemilik dikabari/)
  await yanti.sees(/rendang basah[\s\S]*Ya/)
  expect(await world.rt.db.reader.dossierAnswer.findFirst()).toMatchObject({ answer: 'yes' })
  await rina.says('/antrean')
  await rina.sees(/Tidak ada berkas/)
})

test('what the owner found out meanwhile is theirs, and nothing of another region is decided', async ({ world }) => {
  const { rina, yanti } = await desk(world, 'Kain tenun')
  const mega = await world.officer('Mega', ['13.72'])
  await doesNotKnow(world, yanti, 'form')
  const { id, businessId } = await world.rt.db.reader.dossier.findFirstOrThrow()
  await mega.presses(1, `form-set:${id}:cv`)
  await mega.sees(/tidak bisa Bapak\/Ibu buka/)
  await yanti.presses(1, `form-is:${businessId}:perorangan`)
  yanti.skims()
  await rina.presses(1, `form-set:${id}:cv`)
  await rina.sees(/Pemilik sudah mengubahnya sendiri/)
  expect(await world.rt.db.reader.business.findFirst()).toMatchObject({ form: 'perorangan' })
})

test('a sample is received after one more question', async ({ world }) => {
  const { rina, yanti } = await desk(world, 'Kain tenun')
  await rina.says('/antrean')
  await rina.taps('Semua berkas')
  await rina.taps('Usaha Yanti')
  rina.skims()
  await rina.taps('Contoh produk sudah diterima')
  await rina.sees(/Apakah Contoh produk[\s\S]* sudah Bapak\/Ibu terima/)
  expect(await itemOf(world, 'sampel_produk')).toMatchObject({ state: 'open' })
  yanti.seesNothing()
  await rina.taps('Ya, benar')
  await rina.sees(/Usaha Yanti/)
  await yanti.sees(/sudah diterima penyuluh/)
})

test('what is needed all the same is told kindly, with a way to it; a second ruling is told who made the first', async ({
  world,
}) => {
  const { rina, yanti } = await desk(world, 'Kain tenun')
  const { id } = await itemOf(world, 'npwp')
  await world.rt.db.reader.cycle.updateMany({ data: { switchedOn: ['npwp'] } })
  await yanti.presses(1, `n-a:${id}`)
  yanti.skims()
  await rina.says('/antrean')
  await rina.taps('Usaha Yanti')
  rina.skims()
  await rina.taps('NPWP: tetap perlu')
  await rina.sees(/Apakah NPWP[\s\S]*tetap perlu untuk Usaha Yanti\?/)
  await rina.taps('Ya, benar')
  await rina.sees(/Usaha Yanti/)
  await yanti.sees(/Terima kasih sudah bertanya[\s\S]*siap membantu/)
  await yanti.taps('Buka NPWP')
  await yanti.sees(/NPWP/)

  await rina.presses(1, `applies:${id}:no`)
  await rina.sees(/sudah Bapak\/Ibu putuskan/)
  const hendri = await world.officer('Hendri', [])
  await hendri.presses(1, `applies:${id}:no`)
  await hendri.sees(/sudah diputuskan petugas lain/)
})
