import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

// Programs as they are really started: a process of their own, an environment, a folder.

const root = join(import.meta.dirname, '../..')

/** A process of a program that is running. */
export interface Running {
  child: ChildProcess
  /** Everything it said, on both outputs. */
  output(): string
  /** Resolves to its exit code, or the signal that ended it, once all it said has arrived. */
  ended: Promise<number | string>
}

/** Starts a program until the end of the test. */
export function run(environment: Record<string, string>, ...program: string[]): Running {
  const child = spawn(process.execPath, program, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, output: () => said, ended }
}

/** Looks again and again until something is so; says what the process said when it ended first. */
export async function until(condition: () => boolean, { output, ended }: Running): Promise<void> {
  let over = false
  void ended.then(() => {
    over = true
  })
  while (!condition()) {
    if (over) throw new Error(`the process ended: ${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A folder with nothing in it. Who asked for it takes it away. */
export async function emptyFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'dampingi-process-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** A port that was free a moment ago; `held` keeps it taken. */
export async function port(held: 'free' | 'held' = 'free'): Promise<string> {
  const server = createServer()
  await once(server.listen(0), 'listening')
  const number = String((server.address() as AddressInfo).port)
  if (held === 'free') await new Promise((resolve) => server.close(resolve))
  else onTestFinished(() => void server.close())
  return number
}
