import type { ApiMethods } from '@grammyjs/types'
import { checkMethod, checkRequest, type Method, type Request } from './check-request.ts'
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts'
import {
  deleteMessage,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from './edits.ts'
import { getFile } from './files.ts'
import { sendChatAction, sendDocument, sendMediaGroup, sendMessage, sendPhoto, sendVenue } from './messages.ts'
import type { Polling } from './polling.ts'
import { answerCallbackQuery } from './presses.ts'
import type { Call } from './read-call.ts'
import { badRequest, Refusal } from './refusal.ts'
import type { ChatMessage, World } from './world.ts'

/** One call of the bot, for tests that count them. */
export interface LoggedCall {
  method: Method
  payload: Record<string, unknown>
  /** Unix milliseconds by the product's clock. */
  at: number
}

/** What answering needs besides the world itself. */
interface Desk {
  world: World
  polling: Polling
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
  sendMediaGroup: ({ world }, request, { uploads }) => sendMediaGroup(world, request, uploads),
  sendVenue: ({ world }, request) => sendVenue(world, request),
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
  leaveChat: () => {
    throw badRequest("chat member status can't be changed in private chats")
  },
}

/** Every request of a bot passes through here, whether it came over HTTP or in memory, and every refusal ends here. */
export async function answer(desk: Desk, given: Promise<Call | undefined>): Promise<Response> {
  try {
    const call = await given
    if (!call) throw new Refusal(404, 'Not Found')
    if (call.token !== desk.world.token) throw new Refusal(401, 'Unauthorized')
    if (call.filePath !== undefined) return download(desk.world, call.filePath)
    const result = await perform(desk, checkMethod(call.method ?? ''), call)
    return Response.json({ ok: true, result })
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    throw error
  }
}

function perform<M extends Method>(desk: Desk, method: M, call: Call): Result<M> | Promise<Result<M>> {
  const entry: LoggedCall = { method, payload: call.fields, at: desk.world.clock.now().getTime() }
  desk.log(entry)
  const request = checkRequest(method, call.fields, call.loose)
  entry.payload = { ...request }
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
  if (request.drop_pending_updates) world.updates.confirm(() => true)
  world.updates.allow(request.allowed_updates)
  if (request.url === '') world.webhook.clear()
  else {
    world.webhook.set(request)
    polling.interrupt('Conflict: terminated by setWebhook request')
  }
  return true
}
