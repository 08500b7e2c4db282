import { describe, expect, test } from 'vitest'
import { check } from './checker.ts'
import type { ClientEntry, ClientEvent, FarEntry } from './history.ts'

/** Histories written by hand, a line a second. `abc` is the only path; there is one service. */
function blank() {
  const client: ClientEntry[] = []
  const far: FarEntry[] = []
  let at = 0
  const later = () => {
    at += 1_000
    return at
  }
  const told = {
    client,
    far,
    did(event: ClientEvent) {
      client.push({ at: later(), ...event })
      return told
    },
    says(conversation: string, says: string, nonce = says) {
      far.push({ at: later(), event: 'arrived', conversation, says, nonce })
      return told
    },
    begins(conversation: string, reference = false) {
      return told.did({ event: 'began', conversation, path: 'abc', reference })
    },
    sends(conversation: string, step: number) {
      return told.did({ event: 'sent', conversation, activity: `${conversation}-${step}`, step, instance: 0 })
    },
    acknowledges(conversation: string, step: number) {
      return told.did({ event: 'acknowledged', conversation, activity: `${conversation}-${step}` })
    },
    fails(conversation: string, step: number) {
      return told.did({ event: 'failed', conversation, activity: `${conversation}-${step}`, why: 'cut' })
    },
    turn(conversation: string, step: number, says: string) {
      return told.sends(conversation, step).acknowledges(conversation, step).says(conversation, says)
    },
    isKilled(next: number) {
      told.did({ event: 'killing', boot: `boot-${next - 1}`, instance: 0 })
      told.did({ event: 'ended', boot: `boot-${next - 1}`, code: null, signal: 'SIGKILL', asked: true })
      return told.starts(next)
    },
    starts(boot: number) {
      return told
        .did({ event: 'starting', instance: 0 })
        .did({ event: 'ready', pid: boot, boot: `boot-${boot}` })
    },
    handsOver(conversation: string, step: number, says: string, caseId: string) {
      return told.turn(conversation, step, `${says} ${caseId}`).notices(caseId)
    },
    notices(caseId: string) {
      far.push({ at: later(), event: 'noticed', caseId })
      return told
    },
    verdict: () => check(client, far),
    kinds: () => check(client, far).violations.map(({ kind }) => kind),
  }
  return told
}

/** The reference was answered A, B, C; conversation x begins. */
function story() {
  const told = blank().starts(1).begins('r', true)
  return told.turn('r', 0, 'A').turn('r', 1, 'B').turn('r', 2, 'C').begins('x')
}

/** The reference was handed over to the helpdesk. */
function handedOver() {
  const told = blank().starts(1).begins('r', true)
  return told.turn('r', 0, 'A').handsOver('r', 1, 'case', 'RRRR-0000').begins('x')
}

describe('the checker of crash tests', () => {
  test('finds nothing when every reply came once and in order', () => {
    const told = story().turn('x', 0, 'A').turn('x', 1, 'B').turn('x', 2, 'C')
    expect(told.verdict()).toMatchObject({ conversations: 2, acknowledged: 6, violations: [], kills: 0 })
  })

  test('allows a message that came twice around a restart, and counts it', () => {
    const told = story().turn('x', 0, 'A').isKilled(2).says('x', 'A').turn('x', 1, 'B').turn('x', 2, 'C')
    expect(told.verdict()).toMatchObject({ resent: 1, violations: [] })
  })

  test('finds a message that came twice although nothing was killed', () => {
    const told = story().turn('x', 0, 'A').says('x', 'A').turn('x', 1, 'B').turn('x', 2, 'C')
    expect(told.kinds()).toContain('doubled')
  })

  test('finds a repeated activity that was done twice: same words, another question', () => {
    const told = story().turn('x', 0, 'A').isKilled(2).says('x', 'A', 'another nonce')
    expect(told.turn('x', 1, 'B').turn('x', 2, 'C').kinds()).toContain('doubled')
  })

  test('finds a repeated activity that was done twice: the conversation goes astray', () => {
    const told = story().turn('x', 0, 'A').turn('x', 1, 'B').says('x', 'C').turn('x', 2, 'D')
    expect(told.kinds()).toEqual(expect.arrayContaining(['strange', 'doubled']))
  })

  test('finds an acknowledged activity that was never answered', () => {
    const told = story().turn('x', 0, 'A').sends('x', 1).acknowledges('x', 1).isKilled(2).turn('x', 2, 'C')
    expect(told.verdict().violations).toEqual([
      { kind: 'lost', conversation: 'x', what: 'step 1 was acknowledged and never answered' },
    ])
  })

  test('finds a service that died although nobody had killed it', () => {
    const told = story().turn('x', 0, 'A').turn('x', 1, 'B').turn('x', 2, 'C')
    told.did({ event: 'ended', boot: 'boot-1', code: 1, signal: null, asked: false })
    expect(told.verdict().violations).toEqual([{ kind: 'died', what: 'a service ended by itself: code 1' }])
  })

  test('finds a doubled reply also where another one is lost', () => {
    const told = story().turn('x', 0, 'A').says('x', 'A').turn('x', 1, 'B').sends('x', 2).acknowledges('x', 2)
    expect(told.kinds()).toEqual(['doubled', 'lost'])
  })

  test('finds replies in the wrong order', () => {
    const told = story().sends('x', 0).acknowledges('x', 0).turn('x', 1, 'B').says('x', 'A').turn('x', 2, 'C')
    expect(told.kinds()).toEqual(['disordered'])
  })

  test('finds an older message again after a newer one, even around a restart', () => {
    const told = story().turn('x', 0, 'A').turn('x', 1, 'B').isKilled(2).says('x', 'A').turn('x', 2, 'C')
    expect(told.kinds()).toContain('disordered')
  })

  test('allows one older message of a process that thaws, and not a second one', () => {
    const told = story()
      .turn('x', 0, 'A')
      .did({ event: 'freezing', boot: 'boot-1' })
      .turn('x', 1, 'B')
      .turn('x', 2, 'C')
    told.did({ event: 'thawing', boot: 'boot-1' }).says('x', 'A')
    expect(told.verdict()).toMatchObject({ resent: 1, mostResent: 1, violations: [] })
    expect(told.says('x', 'B').kinds()).toContain('disordered')
  })

  test('finds an older message of a process that thawed long ago', () => {
    const told = story().turn('x', 0, 'A').did({ event: 'freezing', boot: 'boot-1' }).turn('x', 1, 'B')
    told.did({ event: 'thawing', boot: 'boot-1' }).turn('x', 2, 'C')
    expect(told.says('x', 'A').kinds()).toContain('disordered')
  })

  test('finds an answer that belongs to another path', () => {
    expect(story().turn('x', 0, 'A').turn('x', 1, 'sorry').turn('x', 2, 'C').kinds()).toContain('strange')
  })

  test('calls a conversation unfinished that the client gave up', () => {
    expect(story().turn('x', 0, 'A').turn('x', 1, 'B').sends('x', 2).kinds()).toEqual(['unfinished'])
  })

  test('does not mind another case id', () => {
    const told = blank().begins('r', true).turn('r', 0, 'Case 7K3M-9QDX, step 2')
    expect(told.begins('x').turn('x', 0, 'Case QQ11-AB9Z, step 2').kinds()).toEqual([])
  })

  test('refuses a path without a reference', () => {
    expect(blank().begins('x').turn('x', 0, 'A').verdict).toThrow('no reference')
  })

  test('refuses a path whose replies cannot be told apart', () => {
    const told = story().begins('r2', true).turn('r2', 0, 'A').turn('r2', 1, 'A')
    expect(told.verdict).toThrow('all different')
  })

  test('counts the kills that hit an unacknowledged activity and those that hit an unsent reply', () => {
    const told = story().sends('x', 0).isKilled(2).fails('x', 0) // hits an unacknowledged one
    told.sends('x', 0).acknowledges('x', 0).isKilled(3).says('x', 'A') // hits an unsent one
    told.isKilled(4).turn('x', 1, 'B').turn('x', 2, 'C') // hits nothing
    expect(told.verdict()).toMatchObject({
      boots: 4,
      kills: 3,
      hitUnacknowledged: 1,
      hitUnsent: 1,
      repeated: 1,
      violations: [],
    })
  })

  test('an attempt made while the service was down is no hit', () => {
    const told = story()
      .did({ event: 'killing', boot: 'boot-1', instance: 0 })
      .sends('x', 0)
      .fails('x', 0)
      .starts(2)
    expect(told.turn('x', 0, 'A').turn('x', 1, 'B').turn('x', 2, 'C').verdict().hitUnacknowledged).toBe(0)
  })

  test('finds nothing in a hand-over that has one number and one card', () => {
    const told = handedOver().turn('x', 0, 'A').handsOver('x', 1, 'case', 'AAAA-1111')
    expect(told.verdict()).toMatchObject({ escalations: 2, violations: [] })
  })

  test('finds agents who were told twice, or never, of a hand-over', () => {
    const twice = handedOver().turn('x', 0, 'A').handsOver('x', 1, 'case', 'AAAA-1111').notices('AAAA-1111')
    expect(twice.kinds()).toEqual(['doubled'])
    expect(handedOver().turn('x', 0, 'A').turn('x', 1, 'case AAAA-1111').kinds()).toEqual(['lost'])
  })

  test('allows agents to be told twice around a restart', () => {
    const told = handedOver().turn('x', 0, 'A').handsOver('x', 1, 'case', 'AAAA-1111').isKilled(2)
    expect(told.notices('AAAA-1111').verdict()).toMatchObject({ resent: 1, violations: [] })
  })

  test('finds a case that got two numbers', () => {
    const told = handedOver().turn('x', 0, 'A BBBB-2222').handsOver('x', 1, 'case', 'AAAA-1111')
    expect(told.kinds()).toContain('doubled')
  })
})
