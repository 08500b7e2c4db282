/** What counts as asking an employee for too much, in each language, and what does not. */
import { describe, expect, test } from 'vitest'
import { readAsks } from '../../../src/knowledge/lint/asks.ts'

const asks = readAsks()

const needsRights = [
  ['en', 'Open the command prompt as an administrator.'],
  ['en', 'If that does not help, restart the service.'],
  ['en', 'Ask a colleague for the administrator’s password.'],
  ['en', 'Uninstall the other VPN client.'],
  ['en', 'Open the Registry Editor.'],
  ['de', 'Starten Sie die Eingabeaufforderung als Administrator.'],
  ['de', 'Wenn das nicht hilft, starten Sie den Dienst neu.'],
  ['de', 'Halten Sie den IPsec-Richtlinien-Agent an.'],
  ['de', 'Den alten Treiber bitte deinstallieren.'],
  ['fr', 'Ouvrez l’invite de commandes en tant qu’administrateur.'],
  ['fr', 'Si cela n’aide pas, redémarrez le service.'],
  ['fr', 'Désinstallez l’autre logiciel.'],
  ['it', 'Apra il prompt dei comandi come amministratore.'],
  ['it', 'Se non basta, riavvii il servizio.'],
  ['it', 'Disinstalli il programma.'],
] as const

const dangers = [
  ['en', 'Turn the firewall off for a minute.', 'switching off a protection'],
  ['en', 'If nothing else helps, disable your antivirus.', 'switching off a protection'],
  ['en', 'Disable the IPsec Policy Agent.', 'disabling a service of IPsec'],
  ['en', 'Delete the old certificate.', 'deleting certificates, keys or policies'],
  ['en', 'Import the certificate from the mail.', 'importing a certificate'],
  ['en', 'Ignore the certificate warning.', 'switching off a check'],
  ['en', 'Change the registry value to 2.', 'a change in the registry'],
  ['en', 'Write your password here.', 'giving out a secret'],
  ['en', 'Remove the computer from the domain.', 'leaving the domain'],
  ['de', 'Schalten Sie kurz die Firewall aus.', 'switching off a protection'],
  ['de', 'Beenden Sie den Virenscanner.', 'switching off a protection'],
  ['de', 'Deaktivieren Sie den Dienst.', 'disabling a service of IPsec'],
  ['de', 'Löschen Sie das Zertifikat.', 'deleting certificates, keys or policies'],
  ['de', 'Importieren Sie das Zertifikat aus der Mail.', 'importing a certificate'],
  ['de', 'Schalten Sie die Überprüfung ab.', 'switching off a check'],
  ['de', 'Ändern Sie den Wert in der Registrierung.', 'a change in the registry'],
  ['de', 'Schicken Sie den Schlüssel in diesem Chat.', 'giving out a secret'],
  ['de', 'Nehmen Sie den Rechner aus der Domäne.', 'leaving the domain'],
  ['fr', 'Désactivez le pare-feu.', 'switching off a protection'],
  ['fr', 'Désactivez le service.', 'disabling a service of IPsec'],
  ['fr', 'Supprimez le certificat.', 'deleting certificates, keys or policies'],
  ['fr', 'Importez le certificat reçu.', 'importing a certificate'],
  ['fr', 'Désactivez la vérification.', 'switching off a check'],
  ['fr', 'Modifiez la valeur dans le registre.', 'a change in the registry'],
  ['fr', 'Envoyez le mot de passe ici.', 'giving out a secret'],
  ['fr', 'Retirez l’ordinateur du domaine.', 'leaving the domain'],
  ['it', 'Disattivi il firewall.', 'switching off a protection'],
  ['it', 'Disabiliti il servizio.', 'disabling a service of IPsec'],
  ['it', 'Elimini il certificato.', 'deleting certificates, keys or policies'],
  ['it', 'Importi il certificato.', 'importing a certificate'],
  ['it', 'Disattivi la verifica.', 'switching off a check'],
  ['it', 'Modifichi il valore nel registro di sistema.', 'a change in the registry'],
  ['it', 'Scriva la password in questa chat.', 'giving out a secret'],
  ['it', 'Rimuova il computer dal dominio.', 'leaving the domain'],
] as const

const harmless = [
  ['en', 'Only look; changing them needs administrator’s rights.'],
  ['en', 'That log opens with administrator’s rights only.'],
  ['en', 'Never turn the firewall off.'],
  ['en', 'Do not stop, disable or delete the service.'],
  ['en', 'Do not stop, change, disable, or delete the service.'],
  ['en', 'Only look, please; delete and import nothing.'],
  ['en', 'What does it say at the date of the certificate?'],
  ['en', 'Press Windows key + R, type `cmd` and write here what you see.'],
  ['de', 'Das Protokoll öffnet sich nur mit Administratorrechten.'],
  ['de', 'Schalten Sie die Firewall nicht aus.'],
  ['de', 'Bitte keine Zertifikate löschen oder importieren.'],
  ['de', 'Öffnen Sie das Start-Menü.'],
  ['fr', 'Ne désactivez pas le pare-feu.'],
  ['fr', 'Ce journal ne s’ouvre qu’avec des droits d’administrateur.'],
  ['fr', 'N’envoyez jamais le mot de passe ici.'],
  ['it', 'Non disattivi il firewall.'],
  ['it', 'Non elimini né importi certificati.'],
  ['it', 'Il registro si apre solo con diritti di amministratore.'],
] as const

test.each(needsRights)('%s: "%s" needs rights', (language, text) => {
  expect(asks.rights(text, language)).toBeDefined()
})

test.each(dangers)('%s: "%s" does harm', (language, text, what) => {
  expect(asks.danger(text, language)).toBe(what)
})

test.each(harmless)('%s: "%s" asks for nothing', (language, text) => {
  expect([asks.command(text, language), asks.rights(text, language), asks.danger(text, language)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

describe('commands', () => {
  test.each([
    ['Type `netsh wfp capture start`.', 'netsh'],
    ['Open certlm.msc.', 'certlm.msc'],
    ['Run `Restart-Service IKEEXT`.', 'restart-service'],
    ['Run `Set-VpnConnectionIPsecConfiguration -Name x`.', 'set-vpnconnectionipsecconfiguration'],
    ['```\nsc.exe config IKEEXT start= disabled\n```', 'sc.exe config'],
  ])('%s', (text, found) => {
    for (const language of ['en', 'de', 'fr', 'it', 'es']) expect(asks.command(text, language)).toBe(found)
  })

  test.each([
    '`services.msc`',
    '`certmgr.msc`',
    '`eventvwr.msc`',
    '`gpresult /r`',
    '`winver`',
    '`sc query IKEEXT`',
  ])('%s only looks', text => {
    expect(asks.command(`Type ${text} and press Enter.`, 'en')).toBeUndefined()
  })
})

test('what is never advised may be forbidden', () => {
  expect(asks.never('Set `DisableIKENameEkuCheck` to 1.', 'en')).toBeDefined()
  expect(asks.never('Never set `DisableIKENameEkuCheck`.', 'en')).toBeUndefined()
  expect(asks.never('Setzen Sie `AllowPPTPWeakCrypto` nicht.', 'de')).toBeUndefined()
})
