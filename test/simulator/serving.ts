import { once } from 'node:events'
import { createServer, type RequestListener, Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { botApi } from '../../src/simulator/http.ts'
import type { VirtualTelegram } from '../../src/simulator/virtual-telegram.ts'

/** Something that listens on a port of its own, on this machine alone. */
interface Served {
  root: string
  close(): void
}

/** The simulator's HTTP side. */
export async function servedTelegram(telegram: VirtualTelegram): Promise<Served> {
  const app = new Hono().route('/telegram', botApi(telegram))
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  if (!(server instanceof Server)) throw new Error('plain HTTP was expected')
  return listening(server, '/telegram')
}

/** Any other handler of requests, such as a library's webhook. */
export function served(handler: RequestListener): Promise<Served> {
  return listening(createServer(handler).listen(0, '127.0.0.1'), '')
}

async function listening(server: Server, path: string): Promise<Served> {
  if (!server.listening) await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a port was expected')
  return {
    root: `http://127.0.0.1:${address.port}${path}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
