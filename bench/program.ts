import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'

// Programs of this project, started as they are in real life: in processes of their own.

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Ends a process with this one, however that ends. */
export function endsWithUs(child: ChildProcess): void {
  const end = () => child.kill('SIGINT')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}

export interface Program {
  /** What it said so far. */
  output(): string
  /** Megabytes of memory it has at present. */
  residentMemory(): Promise<number>
  stop(): Promise<void>
  /** Rejects when it ends although nobody stopped it. */
  failed: Promise<never>
}

/** Starts a file of src/ with nothing in its environment but `environment`. */
export function startProgram(file: string, environment: Record<string, string>): Program {
  const child = spawn(process.execPath, [file], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  endsWithUs(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  let isStopped = false
  const ended = once(child, 'close')
  const failed = ended.then((): never | Promise<never> => {
    if (!isStopped) throw new Error(`${file} ended: ${said}`)
    return new Promise(() => undefined)
  })
  failed.catch(() => undefined) // whoever waits for it is told; nobody else need be
  return {
    output: () => said,
    residentMemory: () => residentMemory(child),
    failed,
    async stop() {
      isStopped = true
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function residentMemory({ pid }: ChildProcess): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout) / 1024
}
