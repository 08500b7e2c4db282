/** Content folders on the real disk, and the article that the tests break in one place each. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { type Library, readLibrary } from '../../src/knowledge/library.ts'

/** Files by path below the folder. */
export type Files = Readonly<Record<string, string>>

/** Writes the files into a new folder that is gone after the test. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-knowledge-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

export const codes = JSON.stringify([{ id: 'ras:809', meaning: 'the server does not respond' }])

/** The article of the design, word for word. */
export const structure = `source: en                      # the language the others are translated from
applies-to: [windows-10, windows-11]
signatures: [ras:809]
causes: { path-blocked: 0.6, server-down: 0.4 }          # priors
steps:
  other-network:                # a question that separates causes
    by: employee                # employee | local-admin | helpdesk
    minutes: 3
    answers: { works: { rules-out: server-down }, fails: { rules-out: path-blocked } }
  restart-gateway:
    by: helpdesk
    minutes: 10
    risk: medium
    fixes: { server-down: 0.8 } # P(fixed | cause)
`

export const english = `---
title: The VPN server does not answer
phrases: [vpn times out at home, "809 again"]
---
Your computer calls, nobody picks up.

# other-network
Use your phone's hotspot. In {ui:vpn-settings}, connect {org:vpn-name}.
## done-when
It shows {ui:connected}.
## works
Works there
## fails
Same there

# restart-gateway
Restart IKE on {org:gateway}.
## undo
Fail over to the standby.
`

export const german = `---
title: Der VPN-Server antwortet nicht
phrases: [vpn läuft zuhause in die zeit]
---
Ihr Rechner ruft, niemand nimmt ab.

# other-network
Nehmen Sie den Hotspot Ihres Handys. Verbinden Sie {org:vpn-name} in {ui:vpn-settings}.
## done-when
Es steht dort {ui:connected}.
## works
Dort geht es
## fails
Dort auch nicht

# restart-gateway
Starten Sie IKE neu ({org:gateway}).
## undo
Auf das Ersatzgerät umschalten.
`

const glossary = `vpn-settings: { en: Settings > VPN, de: Einstellungen > VPN }
connected: { en: Connected, de: Verbunden }
`
const organisation = `vpn-name: { en: your VPN connection, de: Ihre VPN-Verbindung }
gateway: the gateway
`

/** A shipped folder with that one article in English and German, and some files changed or added. */
export function shipped(changed: Files = {}): string {
  return folderOf({
    'codes.json': codes,
    'ipsec/glossary.yaml': glossary,
    'ipsec/organisation.yaml': organisation,
    'ipsec/server-does-not-answer/article.yaml': structure,
    'ipsec/server-does-not-answer/en.md': english,
    'ipsec/server-does-not-answer/de.md': german,
    ...changed,
  })
}

/** Puts a changed file of the article into a shipped folder. */
export function shippedWith(file: string, text: string): string {
  return shipped({ [`ipsec/server-does-not-answer/${file}`]: text })
}

/** The problems of a folder, without the part of the path that changes from test to test. */
export function problemsOf(...folders: readonly string[]): readonly string[] {
  try {
    readLibrary({ folders })
    return []
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    return thrown.problems.map(problem =>
      folders.reduce((text, folder) => text.replaceAll(`${folder}/`, ''), problem),
    )
  }
}

export function libraryOf(...folders: readonly string[]): Library {
  return readLibrary({ folders })
}
