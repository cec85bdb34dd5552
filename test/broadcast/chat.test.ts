import { expect, test, type World } from '../support/index.ts'
import type { TestPerson } from '../support/person.ts'

// A broadcast as an admin writes it and as people get it.

/** Eva, admin; Yanti and Sari of Payakumbuh, and Upik of Padang. */
async function office(world: World) {
  await world.openCycle()
  const eva = await world.admin('Eva')
  const yanti = await world.participant('Yanti')
  const sari = await world.participant('Sari')
  const upik = await world.participant('Upik', 'Kota Padang')
  world.skim()
  return { eva, yanti, sari, upik }
}

async function writes(eva: TestPerson, words: string): Promise<void> {
  await eva.says('/siaran')
  await eva.taps('Tulis siaran')
  await eva.says(words)
  eva.skims()
}

test('an admin writes to the owners of a zone, looks at it, and sends it', async ({ world }) => {
  const { eva, yanti, sari, upik } = await office(world)
  await eva.says('/siaran')
  await eva.sees(/Tulis untuk banyak orang/)
  await eva.taps('Tulis siaran')
  await eva.sees(/Kirim teks siaran/)
  await eva.says('Halo {nma}, besok ada desk')
  await eva.sees(/tidak mengenal \{nma\}/)
  await eva.says('Halo {nama} dari {wilayah}, besok ada desk')
  await eva.sees(/Siaran baru[\s\S]*sampai kepada 3 orang/)
  await eva.taps('👥 Penerima')
  await eva.sees(/pelaku usaha/)
  await eva.taps('Zona')
  await eva.sees(/Zona mana/)
  await eva.taps('Payakumbuh')
  await eva.sees(/sampai kepada 2 orang/)
  await eva.taps('← Kembali')
  eva.skims()
  await eva.taps('← Kembali')
  await eva.sees(/zona Payakumbuh/)
  await eva.taps('👁 Lihat sebelum dikirim')
  const [one, other] = [await eva.sees(/^Halo (Yanti|Sari) dari/), await eva.sees(/^Halo (Yanti|Sari) dari/)]
  expect(one.text).not.toBe(other.text)
  await eva.sees(/Siap dikirim\?[\s\S]*kepada 2 orang[\s\S]*Selesai kira-kira/)
  yanti.seesNothing()

  await eva.taps('Ya, kirim ke 2 orang')
  await eva.sees(/segera dimulai/)
  await eva.sees(/sedang dikirim/)
  await yanti.sees(/^Halo Yanti dari Payakumbuh, besok ada desk$/)
  await sari.sees(/^Halo Sari dari Payakumbuh/)
  upik.seesNothing()
  await world.clockStrikes('2024-06-03T08:00:04+07:00')
  await eva.sees(/selesai[\s\S]*2 dari 2[\s\S]*Terkirim: 2/)
})

test('nothing goes out twice, and not to whoever joined after it began', async ({ world }) => {
  const { eva, yanti, sari, upik } = await office(world)
  await writes(eva, 'Kabar baik')
  await eva.taps('👁 Lihat')
  const yes = eva.button('Ya, kirim ke 3 orang')
  await eva.taps('Ya, kirim ke 3 orang')
  const lena = await world.participant('Lena')
  await eva.presses(yes?.messageId ?? 0, yes?.data ?? '')
  await world.clockStrikes('2024-06-03T09:00+07:00')
  for (const owner of [yanti, sari, upik]) {
    await owner.sees(/Kabar baik/)
    owner.seesNothing()
  }
  expect(
    lena
      .skims()
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(/Kabar baik/)
  eva.skims()
})
