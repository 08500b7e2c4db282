/**
 * Which pictures are kept for the agent. What could not be read could not be looked through either, so only a picture
 * that became text can be kept, and only when no secret was found in that text.
 */
import type { Advanced, Case } from '../dialogs/types.ts'
import { redact } from '../privacy/redact.ts'
import type { Picture } from '../store/records.ts'
import type { Attached, Inbound } from './inbound.ts'
import { takenBack, withdrawn } from './withdrawn.ts'

/** Of one case; the first ones stay, because they show what it began with. */
const mostPictures = 5

export interface Pictured {
  readonly advanced: Advanced
  readonly pictures?: readonly Picture[]
}

/** `typed`: what was written beside the pictures, before it was redacted. */
export function harmless(files: readonly Attached[], typed: string): readonly Picture[] {
  return files.flatMap(({ name, read }) =>
    read?.kind === 'text' && read.picture && isHarmless(read.text, typed)
      ? [{ name: redact(name).text, ...read.picture }]
      : [],
  )
}

/** By itself, and below the words: "my password:" may stand in the one, and the password in the other. */
function isHarmless(text: string, typed: string): boolean {
  return [text, `${typed}\n${text}`].every(whole => redact(whole).text.endsWith(text))
}

/** The case remembers which message each of its pictures came with. */
export function withPictures(advanced: Advanced, inbound: Inbound, found: readonly Picture[]): Pictured {
  const { activityId = inbound.late?.of ?? '' } = inbound
  const gone = takenBack(inbound)
  if (gone !== undefined)
    return { advanced: { ...advanced, case: withdrawn(without(advanced.case, gone), gone) } }
  const known = advanced.case.pictures ?? []
  const pictures = found.slice(0, Math.max(0, mostPictures - known.length))
  if (pictures.length === 0) return { advanced }
  const all = [...known, ...pictures.map(() => activityId)]
  return { advanced: { ...advanced, case: { ...advanced.case, pictures: all } }, pictures }
}

function without({ pictures, ...rest }: Case, activityId: string): Case {
  const left = pictures?.filter(id => id !== activityId) ?? []
  return left.length > 0 ? { ...rest, pictures: left } : rest
}
