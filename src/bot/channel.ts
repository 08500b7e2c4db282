/**
 * The only file that knows the Bot Framework SDK. Inbound activities go through botbuilder's adapter with the verdict of
 * our own guard; nothing is ever sent through the SDK (delivery.ts sends). The SDK's credentials bring the token.
 */
import { setGlobalProxyFromEnv } from 'node:http'
import {
  type Activity,
  CloudAdapter,
  INVOKE_RESPONSE_KEY,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder'
import {
  AppCredentials,
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  ConnectorClient,
  type ConnectorFactory,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  MicrosoftAppCredentials,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
  UserTokenClient,
} from 'botframework-connector'
import type { Identity } from '../config.ts'
import { toInbound } from './activity.ts'
import { type AnswerOptions, createAnswer } from './answer.ts'
import { cachedTokens, fixedToken, noTokens, type Tokens } from './credentials.ts'
import type { Verdict } from './guard.ts'
import type { Channel } from './server.ts'

export type ChannelOptions = AnswerOptions

/**
 * `process` answers 200 when the event is committed; a pressed Action.Execute with the card that replaces it. It rejects
 * with AppError: 'bad-request' for an activity that cannot be read, 'busy' when nothing was committed.
 */
export function createChannel(options: ChannelOptions): Channel {
  const adapter = new VerdictAdapter(new VerdictAuthentication())
  const answer = createAnswer(options)
  const now = options.now ?? Date.now
  return {
    async process(req, res, verdict) {
      const arrived = toInbound(req.body, now())
      const response = await adapter.run(req.body, verdict, async context => {
        const isInvoke = context.activity.type === 'invoke'
        const body = await answer(arrived, isInvoke)
        if (isInvoke) context.turnState.set(INVOKE_RESPONSE_KEY, { value: { status: 200, body } })
      })
      res.send(response?.status ?? 200, response?.body)
    },
  }
}

class VerdictAdapter extends CloudAdapter {
  run(activity: Activity, verdict: Verdict, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(believed(verdict), activity, logic)
  }

  /** What is said is committed first and sent by the outbox; a way past it must not exist. */
  override sendActivities(): Promise<ResourceResponse[]> {
    return Promise.reject(new Error('Say it in the turn: the outbox sends.'))
  }
}

/** The guard has checked the token; the SDK is told and does not check again. */
function believed({ mode, claims }: Verdict): AuthenticateRequestResult {
  const list = Object.entries(claims).map(([type, value]) => ({ type, value }))
  return {
    audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
    claimsIdentity: new ClaimsIdentity(list, mode === 'local' ? 'anonymous' : 'guard'),
    connectorFactory: noConnector,
  }
}

/** The SDK builds a connector client and a user-token client for each turn; ours are made once and send nothing. */
class VerdictAuthentication extends BotFrameworkAuthentication {
  override authenticateRequest(): Promise<AuthenticateRequestResult> {
    return refuse()
  }
  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return refuse()
  }
  override createConnectorFactory(): ConnectorFactory {
    return noConnector
  }
  override createUserTokenClient(): Promise<UserTokenClient> {
    return noUserTokens
  }
}

class NoUserTokens extends UserTokenClient {
  override getUserToken = refuse
  override getSignInResource = refuse
  override signOutUser = refuse
  override getTokenStatus = refuse
  override getAadTokens = refuse
  override exchangeToken = refuse
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('The SDK neither checks tokens nor calls out here.'))
}

const silent = Promise.resolve(
  new ConnectorClient(MicrosoftAppCredentials.Empty, { httpClient: { sendRequest: refuse } }),
)
const noConnector: ConnectorFactory = { create: () => silent }
const noUserTokens = Promise.resolve(new NoUserTokens())

/** The token for the connector, by the SDK's own credentials of a registered bot. */
export function connectorTokens(identity: Identity): Tokens {
  switch (identity.kind) {
    case 'local':
      return noTokens
    case 'trusted':
      return fixedToken('of-the-trust-file')
    case 'azure':
      return registeredTokens(identity)
  }
}

type Registration = Extract<Identity, { kind: 'azure' }>

/** The sign-in library knows no proxy of its own, but uses Node's global agents. */
function registeredTokens(identity: Registration): Tokens {
  setGlobalProxyFromEnv()
  const credentials = credentialsOf(identity)
  return cachedTokens(async fresh => (await credentials).getToken(fresh))
}

async function credentialsOf(identity: Registration): Promise<AppCredentials> {
  const credentials = await factoryOf(identity).createCredentials(
    identity.appId,
    AuthenticationConstants.ToChannelFromBotOAuthScope,
    AuthenticationConstants.ToChannelFromBotLoginUrlPrefix,
    true,
  )
  if (credentials instanceof AppCredentials) return credentials
  throw new Error('The SDK made credentials of an unknown kind.')
}

/** A multi-tenant registration signs in with the Bot Framework's own tenant, which the SDK takes when none is named. */
function factoryOf({
  type,
  appId,
  password = '',
  tenantId = '',
}: Registration): ServiceClientCredentialsFactory {
  switch (type) {
    case 'UserAssignedMSI':
      return new ManagedIdentityServiceClientCredentialsFactory(appId, new JwtTokenProviderFactory())
    case 'SingleTenant':
      return new PasswordServiceClientCredentialFactory(appId, password, tenantId)
    case 'MultiTenant':
      return new PasswordServiceClientCredentialFactory(appId, password)
  }
}
