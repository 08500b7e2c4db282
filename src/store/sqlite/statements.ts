/** Every statement that runs with a turn: prepared once, used for ever. All others are in ../queries.ts. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** On the event loop. One query finds everything that a turn needs. */
export const readSql = {
  load: `
    SELECT v.version, v.address, c.state, i.answered
      FROM conversations v
      JOIN cases c ON c.id = v.case_id
      LEFT JOIN inbox i ON i.conversation = v.id AND i.activity_id = ?
     WHERE v.key = ?`,
  sentCard: `
    SELECT s.activity_id
      FROM conversations v
      JOIN sent_cards s ON s.conversation = v.id AND s.nonce = ?
     WHERE v.key = ?`,
}

/** In the writer. */
export const writeSql = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  beginJob: 'SAVEPOINT job',
  endJob: 'RELEASE job',
  undoJob: 'ROLLBACK TO job',

  beginConversation: `
    INSERT INTO conversations (key, address, case_id, version) VALUES (?, ?, ?, 1)
    ON CONFLICT DO NOTHING RETURNING id`,
  moveConversation: `
    UPDATE conversations SET version = version + 1, address = ?, case_id = ?
     WHERE key = ? AND version = ? RETURNING id`,
  answered: `
    SELECT i.answered
      FROM conversations v
      JOIN inbox i ON i.conversation = v.id AND i.activity_id = ?
     WHERE v.key = ?`,
  takeIn: `
    INSERT INTO inbox (conversation, activity_id, answered, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  fireTimer: 'DELETE FROM timers WHERE conversation = ? AND name = ? AND at <= ?',
  saveCase: `
    INSERT INTO cases
      (id, conversation, owner, topic, language, opened_at, updated_at, waiting_since, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      owner = excluded.owner, topic = excluded.topic, language = excluded.language,
      opened_at = excluded.opened_at, updated_at = excluded.updated_at,
      waiting_since = excluded.waiting_since, state = excluded.state
    WHERE conversation = excluded.conversation`,

  addLine: 'INSERT INTO transcript (case_id, "from", text, activity_id, at) VALUES (?, ?, ?, ?, ?)',
  editLine: `
    UPDATE transcript SET text = ?
     WHERE activity_id = ? AND case_id IN (SELECT id FROM cases WHERE conversation = ?)`,
  addPicture: `
    INSERT INTO pictures (case_id, activity_id, at, name, media_type, bytes) VALUES (?, ?, ?, ?, ?, ?)`,
  dropPictures: `
    DELETE FROM pictures
     WHERE activity_id = ? AND case_id IN (SELECT id FROM cases WHERE conversation = ?)`,
  addOutbound: 'INSERT INTO outbox (conversation, outbound, at) VALUES (?, ?, ?)',
  clearTimers: 'DELETE FROM timers WHERE conversation = ?',
  setTimer: `
    INSERT INTO timers (conversation, name, at) VALUES (?, ?, ?)
    ON CONFLICT (conversation, name) DO UPDATE SET at = excluded.at`,

  keepCard: `
    INSERT INTO sent_cards (conversation, nonce, activity_id, at)
    SELECT conversation, ?, ?, at FROM outbox WHERE id = ?
    ON CONFLICT (conversation, nonce) DO UPDATE SET activity_id = excluded.activity_id`,
  setAside: `
    INSERT INTO dead_letters (id, conversation, outbound, reason, at)
    SELECT id, conversation, outbound, ?, at FROM outbox WHERE id = ?`,
  /** Of an address that the employee was not heard of since. */
  markGone: `
    UPDATE conversations SET address = ?3
     WHERE id = (SELECT conversation FROM outbox WHERE id = ?1) AND address = ?2`,
  dropOutbound: 'DELETE FROM outbox WHERE id = ?',
  sendAgain: `
    INSERT INTO outbox (conversation, outbound, at)
    SELECT conversation, outbound, at FROM dead_letters WHERE id = ?`,
  /** The operator wants it tried. What is marked ends with the mark, see jobs.ts. */
  tryAgain: `
    UPDATE conversations SET address = replace(address, ',"gone":true}', '}')
     WHERE id = (SELECT conversation FROM dead_letters WHERE id = ? AND outbound NOT LIKE '{"kind":"notice"%')`,
  dropLetter: 'DELETE FROM dead_letters WHERE id = ?',

  forgetInbox: `
    DELETE FROM inbox WHERE (conversation, activity_id) IN
      (SELECT conversation, activity_id FROM inbox WHERE at < ? LIMIT 500)`,
  forgetCards: `
    DELETE FROM sent_cards WHERE (conversation, nonce) IN
      (SELECT conversation, nonce FROM sent_cards WHERE at < ? LIMIT 500)`,

  probe: "INSERT OR REPLACE INTO meta (name, value) VALUES ('probe', hex(zeroblob(?)))",
}

export type Statements<Sql> = Readonly<Record<keyof Sql, StatementSync>>

export function prepareAll<Sql extends Record<string, string>>(db: DatabaseSync, sql: Sql): Statements<Sql> {
  const prepared = Object.entries(sql).map(([name, text]) => [name, db.prepare(text)] as const)
  return Object.fromEntries(prepared) as Statements<Sql>
}
