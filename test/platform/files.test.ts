import { randomBytes } from 'node:crypto'
import { chmod, copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openFolder } from '../../src/platform/files.ts'

const paper = Buffer.from('NIK 1376014107900001 atas nama Yanti Marlina, Kota Payakumbuh')
const bytes = () => fc.uint8Array({ minLength: 0, maxLength: 2_000 })

async function emptyFolder(key = randomBytes(32)) {
  const folder = await mkdtemp(join(tmpdir(), 'dampingi-files-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const inFolder = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
  return { folder, key, files: openFolder(folder, key), inFolder }
}

test('whatever is put in comes out the same', async () => {
  const { files } = await emptyFolder()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2_147_483_647 }), bytes(), async (owner, content) => {
      const { storageKey, sha256 } = await files.put(owner, content)
      expect(storageKey).toMatch(/^[0-9a-f]{64}$/)
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(new Uint8Array(await files.get(storageKey))).toEqual(content)
    }),
    { numRuns: 30 },
  )
})

test('nothing of a paper can be read in the folder, neither in a file nor in a name', async () => {
  const { files, inFolder } = await emptyFolder()
  const owner = 1_234_567_890 // long enough not to stand in a random name by chance
  const { sha256 } = await files.put(owner, paper)
  const [path = '', ...others] = await inFolder()
  expect(others).toEqual([])
  const stored = await readFile(path)
  for (let from = 0; from + 8 <= paper.length; from++)
    expect(stored.includes(paper.subarray(from, from + 8))).toBe(false)
  expect(path).not.toContain(sha256)
  expect(path).not.toContain(String(owner))
})

test('only the account the bot runs under may read a paper', async () => {
  const { files, inFolder } = await emptyFolder()
  await files.put(1, paper)
  const [path = ''] = await inFolder()
  expect((await stat(path)).mode & 0o077).toBe(0)
})

test('the same paper put twice is one file', async () => {
  const { files, inFolder } = await emptyFolder()
  const first = await files.put(1, paper)
  expect(await files.put(1, paper)).toEqual(first)
  expect(await inFolder()).toHaveLength(1)
  expect(Buffer.from(await files.get(first.storageKey))).toEqual(paper)
})

test('the same paper of another owner, or under another key, has another name', async () => {
  const { files, inFolder } = await emptyFolder()
  const names = [
    (await files.put(1, paper)).storageKey,
    (await files.put(2, paper)).storageKey,
    (await openFolder((await emptyFolder()).folder, randomBytes(32)).put(1, paper)).storageKey,
  ]
  expect(new Set(names).size).toBe(3)
  expect(await inFolder()).toHaveLength(2)
})

test('a paper changed on disk, in any byte, is not handed out', async () => {
  const { files, inFolder } = await emptyFolder()
  const { storageKey } = await files.put(1, paper)
  const [path = ''] = await inFolder()
  const whole = await readFile(path)
  await chmod(path, 0o600)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ mask
      await writeFile(path, changed)
      await expect(files.get(storageKey)).rejects.toThrow()
    }),
    { numRuns: 60 },
  )
  for (const length of [0, 1, 28, 29, whole.length - 1]) {
    await writeFile(path, whole.subarray(0, length))
    await expect(files.get(storageKey), `cut to ${length} bytes`).rejects.toThrow()
  }
  await writeFile(path, whole)
  expect(Buffer.from(await files.get(storageKey))).toEqual(paper)
})

test('a paper put in the place of another is not handed out as that one', async () => {
  const { folder, files } = await emptyFolder()
  const pathOf = ({ storageKey }: { storageKey: string }) => join(folder, storageKey.slice(0, 2), storageKey)
  const [mine, theirs] = [await files.put(1, paper), await files.put(2, Buffer.from('KTP orang lain'))]
  await copyFile(pathOf(theirs), pathOf(mine))
  await expect(files.get(mine.storageKey)).rejects.toThrow()
})

test('another key reads nothing', async () => {
  const { folder, files } = await emptyFolder()
  const { storageKey } = await files.put(1, paper)
  await expect(openFolder(folder, randomBytes(32)).get(storageKey)).rejects.toThrow()
})

test('a name that tries to leave the folder is refused before the disk is asked', async () => {
  const { folder, files } = await emptyFolder()
  await writeFile(join(folder, 'secret'), 'outside')
  const escaping = [
    '',
    '.',
    '..',
    '../secret',
    '/etc/passwd',
    `${'a'.repeat(62)}/..`,
    `${'a'.repeat(64)}\n`,
    `../${'a'.repeat(61)}`,
    'A'.repeat(64),
  ]
  for (const storageKey of escaping)
    await expect(files.get(storageKey), storageKey).rejects.toThrow('not a storage key')
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (storageKey) => {
      fc.pre(!/^[0-9a-f]{64}$/.test(storageKey))
      await expect(files.get(storageKey)).rejects.toThrow('not a storage key')
    }),
  )
})

test('a paper that was never put in is missing, which is no empty paper', async () => {
  const { files } = await emptyFolder()
  await expect(files.get('a'.repeat(64))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('what a kill left half written beside a paper changes nothing', async () => {
  const { folder, files, inFolder } = await emptyFolder()
  const { storageKey } = await files.put(1, paper)
  const half = join(folder, storageKey.slice(0, 2), `${storageKey}.0123456789ab.part`)
  await writeFile(half, randomBytes(20))
  expect(Buffer.from(await files.get(storageKey))).toEqual(paper)
  expect((await files.put(1, paper)).storageKey).toBe(storageKey)
  expect(Buffer.from(await files.get(storageKey))).toEqual(paper)
  expect((await inFolder()).filter((path) => path !== half)).toHaveLength(1)
})
