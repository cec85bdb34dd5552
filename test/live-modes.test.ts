import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { NIK, png } from './support/index.ts'
import { emptyFolder, port, type Running, run } from './support/processes.ts'
import { type RemoteTelegram, remoteTelegram } from './support/remote-telegram.ts'
import { databaseUrl, serverUrl, templateName } from './support/template.ts'

// The four ways to run the bot, each tried from end to end against a Telegram in another process.

const [yanti, rina, eva] = [2001, 3011, 3001]

const databases = {
  'the embedded database': async () => ({}),
  async 'a PostgreSQL server'() {
    const name = 'dampingi_live'
    const ask = async (...queries: string[]) => {
      const server = new Client({ connectionString: serverUrl() })
      await server.connect()
      for (const query of queries) await server.query(query)
      await server.end()
    }
    const drop = `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`
    await ask(drop, `CREATE DATABASE ${name} TEMPLATE ${templateName}`)
    onTestFinished(() => ask(drop))
    return { DATABASE_URL: databaseUrl(name), ENCRYPTION_KEY: 'ab'.repeat(32) }
  },
}

const ways = {
  polling: () => ({}),
  'a webhook': (at: string) => ({ WEBHOOK_URL: `http://127.0.0.1:${at}`, WEBHOOK_SECRET: 'a-secret-of-the-tests' }),
}

/** The bot at that Telegram, with a folder of its own. */
async function startBot(telegram: RemoteTelegram, database: Record<string, string>, way: (at: string) => object) {
  const folder = await emptyFolder()
  onTestFinished(folder.remove)
  const at = await port()
  const environment = {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ADMIN_IDS: String(eva),
    DATA_DIR: folder.path,
    PORT: at,
    ...database,
    ...way(at),
  }
  return run(environment, '--import', './test/support/noon.ts', 'src/main.ts')
}

/** Eva opens the cycle and invites Rina; Yanti registers and sends her KTP; Rina accepts it; Yanti hears of it. */
async function story(telegram: RemoteTelegram, bot: Running): Promise<void> {
  const { says, taps, opens } = telegram
  const sees = (person: number, what: RegExp) => telegram.sees(person, what, bot)
  const year = new Date().getFullYear() + 1

  await says(eva, '/start')
  await sees(eva, /nama lengkap/)
  await says(eva, 'Eva Susanti')
  await sees(eva, /Nama tersimpan/)
  await says(eva, '/admin')
  await sees(eva, /siklus/i)
  await taps(eva, 'Buka siklus')
  for (const day of [`21 Juni ${year}`, `30 Juni ${year}`, `5 Oktober ${year}`]) {
    await sees(eva, /14 Juni|tanggal/i)
    await says(eva, day)
  }
  await sees(eva, new RegExp(`5 Oktober ${year}`))
  await taps(eva, 'Ya, buka')
  await sees(eva, new RegExp(`OVOP ${year}`))
  await says(eva, '/admin')
  await sees(eva, new RegExp(`OVOP ${year}`))
  await taps(eva, 'Undang petugas')
  await sees(eva, /Mengundang|sebagai|siapa/i)
  await taps(eva, 'Penyuluh')
  await sees(eva, /wilayah mana/)
  await taps(eva, 'Payakumbuh')
  const { text } = await sees(eva, /\?start=/)

  await opens(rina, /\?start=(\w+)/.exec(text)?.[1] ?? '')
  await sees(rina, /Payakumbuh/)
  await taps(rina, 'Terima')
  await sees(rina, /nama lengkap/)
  await says(rina, 'Rina Oktavia')
  await sees(rina, /Nama tersimpan/)

  await says(yanti, '/start')
  await sees(yanti, /mohon izin/)
  await taps(yanti, 'Setuju')
  await sees(yanti, /nama lengkap/)
  await says(yanti, 'Yanti Marlina')
  await sees(yanti, /Apa nama usaha/)
  await says(yanti, 'Rendang Uni Yanti')
  await sees(yanti, /di kabupaten\/kota mana/)
  await says(yanti, 'Kota Payakumbuh')
  await sees(yanti, /produk utama/)
  await taps(yanti, 'Makanan/minuman')
  await sees(yanti, /0 dari 14/)
  await taps(yanti, 'KTP pemilik')
  await sees(yanti, /Kartu penduduk/)
  await taps(yanti, 'Kirim sekarang')
  await sees(yanti, /Silakan kirim/)
  await telegram.sendsPhoto(yanti, png())
  await sees(yanti, /Berapa NIK/)
  await says(yanti, NIK)
  await sees(yanti, /sudah lengkap/)

  await says(rina, '/antrean')
  await sees(rina, /Satu berkas/)
  await taps(rina, 'Rendang Uni Yanti')
  expect(await sees(rina, /Pemilik: Yanti Marlina/)).toMatchObject({ file: { kind: 'photo' }, protected: true })
  await taps(rina, 'Terima')
  await sees(rina, /diterima/)
  await sees(yanti, /Kabar baik/)
}

for (const [database, open] of Object.entries(databases)) {
  describe.skipIf(database.includes('server') && !serverUrl())(`with ${database}`, () => {
    for (const [way, settings] of Object.entries(ways)) {
      test(`by ${way}: an owner registers and sends a KTP, an officer accepts it, the owner hears of it`, async () => {
        const telegram = await remoteTelegram()
        const bot = await startBot(telegram, await open(), settings)
        await story(telegram, bot)
        bot.child.kill('SIGTERM')
        expect(await bot.ended).toBe(0)
        expect(bot.output()).toContain(`"outcome":"${way.replace('a ', '')}"`)
        expect(bot.output()).not.toMatch(/"level":[56]0|Yanti|Rendang|Eva|13760141/)
      }, 240_000)
    }
  })
}
