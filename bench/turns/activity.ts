/** A message as Teams posts it. */
export interface Sender {
  readonly appId: string
  readonly tenantId: string
  readonly serviceUrl: string
}

export function message(to: Sender, conversation: string, id: string, text: string): string {
  return JSON.stringify({ ...envelope(to, conversation, id), type: 'message', text, textFormat: 'plain' })
}

/** A pressed button, as Teams posts it. */
export function press(to: Sender, conversation: string, id: string, nonce: string, choice: string): string {
  const action = { type: 'Action.Execute', verb: 'answer', data: { nonce, choice } }
  const value = { action, trigger: 'manual' }
  return JSON.stringify({
    ...envelope(to, conversation, id),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value,
  })
}

function envelope(to: Sender, conversation: string, id: string) {
  return {
    id,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: to.serviceUrl,
    from: { id: `29:${conversation}`, aadObjectId: conversation, name: 'Anna Beispiel' },
    conversation: { id: conversation, conversationType: 'personal', tenantId: to.tenantId },
    recipient: { id: `28:${to.appId}`, name: 'Deskhand' },
    channelData: { tenant: { id: to.tenantId } },
    entities: [{ type: 'clientInfo', locale: 'de-DE', country: 'DE', platform: 'Windows' }],
    locale: 'de-DE',
  }
}
