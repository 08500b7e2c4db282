/** A deciding code starts one article at once, so it can decide for one only. */
import type { TopicId } from '../../article.ts'
import { type Desk, fieldLine } from '../desk.ts'
import type { Rule } from '../problem.ts'

export const claimedSignature: Rule = {
  name: 'claimed-signature',
  *find({ sheets }: Desk) {
    const owners = new Map<string, TopicId>()
    for (const { article, file, yaml } of sheets) {
      for (const signature of article.signatures) {
        const owner = owners.get(signature)
        owners.set(signature, owner ?? article.id)
        if (owner === undefined) continue
        const message =
          owner === article.id
            ? `"${signature}" is listed twice`
            : `"${signature}" already decides for the article ${owner}`
        const cure =
          'Keep it in one article and make it a hint in the other, or say when it counts: "@phase1", "@phase2" or "@ipsec".'
        yield { file, line: fieldLine(yaml, ['signatures']), message, cure }
      }
    }
  },
}
