import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { connectorTokens } from '../../src/bot/channel.ts'
import type { Identity } from '../../src/config.ts'

const trust = { appId: 'bot', allowedTenants: [], issuer: 'i', metadata: 'm', connectorHosts: [] }

test('in local mode there is no token, with a trust file a fixed one', async () => {
  expect(await connectorTokens({ kind: 'local' }).get()).toBeUndefined()
  const trusted = connectorTokens({ kind: 'trusted', ...trust, tenantId: 'contoso' })
  expect(await trusted.get()).toBe(await trusted.get())
})

test.each(['SingleTenant', 'MultiTenant'] as const)(
  'a %s bot signs in at Microsoft, through the proxy of the environment',
  async type => {
    const asked: (string | undefined)[] = []
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url)
      socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
    })
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`)
    onTestFinished(() => {
      vi.unstubAllEnvs()
      proxy.close()
    })
    const bot: Identity = { kind: 'azure', type, ...trust, tenantId: 'contoso', password: 'a-secret' }
    const failure = await connectorTokens(bot).get().catch(String)
    expect(asked[0]).toBe('login.microsoftonline.com:443')
    expect(failure).not.toContain('a-secret')
  },
)
