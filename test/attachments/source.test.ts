import { describe, expect, test } from 'vitest'
import { sourceOf } from '../../src/attachments/source.ts'
import { type Identity, readConfig } from '../../src/config.ts'
import { APP_ID, TENANT_ID } from '../support/issuer.ts'

const registered = identityWith({
  MICROSOFT_APP_ID: APP_ID,
  MICROSOFT_APP_TENANT_ID: TENANT_ID,
  MICROSOFT_APP_PASSWORD: 'kQ8~made-up-for-this-test-3f9',
})
const teams = 'https://smba.trafficmanager.net/emea/'
const pasted = `${teams}v3/attachments/0-frce-d1/views/original`
const shared =
  'https://contoso-my.sharepoint.com/personal/anna/_layouts/15/download.aspx?UniqueId=1f&tempauth=v1.eyJ~-_.%3D'

describe('a registered bot', () => {
  test('fetches a pasted picture from the connector that sent the message, with its token', () => {
    expect(sourceOf({ url: pasted, from: 'connector' }, teams, registered)).toMatchObject({ withToken: true })
  })

  test('fetches a shared file from the tenant’s SharePoint, without a token', () => {
    const source = sourceOf({ url: shared, from: 'link' }, teams, registered)
    expect(source).toMatchObject({ kind: 'source', withToken: false })
  })

  test('shows its token neither to SharePoint nor for a link to the connector', () => {
    expect(sourceOf({ url: shared, from: 'connector' }, teams, registered)).toMatchObject({
      withToken: false,
    })
    expect(sourceOf({ url: pasted, from: 'link' }, teams, registered)).toMatchObject({ withToken: false })
  })

  test.each([
    ['nothing', ''],
    ['a file of this machine', 'file:///etc/passwd'],
    ['the bytes themselves', 'data:image/png;base64,iVBORw0KGgo='],
    ['plain http', 'http://smba.trafficmanager.net/emea/v3/attachments/1'],
    ['SharePoint over plain http', 'http://contoso.sharepoint.com/a.log'],
    ['another port', 'https://smba.trafficmanager.net:8443/emea/v3/attachments/1'],
    ['another port of SharePoint', 'https://contoso.sharepoint.com:8443/a.log'],
    [
      'another connector than that of the message',
      'https://smba.infra.gcc.teams.microsoft.com/v3/attachments/1',
    ],
    ['another name at Traffic Manager', 'https://evil.trafficmanager.net/emea/v3/attachments/1'],
    ['a name that begins alike', 'https://smba.trafficmanager.net.evil.example/v3/attachments/1'],
    ['a name that ends alike', 'https://evilsharepoint.com/a.log'],
    ['a name below a tenant', 'https://a.contoso.sharepoint.com/a.log'],
    ['SharePoint as a name further down', 'https://contoso.sharepoint.com.evil.example/a.log'],
    ['a dot at the end', 'https://contoso.sharepoint.com./a.log'],
    ['a user in front', 'https://contoso.sharepoint.com@evil.example/a.log'],
    ['a user of the right host', 'https://me:you@contoso.sharepoint.com/a.log'],
    ['a backslash', 'https://evil.example\\@contoso.sharepoint.com/a.log'],
    ['a tab', 'https://contoso.sharepoint.com\t.evil.example/a.log'],
    ['a percent sign in the name', 'https://contoso%2esharepoint.com/a.log'],
    ['loopback', 'https://127.0.0.1/a.log'],
    ['loopback by name', 'http://localhost/a.log'],
    ['loopback as one number', 'https://2130706433/a.log'],
    ['loopback in hexadecimal', 'https://0x7f000001/a.log'],
    ['loopback in IPv6', 'https://[::1]/a.log'],
    ['loopback mapped into IPv6', 'https://[::ffff:127.0.0.1]/a.log'],
    ['the address of the cloud’s metadata', 'http://169.254.169.254/metadata/instance'],
    ['a private address', 'https://10.0.0.7/a.log'],
    ['an endless address', `https://contoso.sharepoint.com/${'a'.repeat(9_000)}`],
  ])('does not connect to %s', (_, url) => {
    expect(sourceOf({ url, from: 'connector' }, teams, registered)).toMatchObject({ kind: 'refused' })
    expect(sourceOf({ url, from: 'link' }, teams, registered)).toMatchObject({ kind: 'refused' })
  })

  test('does not take the service address of the message for granted', () => {
    const forged = 'https://evil.example/'
    const source = sourceOf({ url: `${forged}v3/attachments/1`, from: 'connector' }, forged, registered)
    expect(source).toMatchObject({ kind: 'refused' })
  })
})

describe('local mode', () => {
  const local = identityWith({})
  const chat = 'http://127.0.0.1:56150/'

  test('fetches from the chat program on this machine', () => {
    expect(sourceOf({ url: `${chat}v3/attachments/1`, from: 'connector' }, chat, local).kind).toBe('source')
  })

  test.each([
    ['another program on this machine', 'http://127.0.0.1:5432/'],
    ['Teams', pasted],
    ['SharePoint', shared],
  ])('does not connect to %s', (_, url) => {
    expect(sourceOf({ url, from: 'link' }, chat, local).kind).toBe('refused')
  })
})

function identityWith(env: Readonly<Record<string, string>>): Identity {
  return readConfig(env).identity
}
