import { expect, onTestFinished, test, vi } from 'vitest'
import { teams } from '../support/teams.ts'

const group = { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId: 'contoso', isGroup: true }
const channel = { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true }
const mention = { type: 'mention', text: '<at>Deskhand</at>', mentioned: { id: '28:deskhand' } }
const link = 'https://teams.microsoft.com/l/chat/0/0?users=28:deskhand'

test('in a group chat there is one line with a link into the personal chat, and no turn', async () => {
  const { posts, inbounds, connector } = await teams()
  const said = { conversation: group, text: '<at>Deskhand</at> vpn', entities: [mention] }
  expect(await posts(said)).toEqual({ status: 200, body: undefined })
  const [line] = await connector.arrived(1)
  expect(line).toMatchObject({
    conversation: group.id,
    activity: { type: 'message', textFormat: 'markdown', text: `[Schreiben Sie mir hier.](${link})` },
  })
  expect(line?.activity).not.toHaveProperty('attachments')
  expect(inbounds).toEqual([])
})

test('the line speaks the language of whoever asked', async () => {
  const { posts, connector } = await teams()
  await posts({ conversation: group, text: 'vpn', locale: 'en-GB' })
  const [line] = await connector.arrived(1)
  expect(line?.activity.text).toBe(`[Write to me here.](${link})`)
})

test('in a channel only a mention is answered', async () => {
  const { posts, inbounds, connector } = await teams()
  const thread = (n: number) => ({ ...channel, id: `19:team@thread.tacv2;messageid=${n}` })
  await posts({ conversation: thread(1), text: 'lunch?' })
  const ben = { ...mention, mentioned: { id: '29:ben' } }
  await posts({ conversation: thread(2), text: '<at>Ben</at> lunch?', entities: [ben] })
  await posts({ conversation: thread(3), text: '<at>Deskhand</at> vpn', entities: [mention] })
  const lines = await connector.arrived(1)
  expect(lines.map(({ conversation }) => conversation)).toEqual([thread(3).id])
  expect(inbounds).toEqual([])
})

test('however often the bot is mentioned, it says its line once a minute', async () => {
  const { posts, connector } = await teams()
  const other = { ...group, id: '19:other@thread.v2' }
  for (let i = 0; i < 5; i++) await posts({ conversation: group, text: 'vpn' })
  await posts({ conversation: other, text: 'vpn' })
  const lines = await connector.arrived(2)
  expect(lines.map(({ conversation }) => conversation)).toEqual([group.id, other.id])
})

test('the line is said again when the clock was set back for two hours', async () => {
  onTestFinished(() => void vi.useRealTimers())
  vi.useFakeTimers({ toFake: ['Date'] })
  const { posts, connector } = await teams()
  await posts({ conversation: group, text: 'vpn' })
  vi.setSystemTime(Date.now() - 7_200_000)
  await posts({ conversation: group, text: 'vpn' })
  await connector.arrived(2)
})

test('a button pressed where others can read has no effect but the line', async () => {
  const { posts, inbounds } = await teams()
  const value = { action: { type: 'Action.Execute', data: { nonce: 'n', choice: 'fixed' } } }
  const { body } = await posts({ type: 'invoke', name: 'adaptiveCard/action', conversation: group, value })
  expect(body).toMatchObject({
    type: 'application/vnd.microsoft.activity.message',
    value: 'Schreiben Sie mir hier.',
  })
  expect(inbounds).toEqual([])
})

test('being added to a team or a group says nothing', async () => {
  const { posts, inbounds, connector } = await teams()
  await posts({ type: 'conversationUpdate', conversation: channel, membersAdded: [{ id: '28:deskhand' }] })
  await posts({ type: 'installationUpdate', action: 'add', conversation: group })
  await posts({ type: 'messageUpdate', conversation: group, text: 'vpn' })
  expect(inbounds).toEqual([])
  expect(connector.count).toBe(0)
})

test('a line that could not be sent is logged', async () => {
  const { posts, connector, warnings } = await teams()
  connector.next({ status: 403 })
  await posts({ conversation: group, text: 'vpn' })
  await connector.arrived(1)
  await expect.poll(() => warnings).toEqual(['The link into the personal chat was not sent.'])
})
