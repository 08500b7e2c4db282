/** What the channel posts for an employee's action. */
import type { Message } from './far-side.ts'
import type { Action } from './paths.ts'

export interface Envelope {
  readonly tenantId: string
  /** What every activity of this tenant and bot carries. */
  readonly envelope: Readonly<Record<string, unknown>>
}

export interface Id {
  readonly conversation: string
  readonly activity: string
}

/** Undefined: there is no such button on the card, or no card. */
export function bodyOf(world: Envelope, id: Id, action: Action, card?: Message): string | undefined {
  const common = commonOf(world, id)
  if ('says' in action) return JSON.stringify({ ...common, type: 'message', text: action.says })
  const button = buttonOf(card, action.presses)
  if (!button) return undefined
  const value = { action: button, trigger: 'manual' }
  return JSON.stringify({ ...common, type: 'invoke', name: 'adaptiveCard/action', value })
}

function commonOf({ envelope, tenantId }: Envelope, { conversation, activity }: Id): object {
  return {
    ...envelope,
    id: activity,
    timestamp: new Date().toISOString(),
    from: { id: `29:${conversation}`, aadObjectId: conversation, name: 'Anna Beispiel' },
    conversation: { id: conversation, conversationType: 'personal', tenantId },
  }
}

/** Teams gives back the button's type, verb and values as the card defines them. */
function buttonOf(card: Message | undefined, choice: string): object | undefined {
  const button = objectsIn(card?.body).find(
    ({ type, data }) => type === 'Action.Execute' && (data as { choice?: unknown })?.choice === choice,
  )
  return button && { type: button.type, verb: button.verb, title: button.title, data: button.data }
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
}
