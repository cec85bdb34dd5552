import type { ApiMethods } from '@grammyjs/types'
import { checkMethod, checkRequest, type Fields, type Method, type Request } from './check-request.ts'
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts'
import {
  deleteMessage,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from './edits.ts'
import type { FaultyWorld } from './faults.ts'
import { getFile } from './files.ts'
import { leaveChat } from './groups.ts'
import type { FloodGate } from './limits.ts'
import {
  sendChatAction,
  sendDocument,
  sendLocation,
  sendMediaGroup,
  sendMessage,
  sendPhoto,
  sendVenue,
  sendVoice,
} from './messages.ts'
import type { Polling } from './polling.ts'
import { answerCallbackQuery } from './presses.ts'
import type { Call } from './read-call.ts'
import { Refusal } from './refusal.ts'
import { orAborted } from './signals.ts'
import type { ChatMessage, World } from './world.ts'

/** One call of the bot, for tests that count them. */
export interface LoggedCall {
  method: Method
  payload: Record<string, unknown>
  /** Unix milliseconds by the product's clock. */
  at: number
}

/** What answering needs besides the world itself. */
export interface Desk {
  world: World
  polling: Polling
  limits: FloodGate
  faults: FaultyWorld
  log(call: LoggedCall): void
}

/** grammY's result types, less exact about messages: what kind of message came out is known only while running. */
type Result<M extends Method> = Widened<ReturnType<ApiMethods<string>[M]>>
type Widened<R> = R extends { message_id: number }
  ? ChatMessage
  : R extends { message_id: number }[]
    ? ChatMessage[]
    : R
type Handlers = { [M in Method]: (desk: Desk, request: Request<M>, call: Call) => Result<M> | Promise<Result<M>> }

const handlers: Handlers = {
  getMe: ({ world }) => world.bot,
  getUpdates: ({ world, polling }, request, call) => polling.getUpdates(request, world.webhook.isSet(), call.signal),
  setWebhook,
  deleteWebhook: (desk, request) => setWebhook(desk, { ...request, url: '' }),
  getWebhookInfo: ({ world }) => world.webhook.info(),
  sendMessage: ({ world }, request) => sendMessage(world, request),
  sendPhoto: ({ world }, request, { uploads }) => sendPhoto(world, request, uploads),
  sendDocument: ({ world }, request, { uploads }) => sendDocument(world, request, uploads),
  sendVoice: ({ world }, request, { uploads }) => sendVoice(world, request, uploads),
  sendMediaGroup: ({ world }, request, { uploads }) => sendMediaGroup(world, request, uploads),
  sendVenue: ({ world }, request) => sendVenue(world, request),
  sendLocation: ({ world }, request) => sendLocation(world, request),
  sendChatAction: ({ world }, request) => sendChatAction(world, request),
  editMessageText: ({ world }, request) => editMessageText(world, request),
  editMessageCaption: ({ world }, request) => editMessageCaption(world, request),
  editMessageMedia: ({ world }, request, { uploads }) => editMessageMedia(world, request, uploads),
  editMessageReplyMarkup: ({ world }, request) => editMessageReplyMarkup(world, request),
  deleteMessage: ({ world }, request) => deleteMessage(world, request),
  answerCallbackQuery: ({ world }, request) => answerCallbackQuery(world, request),
  getFile: ({ world }, request) => getFile(world.files, request),
  setMyCommands: ({ world }, request) => setMyCommands(world, request),
  deleteMyCommands: ({ world }, request) => deleteMyCommands(world, request),
  getMyCommands: ({ world }, request) => getMyCommands(world, request),
  leaveChat: ({ world }, request) => leaveChat(world, request),
}

/** Every request of a bot passes through here, whether it came over HTTP or in memory, and every refusal ends here. */
export async function answer(desk: Desk, given: Promise<Call | undefined>): Promise<Response> {
  try {
    const call = await given
    if (!call) throw new Refusal(404, 'Not Found')
    if (call.token !== desk.world.token) throw new Refusal(401, 'Unauthorized')
    return await orAborted(respond(desk, call), call.signal)
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    throw error
  }
}

/** A method that the bot named in its answer to an update: nobody is told what became of it. */
export async function answerQuietly(desk: Desk, name: string, fields: Fields): Promise<void> {
  const call = { token: desk.world.token, fields, loose: false, uploads: new Map(), signal: undefined }
  try {
    const method = checkMethod(name)
    await perform(desk, method, call, noted(desk, method, call))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

async function respond(desk: Desk, call: Call): Promise<Response> {
  const { world, faults } = desk
  if (call.filePath !== undefined) {
    await faults.before('download')
    const response = download(world, call.filePath)
    faults.after('download')
    return response
  }
  const method = checkMethod(call.method ?? '')
  const entry = noted(desk, method, call)
  await faults.before(method)
  const result = await perform(desk, method, call, entry)
  // An answer without updates is no loss.
  if (!Array.isArray(result) || result.length > 0) faults.after(method)
  return Response.json({ ok: true, result })
}

function noted({ world, log }: Desk, method: Method, { fields }: Call): LoggedCall {
  const entry = { method, payload: fields, at: world.clock.now().getTime() }
  log(entry)
  return entry
}

function perform<M extends Method>(
  desk: Desk,
  method: M,
  call: Call,
  entry: LoggedCall,
): Result<M> | Promise<Result<M>> {
  const { unknownFields } = desk.world
  const request = checkRequest(method, call.fields, { loose: call.loose, unknownFields })
  entry.payload = { ...request }
  if ('chat_id' in request && request.chat_id !== undefined) {
    desk.limits.pass(
      method,
      request.chat_id,
      'media' in request && Array.isArray(request.media) ? request.media.length : 1,
    )
  }
  const handler: Handlers[M] = handlers[method]
  return handler(desk, request, call)
}

function refused({ code, message, retryAfter }: Refusal): Response {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }
  return Response.json({ ok: false, error_code: code, description: message, ...parameters }, { status: code })
}

function download({ files }: World, path: string): Response {
  const file = files.byPath.get(path)
  if (!file) throw new Refusal(404, 'Not Found')
  return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': 'application/octet-stream' } })
}

function setWebhook({ world, polling }: Desk, request: Request<'setWebhook'>): true {
  if (request.drop_pending_updates) world.updates.clear()
  world.updates.allow(request.allowed_updates)
  if (request.url === '') world.webhook.clear()
  else {
    world.webhook.set(request)
    polling.interrupt('Conflict: terminated by setWebhook request')
  }
  return true
}
