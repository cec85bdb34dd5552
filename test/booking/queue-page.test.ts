import { createWeb } from '../../src/web.ts'
import { expect, test } from '../support/index.ts'

// The screen that everybody at a desk sees.

test('officers read the address of the screen on their list, where the server has one', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  await world.desk('Payakumbuh')
  const { id } = await world.rt.db.reader.deskDay.findFirstOrThrow()
  await rina.says('/desk')
  expect((await rina.sees(/Desk Payakumbuh/)).text).not.toContain('antrean')
  world.rt.publicUrl = 'https://dampingi.example'
  await rina.taps('Perbarui')
  await rina.sees(new RegExp(`Layar antrean[^\\n]*https://dampingi\\.example/antrean/${id}$`))
})

test('the screen shows the numbers being served and those who wait, and no names', async ({ world }) => {
  const rina = await world.officer('Rina', ['13.76'])
  await world.desk('Payakumbuh')
  await world.clockStrikes('2024-06-10T08:00+07:00')
  world.skim()
  await rina.says('/desk')
  for (const name of ['Tenun Ani', 'Kopi Edi', 'Songket Upik']) {
    await rina.taps('Tanpa janji temu')
    await rina.says(name)
    await rina.taps('Daftar hari ini')
  }
  await rina.taps('Nomor berikutnya')
  rina.skims()
  const web = createWeb(world.rt, world.inbox, undefined)
  const { id } = await world.rt.db.reader.deskDay.findFirstOrThrow()
  const page = await web.request(`/antrean/${id}`)
  const text = await page.text()
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(text).toMatch(/Sedang dilayani[\s\S]*<b>W01<\/b>[\s\S]*Berikutnya[\s\S]*<span>W02<\/span> <span>W03<\/span>/)
  expect(text).not.toMatch(/Ani|Edi|Upik|Rina/)

  const events = await web.request(`/antrean/${id}/events`)
  const reader = events.body?.getReader()
  const first = new TextDecoder().decode((await reader?.read())?.value)
  expect(first).toMatch(/^data: [\s\S]*W01/)
  await reader?.cancel()
  for (const path of ['/antrean/999', '/antrean/x', '/antrean/999/events'])
    expect((await web.request(path)).status).toBe(404)
  for (const path of ['/antrean/layar.css', '/antrean/layar.js']) expect((await web.request(path)).status).toBe(200)
})
