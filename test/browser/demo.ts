import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'

const root = join(import.meta.dirname, '../..')

/** The demo as a person starts it, on a port of its own. */
export async function startDemo(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const demo = spawn(process.execPath, ['src/demo.ts'], { cwd: root, env: { ...process.env, PORT: String(port) } })
  const url = await addressIn(demo)
  return {
    url,
    async stop() {
      demo.kill('SIGTERM')
      if (demo.exitCode === null) await once(demo, 'exit')
    },
  }
}

/** The address that the demo says it can be opened at. */
function addressIn(demo: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /buka (http\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    }
    demo.stdout?.on('data', listen)
    demo.stderr?.on('data', listen)
    demo.once('exit', () => reject(new Error(`the demo ended: ${said}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return address !== null && typeof address === 'object' ? address.port : 0
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Chromium as Debian installs it, or wherever CHROMIUM says. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet })

/** One person's phone on the page, used as that person would. */
export class Phone {
  private readonly phone: Locator
  private readonly page: Page

  constructor(page: Page, name: string) {
    this.page = page
    this.phone = page.getByLabel(`Ponsel ${name}`, { exact: true })
  }

  async taps(label: string): Promise<void> {
    await this.phone.getByRole('button', { name: label }).last().click()
  }

  async says(text: string): Promise<void> {
    await this.phone.getByRole('textbox').first().fill(text)
    await this.page.keyboard.press('Enter')
  }

  async attaches(kind: 'Foto' | 'Berkas', file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.phone.getByRole('button', { name: 'Lampirkan' }).click()
    const choosing = this.page.waitForEvent('filechooser')
    await this.page.getByRole('menuitem', { name: kind }).click()
    await (await choosing).setFiles(file)
    await this.page.getByRole('dialog').getByRole('button', { name: 'Kirim', exact: true }).click()
  }

  /** Waits until two messages of the bot say this: the second answer to the same deed. */
  async seesTwice(text: RegExp): Promise<void> {
    await this.phone.locator('article[data-from="bot"]').filter({ hasText: text }).nth(1).waitFor()
  }

  /** Waits until the newest message of the bot says this. */
  async sees(text: RegExp): Promise<void> {
    await this.phone.locator('article[data-from="bot"]').filter({ hasText: text }).last().waitFor()
  }
}
