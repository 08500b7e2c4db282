/**
 * What Deskhand is measured against: restify and CloudAdapter as the framework's samples put them together, with the
 * framework's own authentication, a text echoed through its own connector client, and nothing else.
 */
import { readFileSync } from 'node:fs'
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type Request,
} from 'botbuilder'
import { ServiceClientCredentialsFactory } from 'botframework-connector'
import { collectDefaultMetrics, register } from 'prom-client'
import restify from 'restify'

const trust = JSON.parse(readFileSync(process.env.TRUST_FILE ?? '', 'utf8')) as {
  appId: string
  tenantId: string
  issuer: string
  metadata: string
}

/** Stands in for the login service, which MSAL would only ask over https; a real bot caches its token, too. */
class Credentials extends ServiceClientCredentialsFactory {
  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === trust.appId
  }
  override async isAuthenticationDisabled(): Promise<boolean> {
    return false
  }
  override async createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    return {
      async signRequest(request) {
        request.headers.set('authorization', 'Bearer token-of-the-bot')
        return request
      },
    }
  }
}

/** Setting one of these leaves all others undefined, so all are set. */
const options: ConfigurationBotFrameworkAuthenticationOptions = {
  MicrosoftAppId: trust.appId,
  MicrosoftAppTenantId: trust.tenantId,
  ValidateAuthority: false,
  ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${trust.tenantId}`,
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: trust.issuer,
  OAuthUrl: 'https://token.botframework.com/',
  ToBotFromChannelOpenIdMetadataUrl: trust.metadata,
  ToBotFromEmulatorOpenIdMetadataUrl: trust.metadata,
  CallerId: 'urn:botframework:azure',
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(options, new Credentials()))
const server = restify.createServer()
collectDefaultMetrics()

server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as Request, response, async context => {
    await context.sendActivity(`Echo: ${context.activity.text}`)
  })
})
server.get('/metrics', async (_request, response) => {
  response.sendRaw(200, await register.metrics(), { 'content-type': register.contentType })
})
server.get('/healthz', async (_request, response) => {
  response.send(200, { pid: process.pid, boot: 'echo' })
})
server.get('/readyz', async (_request, response) => {
  response.send(200, {})
})
// Node's 5 s would cut connections that the load generator is about to use.
server.server.keepAliveTimeout = 65_000
server.listen(Number(process.env.PORT), '127.0.0.1')
