import type { Chat, ChatMember, User } from '@grammyjs/types'
import { botUser, type World } from './world.ts'

export type BotStatus = 'member' | 'left' | 'kicked'

/** Tells the bot that somebody changed what it is in a chat: blocked, let in again, added to a group or thrown out. */
export function tellMembership(
  world: World,
  chat: Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat,
  from: User,
  [before, after]: readonly [BotStatus, BotStatus],
): void {
  world.updates.push({
    my_chat_member: {
      chat,
      from,
      date: Math.floor(world.clock.now().getTime() / 1000),
      old_chat_member: memberOf(world, before),
      new_chat_member: memberOf(world, after),
    },
  })
}

function memberOf(world: World, status: BotStatus): ChatMember {
  const user = botUser(world)
  return status === 'kicked' ? { status, user, until_date: 0 } : { status, user }
}
