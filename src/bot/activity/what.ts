/** What an activity says or does. */
import type { Attached, Inbound } from '../../turn/inbound.ts'
import { type Fields, list, object, text } from './fields.ts'
import { cleanText } from './text.ts'

type What = Inbound['what']

const noFile = /^(text\/html|messageReference|application\/vnd\.microsoft\.card\.)/i
/** A file that the employee sent: its address carries its own permission. */
const downloadable = 'application/vnd.microsoft.teams.file.download.info'
/** Of one message; the first pictures show the problem. */
const mostFiles = 3

/** Undefined for what Deskhand has no word for. */
export function whatOf(activity: Fields, botId: string, problems: string[]): What | undefined {
  switch (activity.type) {
    case 'invoke':
      return pressed(object(object(activity.value)?.action)?.data, true, problems)
    case 'message':
      return said(activity, botId, problems)
    case 'messageUpdate':
      return { kind: 'edited', of: text(activity.id, 'id', problems), text: words(activity, botId, problems) }
    case 'messageDelete':
      return { kind: 'deleted', of: text(activity.id, 'id', problems) }
    case 'conversationUpdate':
      return list(activity.membersAdded).length > 0 ? { kind: 'joined' } : undefined
    case 'installationUpdate':
      if (activity.action === 'add') return { kind: 'joined' }
      return activity.action === 'remove' ? { kind: 'left' } : undefined
    default:
      return undefined
  }
}

function said(activity: Fields, botId: string, problems: string[]): What {
  const value = object(activity.value)
  if (value?.nonce !== undefined) return pressed(value, false, problems)
  const text = words(activity, botId, problems)
  const files = list(activity.attachments).flatMap(attachedFile).slice(0, mostFiles)
  return { kind: 'message', text, ...(files.length > 0 && { files }) }
}

function pressed(values: unknown, answerable: boolean, problems: string[]): What {
  const pressed = object(values)
  const nonce = text(pressed?.nonce, 'the button’s nonce', problems)
  return { kind: 'choice', choice: text(pressed?.choice, 'the button’s choice', problems), nonce, answerable }
}

function words(activity: Fields, botId: string, problems: string[]): string {
  const written = activity.text ?? ''
  if (typeof written === 'string') return cleanText(written, mentionsOf(activity, botId))
  problems.push('text is not a string')
  return ''
}

/** How the bot is mentioned in the text, `<at>Deskhand</at>`. */
export function mentionsOf(activity: Fields, botId: string): readonly string[] {
  const mentions = list(activity.entities)
    .map(object)
    .filter(entity => entity?.type === 'mention')
  const ours = mentions.filter(mention => object(mention?.mentioned)?.id === botId)
  return ours.flatMap(mention => (typeof mention?.text === 'string' ? [mention.text] : ['']))
}

/** Teams adds the text as HTML, a quoted message or a forwarded card as attachments, too; those are no files. */
function attachedFile(attachment: unknown): readonly Attached[] {
  const { contentType, contentUrl, content, name } = object(attachment) ?? {}
  if (typeof contentType !== 'string' || noFile.test(contentType)) return []
  const isLink = contentType === downloadable
  const url = isLink ? object(content)?.downloadUrl : contentUrl
  const called = typeof name === 'string' && name !== '' ? name : contentType
  return [
    {
      name: cleanText(called.slice(0, 200), []),
      url: typeof url === 'string' ? url : '',
      from: isLink ? 'link' : 'connector',
    },
  ]
}
