/** What a service with authentication on needs to believe the test: an issuer, a trust file that names it, a token. */
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { APP_ID, startIssuer, TENANT_ID, trustFile } from './issuer.ts'

export interface Trust {
  readonly appId: string
  readonly tenantId: string
  /** Where the bot's messages go to; the token vouches for it. */
  readonly serviceUrl: string
  /** For TRUST_FILE. */
  readonly file: string
  readonly token: string
  close(): Promise<void>
}

export async function openTrust(connectorPort: number): Promise<Trust> {
  const host = `127.0.0.1:${connectorPort}`
  const serviceUrl = `http://${host}/`
  const issuer = await startIssuer()
  const file = trustFile(issuer, [host])
  const token = await issuer.sign({ serviceurl: serviceUrl })
  const remove = () => rmSync(dirname(file), { recursive: true, force: true })
  process.once('exit', remove) // Also after Control-C.
  const close = async () => {
    process.off('exit', remove)
    remove()
    await issuer.close()
  }
  return { appId: APP_ID, tenantId: TENANT_ID, serviceUrl, file, token, close }
}
