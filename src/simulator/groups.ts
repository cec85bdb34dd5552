import type { User } from '@grammyjs/types'
import type { Request } from './check-request.ts'
import { readTyped } from './formatted-text.ts'
import { tellMembership } from './membership.ts'
import { textContent } from './messages.ts'
import type { GroupActions, NewGroup } from './model.ts'
import { badRequest } from './refusal.ts'
import { showMessage } from './show.ts'
import { asReply, botUser, checkMember, type Group, roomOf, store, type World } from './world.ts'

/** A group without the bot in it. Groups are here only as far as a bot needs that says one sentence and leaves. */
export function createGroup({ title, kind = 'group', adminsOnly = false }: NewGroup, id: number): Group {
  const chat = kind === 'group' ? { id, type: kind, title } : { id, type: kind, title }
  return {
    chat,
    adminsOnly,
    bot: undefined,
    messages: new Map(),
    lastMessageId: 0,
    keyboard: undefined,
    lastActedAt: 0,
  }
}

export function actionsIn(world: World, group: Group): GroupActions {
  const userOf = (personId: number): User => {
    const account = world.accounts.get(personId)
    if (!account) throw new Error(`there is no person ${personId}`)
    return account.user
  }
  return {
    id: group.chat.id,
    hasBot: () => group.bot === 'member',
    messages: () => [...group.messages.values()].map((stored) => showMessage(world, stored)),
    addsBot: (personId) => addBot(world, group, userOf(personId)),
    removesBot: (personId) => removeBot(world, group, userOf(personId)),
    says: (personId, text, { replyTo } = {}) => say(world, group, userOf(personId), text, replyTo),
  }
}

/** The bot is told twice: that it is a member now, and with the notice that everybody in the group sees. */
function addBot(world: World, group: Group, by: User): void {
  if (group.bot === 'member') throw new Error('the bot is in this group already')
  const before = group.bot ?? 'left'
  group.bot = 'member'
  tellMembership(world, group.chat, by, [before, 'member'])
  tell(world, group, by, { new_chat_members: [botUser(world)] })
}

function removeBot(world: World, group: Group, by: User): void {
  if (group.bot !== 'member') throw new Error('the bot is not in this group')
  group.bot = 'kicked'
  tellMembership(world, group.chat, by, ['member', 'kicked'])
}

function say(world: World, group: Group, by: User, text: string, replyTo: number | undefined): number {
  const original = replyTo === undefined ? undefined : group.messages.get(replyTo)
  if (replyTo !== undefined && !original) throw new Error(`the group has no message ${replyTo}`)
  const content = { ...(original ? asReply(original) : {}), ...textContent(readTyped(text)) }
  const isForBot = (original?.byBot ?? false) || isCommandFor(text, world.bot.username)
  if (group.bot === 'member' && isForBot) return tell(world, group, by, content)
  return store(world, group, by, content).message.message_id
}

/** A bot in privacy mode, which is how they are made, hears commands and replies to what it said, and nothing else. */
function isCommandFor(text: string, username: string): boolean {
  const found = /^\/\w+(?:@(\w+))?(?!\S)/.exec(text)
  return found !== null && (found[1] === undefined || found[1].toLowerCase() === username.toLowerCase())
}

function tell(world: World, group: Group, by: User, content: Parameters<typeof store>[3]): number {
  group.lastActedAt = world.machine.now()
  const { message } = store(world, group, by, content)
  world.updates.push({ message })
  return message.message_id
}

export function leaveChat(world: World, request: Request<'leaveChat'>): true {
  const room = roomOf(world, request.chat_id)
  if ('user' in room) throw badRequest("chat member status can't be changed in private chats")
  checkMember(room)
  room.bot = 'left'
  tellMembership(world, room.chat, botUser(world), ['member', 'left'])
  return true
}
