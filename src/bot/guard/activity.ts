/** What the activity itself must say: its form, and that it belongs to the token that came with it. */
import { type Identity, sameServiceUrl, serviceUrlFault } from '../../config.ts'
import { AppError } from '../../errors.ts'
import type { Bearer } from './token.ts'

type Fields = Readonly<Record<string, unknown>>

/** The part of an activity that the guard looks at. */
export interface Activity extends Fields {
  readonly type: string
  readonly serviceUrl: string
  readonly channelId: string
  readonly conversation: Fields & { readonly id: string }
}

/** Optional fields and what they are when they are there; the SDK throws, or worse, trusts, when they are not. */
const TEXTS = [
  'id',
  'text',
  'name',
  'locale',
  'replyToId',
  'timestamp',
  'localTimestamp',
  'textFormat',
  'action',
]
const OBJECTS = ['from', 'recipient', 'channelData', 'relatesTo']
const LISTS = [
  'attachments',
  'entities',
  'membersAdded',
  'membersRemoved',
  'reactionsAdded',
  'reactionsRemoved',
]

/** Throws AppError('bad-request') unless it has the form of an activity. */
export function parseActivity(parsed: unknown): Activity {
  if (!isFields(parsed)) throw new AppError('bad-request', 'An activity is a JSON object')
  const { type, serviceUrl, channelId, conversation, from } = parsed
  if (!isText(type) || type === '') throw wrong('type')
  if (!isText(serviceUrl)) throw wrong('serviceUrl')
  if (!isText(channelId)) throw wrong('channelId')
  if (!isFields(conversation) || !isText(conversation.id) || conversation.id === '')
    throw wrong('conversation')
  if (isFields(from) && !isText(from.id)) throw wrong('from')
  const misshapen = faultyField(parsed, TEXTS, isText) ?? faultyField(parsed, OBJECTS, isFields)
  const fault = misshapen ?? faultyField(parsed, LISTS, isListOfFields)
  if (fault !== undefined) throw wrong(fault)
  return { ...parsed, type, serviceUrl, channelId, conversation: { ...conversation, id: conversation.id } }
}

/** Of the lists above only, so that the reason stays one of a few. */
function faultyField(fields: Fields, names: readonly string[], holds: (value: unknown) => boolean) {
  return names.find(name => fields[name] !== undefined && fields[name] !== null && !holds(fields[name]))
}

function wrong(field: string): AppError {
  return new AppError('bad-request', `The activity’s ${field} is missing or of the wrong type`)
}

/** Channels that the Agents Playground can play. */
const LOCAL_CHANNELS = ['msteams', 'directline', 'webchat', 'emulator', 'agents']

/** Throws AppError('forbidden') for a good token that does not cover this activity. `bearer` is absent in local mode. */
export function checkOrigin(activity: Activity, identity: Identity, bearer?: Bearer): void {
  const fault = serviceUrlFault(activity.serviceUrl, identity)
  if (fault !== undefined) throw new AppError('forbidden', `The activity’s serviceUrl ${fault}`)
  if (identity.kind === 'local') {
    if (!LOCAL_CHANNELS.includes(activity.channelId))
      throw new AppError('forbidden', 'The channel is not ours')
    return
  }
  if (!sameServiceUrl(bearer?.claims.serviceurl ?? '', activity.serviceUrl)) {
    throw new AppError('forbidden', 'The token is for another serviceUrl')
  }
  if (activity.channelId !== 'msteams') throw new AppError('forbidden', 'The channel is not Teams')
  if (bearer?.endorsements.includes(activity.channelId) !== true) {
    throw new AppError('forbidden', 'The token’s key is not endorsed for this channel')
  }
  checkTenant(activity, identity.allowedTenants)
}

/** Teams names the tenant in two places. At least one is needed, and whatever is there must be allowed. */
function checkTenant({ conversation, channelData }: Activity, allowed: readonly string[]): void {
  const tenant = isFields(channelData) && isFields(channelData.tenant) ? channelData.tenant.id : undefined
  const named = [tenant, conversation.tenantId].filter(one => one !== undefined && one !== null)
  const isAllowed = (one: unknown): boolean => isText(one) && allowed.includes(one.toLowerCase())
  if (named.length === 0 || !named.every(isAllowed)) {
    throw new AppError('forbidden', 'The tenant is not among those that may write')
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOfFields(value: unknown): boolean {
  return Array.isArray(value) && value.every(isFields)
}
