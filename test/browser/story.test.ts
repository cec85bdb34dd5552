import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdf, png } from '../support/papers.ts'
import { openBrowser, Phone, startDemo } from './demo.ts'

let demo: Awaited<ReturnType<typeof startDemo>>
let browser: Browser

beforeAll(async () => {
  demo = await startDemo()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

const pictures = process.env.SCREENSHOTS
async function photograph(page: Page, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

async function openPage(width: number, height: number) {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'id-ID' })
  const outside: string[] = []
  const troubles: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(demo.url) && !/^(blob|data):/.test(request.url())) outside.push(request.url())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(demo.url)
  return { page, outside, troubles }
}

test('the first story, in the page: KTP sent, returned, sent again after a pulled plug, accepted', async () => {
  const { page, outside, troubles } = await openPage(1440, 900)
  const yanti = new Phone(page, 'Yanti Marlina')
  const rina = new Phone(page, 'Rina Oktavia')

  await yanti.taps('Mulai')
  await yanti.sees(/mohon izin/)
  await photograph(page, '1-consent')
  await yanti.taps('Setuju, lanjutkan')
  await yanti.sees(/nama lengkap/)
  await yanti.says('Yanti Marlina')
  await yanti.sees(/Salam kenal/)
  await yanti.says('Rendang Uni Yanti')
  await yanti.sees(/kabupaten\/kota mana/)
  await photograph(page, '2-region')
  await yanti.says('payakumbuh')
  await yanti.sees(/Yang mana/)
  await yanti.taps('Kota Payakumbuh')
  await yanti.sees(/produk utama/)
  await yanti.taps('Makanan/minuman')
  await yanti.sees(/0 dari 14 dokumen wajib/)
  await photograph(page, '3-home')

  await yanti.taps('KTP pemilik')
  await yanti.taps('Kirim sekarang')
  await yanti.attaches('Berkas', {
    name: 'ktp.docx',
    mimeType: 'application/msword',
    buffer: Buffer.from('not a picture'),
  })
  await yanti.sees(/belum bisa kami baca/)
  await yanti.attaches('Foto', { name: 'ktp.png', mimeType: 'image/png', buffer: png(90, 600) })
  await yanti.sees(/Berapa NIK/)
  await yanti.says('13760141079001')
  await yanti.sees(/16 angka/)
  await yanti.says('1376014107900001')
  await yanti.sees(/KTP pemilik sudah lengkap/)
  await photograph(page, '4-received')

  await rina.sees(/Selamat bertugas/)
  await rina.taps('Buka antrean')
  await rina.taps('Rendang Uni Yanti')
  await rina.sees(/Pemilik: Yanti Marlina/)
  await photograph(page, '5-paper')
  await rina.taps('Kembalikan')
  await rina.taps('Buram')
  await yanti.sees(/masih buram/)
  await photograph(page, '6-returned')

  await page.getByRole('button', { name: 'Cabut bot' }).click()
  await page.getByText('Bot sedang mati').waitFor()
  await yanti.taps('Kirim ulang')
  await page.getByRole('button', { name: 'Pasang bot' }).click()
  await yanti.sees(/Silakan kirim foto KTP pemilik/)
  await yanti.attaches('Berkas', { name: 'ktp.pdf', mimeType: 'application/pdf', buffer: pdf() })
  await page.getByText('ktp.pdf').first().waitFor()
  await yanti.seesTwice(/KTP pemilik sudah lengkap/)
  await rina.taps('Dokumen berikutnya')
  await rina.taps('Terima')
  await yanti.sees(/Kabar baik: KTP pemilik/)
  await yanti.taps('Lanjutkan')
  await yanti.sees(/1 dari 14 dokumen wajib/)
  await photograph(page, '7-accepted')

  await page.getByRole('button', { name: 'Besok 08.00' }).click()
  await page.getByText('Selasa, 4 Juni 2024').waitFor()
  expect(outside).toEqual([])
  expect(troubles).toEqual([])
  await page.close()
})

test('on a phone of 360 px nothing sticks out, and the keyboard alone is enough', async () => {
  const { page, troubles } = await openPage(360, 740)
  await page.getByLabel('Ponsel Yanti Marlina', { exact: true }).waitFor()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)
  await photograph(page, '8-narrow')

  const field = page.getByLabel('Ponsel Yanti Marlina', { exact: true }).getByRole('textbox').first()
  await field.focus()
  await page.keyboard.type('/bantuan')
  await page.keyboard.press('Enter')
  await new Phone(page, 'Yanti Marlina').sees(/Cara memakai Dampingi/)
  await photograph(page, '9-narrow-help')
  expect(troubles).toEqual([])
  await page.close()
})

test('the screen with the numbers of a desk is served beside the chats, and asks nobody outside', async () => {
  const { page, outside, troubles } = await openPage(1440, 900)
  await page.goto(`${demo.url}/antrean/1`)
  expect(await page.locator('h1').innerText()).toMatch(/^Antrean desk /)
  expect(await page.locator('h2').allInnerTexts()).toEqual(['Sedang dilayani', 'Berikutnya'])
  expect([outside, troubles]).toEqual([[], []])
  await page.close()
})
