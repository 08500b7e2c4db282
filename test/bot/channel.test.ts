import { expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { teams } from '../support/teams.ts'

const press = { nonce: 'n-1', choice: 'no-change' }

test('a message is received with who, where, which language and what', async () => {
  const { posts, inbounds, connector } = await teams()
  expect(await posts({ id: 'm-7', text: 'vpn geht nicht' })).toEqual({ status: 200, body: undefined })
  expect(inbounds).toEqual([
    {
      conversation: 'contoso|a:personal|29:anna',
      activityId: 'm-7',
      at: expect.any(Number),
      locale: 'de-DE',
      address: {
        serviceUrl: connector.url,
        channelId: 'msteams',
        conversationId: 'a:personal',
        botId: '28:deskhand',
        employeeId: '29:anna',
        tenantId: 'contoso',
      },
      what: { kind: 'message', text: 'vpn geht nicht' },
    },
  ])
})

test('nothing is sent by the channel itself: the outbox sends', async () => {
  const { posts, connector } = await teams()
  await posts({ text: 'hello' })
  expect(connector.count).toBe(0)
})

test('a pressed button is answered with the card collapsed to one line', async () => {
  const { posts, inbounds } = await teams(() => ({ collapsed: '✓ Hotspot: no change' }))
  const { status, body } = await posts(executes(press))
  expect(status).toBe(200)
  expect(body).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: { type: 'AdaptiveCard', body: [{ inlines: [{ text: '✓ Hotspot: no change' }] }] },
  })
  expect(JSON.stringify(body)).not.toContain('Action.')
  expect(inbounds[0]?.what).toEqual({ kind: 'choice', ...press, answerable: true })
})

test('a button of a client without Action.Execute comes as a message, and only the outbox can collapse its card', async () => {
  const { posts, inbounds } = await teams(() => ({ collapsed: '✓' }))
  expect(await posts({ text: undefined, value: press })).toEqual({ status: 200, body: undefined })
  expect(inbounds[0]?.what).toEqual({ kind: 'choice', ...press, answerable: false })
})

test('a press that leaves nothing to collapse still gets an answer that Teams can show', async () => {
  const { posts } = await teams(() => ({}))
  expect((await posts(executes(press))).body).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
  })
})

test('what was not committed is not acknowledged', async () => {
  const { posts } = await teams(() => {
    throw new AppError('busy', 'The database does not answer.')
  })
  expect((await posts({})).status).toBe(503)
  expect((await posts(executes(press))).status).toBe(503)
})

test('the employee joins when the app is added, in each way that Teams says so', async () => {
  const { posts, inbounds } = await teams()
  await posts({ type: 'installationUpdate', action: 'add' })
  await posts({ type: 'conversationUpdate', membersAdded: [{ id: '28:deskhand' }] })
  await posts({ type: 'conversationUpdate', from: { id: '28:deskhand' }, membersAdded: [{ id: '29:anna' }] })
  await posts({ type: 'installationUpdate', action: 'remove' })
  expect(inbounds.map(({ what }) => what.kind)).toEqual(['joined', 'joined', 'joined', 'left'])
  expect(new Set(inbounds.map(({ conversation }) => conversation)).size).toBe(1)
})

test('an edit and a deletion name the message, under keys of their own', async () => {
  const { posts, inbounds } = await teams()
  const first = '2026-03-02T09:00:00Z'
  await posts({ id: 'm-1', text: 'vpn' })
  await posts({ id: 'm-1', type: 'messageUpdate', text: 'vpn, error 809', timestamp: first })
  await posts({ id: 'm-1', type: 'messageUpdate', text: 'error 809', timestamp: '2026-03-02T09:00:05Z' })
  await posts({ id: 'm-1', type: 'messageDelete', timestamp: first })
  expect(inbounds.slice(1).map(({ what }) => what)).toEqual([
    { kind: 'edited', of: 'm-1', text: 'vpn, error 809' },
    { kind: 'edited', of: 'm-1', text: 'error 809' },
    { kind: 'deleted', of: 'm-1' },
  ])
  expect(new Set(inbounds.map(({ activityId }) => activityId)).size).toBe(4)
})

test.each([
  ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
  ['an event of next year', { type: 'somethingNew', text: undefined }],
  ['an invoke that is no button', { type: 'invoke', name: 'composeExtension/query', value: {} }],
  ['an upgrade of the app', { type: 'installationUpdate', action: 'add-upgrade' }],
  ['a change of the chat’s name', { type: 'conversationUpdate', topicName: 'VPN' }],
])('%s is acknowledged and left alone', async (_, fields) => {
  const { posts, inbounds } = await teams()
  expect((await posts(fields)).status).toBe(200)
  expect(inbounds).toEqual([])
})

test.each([
  ['a text that is a number', { text: 5 }],
  ['no recipient', { recipient: undefined }],
  ['a button without a nonce', executes({ choice: 'fixed' })],
  ['a button whose choice is a list', { value: { nonce: 'n', choice: [] } }],
  ['an employee without id', { from: { name: 'Anna' } }],
  ['an endless id', { id: 'x'.repeat(5000) }],
  ['half a letter in the conversation', { conversation: { id: 'a\ud800' } }],
])('%s is a bad request, not a crash', async (_, fields) => {
  const { posts, inbounds } = await teams()
  expect((await posts(fields)).status).toBe(400)
  expect(inbounds).toEqual([])
})

test('files come along with the message; what Teams adds of its own is no file', async () => {
  const { posts, inbounds } = await teams()
  const html = { contentType: 'text/html', content: '<p></p>' }
  const downloadUrl = 'https://contoso-my.sharepoint.com/download.aspx?id=1'
  const log = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: 'https://contoso-my.sharepoint.com/personal/anna/vpn.log',
    name: 'vpn.log',
    content: { downloadUrl, fileType: 'log' },
  }
  const picture = {
    contentType: 'image/png',
    contentUrl: 'https://smba.trafficmanager.net/emea/v3/attachments/1',
  }
  await posts({ text: 'see the log', attachments: [html, log] })
  await posts({ text: undefined, attachments: [picture] })
  await posts({ text: '', attachments: [html] })
  expect(inbounds.map(({ what }) => what)).toEqual([
    { kind: 'message', text: 'see the log', files: [{ name: 'vpn.log', url: downloadUrl, from: 'link' }] },
    { kind: 'message', text: '', files: [{ name: 'image/png', url: picture.contentUrl, from: 'connector' }] },
    { kind: 'message', text: '' },
  ])
})

test('the language comes from the message, else from the client', async () => {
  const { posts, inbounds } = await teams()
  const entities = [{ type: 'clientInfo', locale: 'it-IT', platform: 'Android' }]
  await posts({ locale: 'fr-CH', entities })
  await posts({ locale: undefined, entities })
  await posts({ locale: '../../etc', entities: [] })
  expect(inbounds.map(({ locale }) => locale)).toEqual(['fr-CH', 'it-IT', undefined])
})

test('the typing sign shows only when a turn takes long', async () => {
  const slow = Promise.withResolvers<object>()
  const { posts, connector } = await teams(({ what }) =>
    what.kind === 'message' && what.text === 'slow' ? slow.promise : {},
  )
  await posts({ text: 'quick' })
  const answered = posts({ text: 'slow' })
  const [typing] = await connector.arrived(1)
  slow.resolve({})
  await answered
  expect(typing).toMatchObject({ conversation: 'a:personal', activity: { type: 'typing' } })
  expect(connector.count).toBe(1)
})

function executes(data: object): object {
  const value = { action: { type: 'Action.Execute', verb: 'answer', data }, trigger: 'manual' }
  return { type: 'invoke', name: 'adaptiveCard/action', text: undefined, value }
}
