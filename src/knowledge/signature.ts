/**
 * Error codes, event ids, names and dialog sentences in a text, as canonical ids.
 *
 *   "Fehler 809"  0x329  0x80070329  ERROR_VPN_TIMEOUT  "…weil der Remoteserver nicht antwortet"  ->  ras:809
 *
 * Numbers count only where the words around them speak of an error, an event or VPN, so that room 809 stays a room.
 * Where one code means different things, the scene qualifies it, and an article may name either form:
 *
 *   ikev2:NO-PROPOSAL-CHOSEN@phase1  in main mode, IKE_SA_INIT, phase 1 (in any language)
 *   ikev2:NO-PROPOSAL-CHOSEN@phase2  in quick mode, CHILD_SA, IKE_AUTH, phase 2
 *   win32:1068@ipsec                 beside the name of an IPsec service (IKEEXT, PolicyAgent, BFE)
 */
import type { SignatureId } from './article.ts'
import type { Codes } from './signature/codes.ts'
import { inOrder } from './signature/order.ts'
import { scan } from './signature/scan.ts'

export type { Code, Rank } from './signature/code.ts'
export { type Codes, readCodes } from './signature/codes.ts'

/**
 * Every code of the catalogue in the text, each once, the deciding one first: a cause before a general failure,
 * before a wrapper, before a notice; among equals the first in the text. A qualified id (`…@phase2`) stands
 * right before its plain one. Linear in the length of the text.
 */
export function readSignatures(codes: Codes, text: string): readonly SignatureId[] {
  return inOrder(scan(codes, text))
}

/** `ikev2:NO-PROPOSAL-CHOSEN@phase2` -> `ikev2:NO-PROPOSAL-CHOSEN`, the id of the catalogue. */
export function plainId(id: SignatureId): SignatureId {
  return id.replace(/@.*$/, '')
}
