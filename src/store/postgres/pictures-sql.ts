/**
 * The part of a commit that is about pictures. Few turns bring one, or delete a message that may have brought one; all
 * other statements go without it.
 */
import type { TurnJob } from '../sqlite/jobs.ts'

export const picturesSql = `
picture AS (
  SELECT * FROM unnest($30::int[], $31::text[], $32::text[], $33::bytea[])
    WITH ORDINALITY AS p (n, name, media_type, bytes, position)
),
pictured AS (
  INSERT INTO pictures (case_id, name, media_type, bytes, activity_id, at)
  SELECT turn.case_id, picture.name, picture.media_type, picture.bytes, turn.activity_id, turn.at
    FROM picture JOIN gate USING (n) JOIN turn USING (n) ORDER BY picture.position
),
dropped AS (
  DELETE FROM pictures p USING gate JOIN turn USING (n) JOIN cases c ON c.conversation = gate.id
   WHERE turn.edited_text = '' AND p.case_id = c.id AND p.activity_id = turn.edited_id
),`

export function isAboutPictures({ pictures, edited }: TurnJob): boolean {
  return pictures !== null || edited?.[0] === ''
}
