/** Looks through a card as JSON, and asks Microsoft's own library what it thinks of it. */
import {
  AdaptiveCard,
  Column,
  GlobalRegistry,
  type SerializableObject,
  SerializationContext,
  TextRun,
  Versions,
} from 'adaptivecards/dist/adaptivecards.js'

// biome-ignore lint/suspicious/noExplicitAny: a card is looked through whatever it holds
export type Any = any

/** The node and everything in it, from top to bottom, without the values of buttons. */
export function all(node: Any): Any[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(all)
  return [node, ...Object.entries(node).flatMap(([key, value]) => (key === 'data' ? [] : all(value)))]
}

export function textsOf(card: Any): string[] {
  return all(card).flatMap(({ type, text }) => (type === 'TextRun' || type === 'TextBlock' ? [text] : []))
}

/** Everything that the library finds wrong with a card of version 1.5, and every property it does not know. */
export function complaints(json: object): string[] {
  const context = new SerializationContext(Versions.v1_5)
  const card = new AdaptiveCard()
  card.parse(json, context)
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message)
  const invalid = card.validateProperties().validationEvents.map(event => event.message)
  return [...events, ...invalid, ...all(json).flatMap(unknownProperties)].filter(
    said => !groundless.has(said),
  )
}

/** Every second time, whatever the language: the library's pattern keeps its place between two cards. */
const groundless = new Set(['de', 'en'].map(language => `Invalid value "${language}" for property "lang".`))
/** Read by hand, so they are in no schema. */
const children = ['body', 'items', 'columns', 'actions', 'inlines', 'fallback']

function unknownProperties(node: Any): string[] {
  const schema = empty(node.type)?.getSchema()
  if (schema === undefined) return [`unknown type ${node.type}`]
  const known = Array.from({ length: schema.getCount() }, (_, i) => schema.getItemAt(i).name)
  const names = Object.keys(node).filter(name => !known.includes(name) && !children.includes(name))
  return names.map(name => `${node.type} knows no ${name}`)
}

function empty(type: string): SerializableObject | undefined {
  if (type === 'AdaptiveCard') return new AdaptiveCard()
  if (type === 'Column') return new Column()
  if (type === 'TextRun') return new TextRun()
  const found = GlobalRegistry.elements.findByName(type) ?? GlobalRegistry.actions.findByName(type)
  return found && new found.objectType()
}
