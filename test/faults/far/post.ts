/** One activity on its way to a service of the stage. */
import type { Dispatcher } from 'undici'
import { bodyOf } from '../activities.ts'
import type { World } from '../employee.ts'
import type { Message } from '../far-side.ts'
import type { Action } from '../paths.ts'

export interface Posted {
  readonly status: number
  readonly body: string
  /** From the request to the end of the answer. */
  readonly ms: number
}

export interface Asked {
  readonly conversation: string
  readonly activity: string
  /** Replaces what the activity usually has. */
  readonly fields?: object
  /** The card whose button is pressed. */
  readonly card?: Message
  /** Which of the services; the first unless told. */
  readonly service?: number
}

/** Rejects when there is no such button, or no answer within 30 s. */
export async function post(world: World, action: Action, asked: Asked): Promise<Posted> {
  const usual = bodyOf(world, asked, action, asked.card)
  if (usual === undefined)
    throw new Error(`Nothing to post in ${asked.conversation}: the card has no such button.`)
  const body = JSON.stringify({ ...JSON.parse(usual), ...asked.fields })
  const began = performance.now()
  const answer = await serviceOf(world, asked).request({
    path: '/api/messages',
    method: 'POST',
    headers: world.headers,
    body,
    headersTimeout: 30_000,
  })
  const text = await answer.body.text()
  return { status: answer.statusCode, body: text, ms: performance.now() - began }
}

function serviceOf({ pools }: World, { service = 0 }: Asked): Dispatcher {
  const pool = pools[service % pools.length]
  if (pool) return pool
  throw new Error('The stage has no service.')
}
