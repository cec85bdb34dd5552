import { isDeepStrictEqual } from 'node:util'
import type { BotCommand, BotCommandScope } from '@grammyjs/types'
import type { Request } from './check-request.ts'
import { badRequest } from './refusal.ts'
import { type Account, roomOf, type World } from './world.ts'

type Target = Pick<Request<'getMyCommands'>, 'scope' | 'language_code'>

export function setMyCommands(world: World, request: Request<'setMyCommands'>): true {
  if (request.commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of request.commands) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  }
  const target = readTarget(world, request)
  remove(world, target)
  const commands = request.commands.map((given) => ({ ...given, command: given.command.replace('/', '') }))
  if (commands.length > 0) world.commands.push({ ...target, commands })
  tellEverybody(world)
  return true
}

export function deleteMyCommands(world: World, request: Request<'deleteMyCommands'>): true {
  remove(world, readTarget(world, request))
  tellEverybody(world)
  return true
}

export function getMyCommands(world: World, request: Request<'getMyCommands'>): BotCommand[] {
  const target = readTarget(world, request)
  return [...(commandsAt(world, target.scope, target.language) ?? [])]
}

/** What a person finds behind the menu button: the narrowest scope that has commands, in their language if there are such. */
export function commandsFor(world: World, { user }: Account): readonly BotCommand[] {
  const scopes: BotCommandScope[] = [
    { type: 'chat', chat_id: user.id },
    { type: 'all_private_chats' },
    { type: 'default' },
  ]
  for (const scope of scopes) {
    const found = commandsAt(world, scope, user.language_code ?? '') ?? commandsAt(world, scope, '')
    if (found) return found
  }
  return []
}

function readTarget(world: World, { scope = { type: 'default' }, language_code }: Target) {
  const language: string = language_code ?? ''
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('BOT_COMMAND_LANGUAGE_CODE_INVALID')
  if (scope.type !== 'chat') return { scope, language }
  const { chat } = roomOf(world, scope.chat_id)
  return { scope: { ...scope, chat_id: chat.id }, language }
}

function commandsAt(world: World, scope: BotCommandScope, language: string): readonly BotCommand[] | undefined {
  return world.commands.find((set) => set.language === language && isDeepStrictEqual(set.scope, scope))?.commands
}

function remove(world: World, target: { scope: BotCommandScope; language: string }): void {
  world.commands = world.commands.filter(
    ({ scope, language }) => language !== target.language || !isDeepStrictEqual(scope, target.scope),
  )
}

function tellEverybody(world: World): void {
  for (const id of world.accounts.keys()) world.changed(id)
}
