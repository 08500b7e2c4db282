/** One call to the Bot Connector, with undici instead of the SDK's client: a kept-alive pool and one time limit a call. */
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import { type Identity, serviceUrlFault } from '../../config.ts'
import type { Address } from '../../store/records.ts'
import type { Delivered } from '../../turn/delivery.ts'
import type { Tokens } from '../credentials.ts'
import { exchange } from './exchange.ts'
import { type Answer, deliveredAs, failedAs, readAnswer } from './outcome.ts'

export interface Call {
  readonly method: 'POST' | 'PUT'
  readonly address: Address
  /** Of the message to be replaced. */
  readonly activityId?: string
  /** JSON. */
  readonly body: string
}

export interface Sending {
  readonly delivered: Delivered
  /** Absent when there was no answer. */
  readonly status?: number
}

/** Never rejects. */
export type Send = (call: Call) => Promise<Sending>

export interface SenderOptions {
  readonly identity: Identity
  readonly tokens: Tokens
  readonly timeoutMs?: number
}

/**
 * Calls at once to one host; more of them wait, and the time counts. So many that those without an answer leave enough
 * for the others: the outbox lets few conversations into a second call like that.
 */
const connections = 1_024
/** How long closing waits for calls under way, in milliseconds. */
const lastWait = 2_000

export function createSender(options: SenderOptions): { readonly send: Send; close(): Promise<void> } {
  const dispatcher = dispatcherFor(options.identity)
  return { send: call => sendAllowed(call, options, dispatcher), close: () => close(dispatcher) }
}

/** An answer that is on its way is worth waiting for: a message that is not known as sent is sent again. */
async function close(dispatcher: Dispatcher): Promise<void> {
  const tooLong = setTimeout(() => void dispatcher.destroy(), lastWait)
  await dispatcher.close().finally(() => clearTimeout(tooLong))
}

/** HTTP(S)_PROXY and NO_PROXY hold for Teams; what is on this machine is reached directly. */
function dispatcherFor(identity: Identity): Dispatcher {
  const pool = { connections, keepAliveTimeout: 30_000, connect: { timeout: 5_000 } }
  return identity.kind === 'azure' ? new EnvHttpProxyAgent(pool) : new Agent(pool)
}

/** Checked here again, whatever the store holds: neither a message nor the token goes to any other host. */
async function sendAllowed(call: Call, options: SenderOptions, dispatcher: Dispatcher): Promise<Sending> {
  const { identity, tokens, timeoutMs = 10_000 } = options
  const fault = serviceUrlFault(call.address.serviceUrl, identity)
  if (fault !== undefined) return { delivered: { result: 'refused', reason: `the service address ${fault}` } }
  try {
    const answer = await authorised(tokens, token => ask(call, token, timeoutMs, dispatcher))
    return { delivered: deliveredAs(answer), status: answer.status }
  } catch (thrown) {
    return { delivered: failedAs(thrown) }
  }
}

/** A refused token is replaced and the call repeated, once; unless there is no other token. */
async function authorised(
  tokens: Tokens,
  call: (token: string | undefined) => Promise<Answer>,
): Promise<Answer> {
  const token = await tokens.get()
  const answer = await call(token)
  if (answer.status !== 401 || token === undefined) return answer
  tokens.refused(token)
  const renewed = await tokens.get()
  return renewed === token ? answer : call(renewed)
}

/** Redirects are not followed: a token must not travel to where an answer points. */
async function ask(
  call: Call,
  token: string | undefined,
  timeoutMs: number,
  dispatcher: Dispatcher,
): Promise<Answer> {
  const request = { ...target(call), method: call.method, headers: headers(token), body: call.body }
  return readAnswer(await exchange(dispatcher, request, timeoutMs))
}

function target({ address, activityId }: Call): { readonly origin: string; readonly path: string } {
  const { origin, pathname } = new URL(address.serviceUrl)
  const activities = `v3/conversations/${encodeURIComponent(address.conversationId)}/activities`
  const one = activityId === undefined ? '' : `/${encodeURIComponent(activityId)}`
  return { origin, path: `${pathname.replace(/\/*$/, '/')}${activities}${one}` }
}

function headers(token: string | undefined): Record<string, string> {
  const all = { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' }
  return token === undefined ? all : { ...all, authorization: `Bearer ${token}` }
}
