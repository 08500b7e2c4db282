/** An activity of the Bot Framework, parsed once at the edge, in Deskhand's own words. Pure; knows no SDK. */
import { AppError } from '../errors.ts'
import type { Address } from '../store/records.ts'
import type { Inbound } from '../turn/inbound.ts'
import { type Fields, list, object, parsed, text } from './activity/fields.ts'
import { mentionsOf, whatOf } from './activity/what.ts'

export type Arrived =
  | { readonly kind: 'event'; readonly inbound: Inbound }
  /** Somebody spoke to the bot, or pressed one of its buttons, where others can read. */
  | { readonly kind: 'in-public'; readonly address: Address; readonly locale?: string }
  /** Nothing that Deskhand answers to; acknowledged all the same. */
  | { readonly kind: 'nothing' }

const nothing: Arrived = { kind: 'nothing' }
const cardPress = 'adaptiveCard/action'
const known = new Set([
  'message',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'messageUpdate',
  'messageDelete',
])

/** `at` in epoch milliseconds. Throws AppError('bad-request') with every problem of an activity that cannot be read. */
export function toInbound(body: unknown, at: number): Arrived {
  const activity = object(body)
  const type = activity?.type
  if (activity === undefined || typeof type !== 'string') {
    throw new AppError('bad-request', 'The body is no activity: it has no type.')
  }
  if (!known.has(type) || (type === 'invoke' && activity.name !== cardPress)) return nothing
  const envelope = parsed(problems => readEnvelope(activity, type, problems))
  if (envelope.employeeId === undefined) return nothing
  const address: Address = { ...envelope.address, employeeId: envelope.employeeId }
  if (!inPublic(activity)) return toEvent(activity, envelope.id ?? `${type}:${at}`, address, at)
  if (!speaksToBot(activity, address.botId)) return nothing
  return { kind: 'in-public', address, ...localeOf(activity) }
}

function toEvent(activity: Fields, id: string, address: Address, at: number): Arrived {
  const what = parsed(problems => whatOf(activity, address.botId, problems))
  if (what === undefined) return nothing
  const activityId = keyOf(what, id, activity.timestamp, at)
  const inbound = { conversation: keyFor(address), activityId, address, ...localeOf(activity), at, what }
  return { kind: 'event', inbound }
}

interface Envelope {
  readonly id?: string
  readonly address: Omit<Address, 'employeeId'>
  readonly employeeId?: string
}

function readEnvelope(activity: Fields, type: string, problems: string[]): Envelope {
  const conversation = object(activity.conversation)
  const botId = text(object(activity.recipient)?.id, 'recipient.id', problems)
  const tenant = conversation?.tenantId ?? object(object(activity.channelData)?.tenant)?.id
  const id = activity.id === undefined ? undefined : text(activity.id, 'id', problems)
  const tenantId = tenant === undefined || tenant === null ? undefined : text(tenant, 'tenant', problems)
  const employeeId = employeeOf(activity, type, botId, problems)
  return {
    ...(id !== undefined && { id }),
    ...(employeeId !== undefined && { employeeId }),
    address: {
      serviceUrl: text(activity.serviceUrl, 'serviceUrl', problems),
      channelId: text(activity.channelId, 'channelId', problems),
      conversationId: text(conversation?.id, 'conversation.id', problems),
      botId,
      ...(tenantId !== undefined && { tenantId }),
    },
  }
}

/** Some channels let the bot itself announce that somebody has joined. */
function employeeOf(activity: Fields, type: string, botId: string, problems: string[]): string | undefined {
  const from = object(activity.from)?.id
  if (type !== 'conversationUpdate') return text(from, 'from.id', problems)
  const members = list(activity.membersAdded).map(member => object(member)?.id)
  const people = [from, ...members].filter(id => typeof id === 'string' && id !== '' && id !== botId)
  return people.length === 0 ? undefined : text(people[0], 'from.id', problems)
}

function inPublic(activity: Fields): boolean {
  const conversation = object(activity.conversation)
  const type = conversation?.conversationType
  return conversation?.isGroup === true || type === 'groupChat' || type === 'channel'
}

/** In a channel only a mention speaks to the bot; a group chat delivers nothing else anyway. */
function speaksToBot(activity: Fields, botId: string): boolean {
  if (activity.type === 'invoke') return true
  if (activity.type !== 'message') return false
  return (
    object(activity.conversation)?.conversationType !== 'channel' || mentionsOf(activity, botId).length > 0
  )
}

function localeOf(activity: Fields): { readonly locale?: string } {
  const client = list(activity.entities)
    .map(object)
    .find(entity => entity?.type === 'clientInfo')
  const locale = [activity.locale, client?.locale].find(isLocale)
  return locale === undefined ? {} : { locale }
}

function isLocale(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(value)
}

/** An edit or a deletion comes under the id of the message it is about; each needs a key of its own. */
function keyOf(what: Inbound['what'], id: string, timestamp: unknown, at: number): string {
  const when = typeof timestamp === 'string' ? timestamp.slice(0, 40) : at
  if (what.kind === 'edited') return `${id}:edited:${when}`
  return what.kind === 'deleted' ? `${id}:deleted:${when}` : id
}

function keyFor({ tenantId, conversationId, employeeId }: Address): string {
  return [tenantId ?? '', conversationId, employeeId].map(part => part.replaceAll('|', '%7C')).join('|')
}
