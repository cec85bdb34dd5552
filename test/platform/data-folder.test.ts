import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder, readKey, takeFolder } from '../../src/platform/data-folder.ts'

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dampingi-folder-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function taken(path: string) {
  const folder = await takeFolder(path)
  if (folder === 'taken') throw new Error('the folder is taken')
  let held = true
  const release = () => {
    if (held) folder.release()
    held = false
  }
  onTestFinished(release)
  return { ...folder, release }
}

/** Another process that takes the folder, says what came of it, and waits to be ended. */
async function otherProcess(path: string): Promise<{ says: string; child: ChildProcess; ended: Promise<unknown> }> {
  const module = pathToFileURL(join(import.meta.dirname, '../../src/platform/data-folder.ts')).href
  const script = `
    const { takeFolder } = await import(${JSON.stringify(module)})
    const folder = await takeFolder(${JSON.stringify(path)})
    process.stdout.write(folder === 'taken' ? 'taken' : 'mine')
    setInterval(() => folder, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {},
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  const [says] = await once(child.stdout, 'data')
  return { says: String(says), child, ended }
}

test('a folder is new until a database was made in it', async () => {
  const path = join(await emptyFolder(), 'not', 'there', 'yet')
  const first = await taken(path)
  expect(first).toMatchObject({ isNew: true, databasePath: join(path, 'database'), filesPath: join(path, 'files') })
  expect((await stat(path)).mode & 0o077).toBe(0)
  await writeFile(first.databasePath, '')
  expect((await dataFolder(path)).isNew).toBe(false)
})

test('while one has the folder nobody else gets it, and afterwards anybody', async () => {
  const path = await emptyFolder()
  const first = await taken(path)
  expect(await takeFolder(path)).toBe('taken')
  expect((await otherProcess(path)).says).toBe('taken')
  expect(await takeFolder(await emptyFolder())).not.toBe('taken')
  first.release()
  const second = await taken(path)
  expect(await takeFolder(path)).toBe('taken')
  second.release()
  expect((await otherProcess(path)).says).toBe('mine')
})

test('a folder whose holder was killed is free at once', async () => {
  const path = await emptyFolder()
  const { says, child, ended } = await otherProcess(path)
  expect(says).toBe('mine')
  expect(await takeFolder(path)).toBe('taken')
  child.kill('SIGKILL')
  await ended
  await taken(path)
  expect((await otherProcess(path)).says).toBe('taken')
})

test('the key is made once, stays the same, and is for nobody else to read', async () => {
  const path = await emptyFolder()
  const key = await (await dataFolder(path)).encryptionKey()
  expect(key).toHaveLength(32)
  const file = join(path, 'encryption-key')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await (await dataFolder(path)).encryptionKey()).toEqual(key)
  expect(await (await dataFolder(await emptyFolder())).encryptionKey()).not.toEqual(key)
  expect((await readFile(file, 'utf8')).trim()).toBe(Buffer.from(key).toString('hex'))
})

test('a key that a backup brought back with open rights is closed again', async () => {
  const path = await emptyFolder()
  await writeFile(join(path, 'encryption-key'), `${'ab'.repeat(32)}\n`, { mode: 0o644 })
  expect(await (await dataFolder(path)).encryptionKey()).toEqual(Buffer.from('ab'.repeat(32), 'hex'))
  expect((await stat(join(path, 'encryption-key'))).mode & 0o777).toBe(0o600)
})

test.each(['', 'ab', 'zz'.repeat(32), 'ab'.repeat(33)])(
  'a damaged key (%j) is refused and left as it is',
  async (content) => {
    const path = await emptyFolder()
    const file = join(path, 'encryption-key')
    await writeFile(file, content)
    await expect((await dataFolder(path)).encryptionKey()).rejects.toThrow('damaged')
    expect(await readFile(file, 'utf8')).toBe(content)
  },
)

test('a key reads from its 64 digits, in small or capital letters', () => {
  expect(readKey('AB'.repeat(32))).toEqual(readKey('ab'.repeat(32)))
  expect(() => readKey(`${'ab'.repeat(32)} `)).toThrow('damaged')
})
