/**
 * Labelled utterances, by the conversation's language. Each line: what it says, a bar, the utterance.
 * `language:de` is a wish for German, `-` is neither a request nor an answer.
 */
export interface Utterance {
  readonly language: string
  readonly expected: string
  readonly text: string
}

export const utterances: readonly Utterance[] = [
  ...table(
    'en',
    `
help | help
help | Help me please
help | I need help
help | what can you do?
back | back
back | go back please
back | previous step
skip | skip
skip | skip this step
skip | next step please
start-over | start over
start-over | let's start over
start-over | Can we start again?
status | status
status | what's the status of my ticket?
status | How long do I have to wait?
person | I want to speak to a human now please
person | human
person | agent please
person | can I talk to someone?
person | let me talk to a real person
person | get me a human
person | is there a real person here?
person | this is the third time it drops, I've had enough, I want to talk to someone
person | It still does not work and I want to speak to a person
person | nope, connect me to an agent
person | I don't want to talk to a bot
person | can someone call me
person | I want to speeak to a humann
language:de | german please
language:de | can we switch to German?
language:fr | do you speak French?
language | change language
restarting | I'm restarting now
restarting | ok, I'll restart my laptop now
restarting | brb
restarting | one moment please
thanks | thanks
thanks | thank you so much!
thanks | bye
greeting | hi
greeting | Hello there
greeting | good morning
insult | you are useless
insult | stupid bot
insult | fuck you
noise | ok
noise | 👍
noise | ...
noise | 😀😀
noise | ???
noise | done
noise | lol
yes | yes
yes | yep
yes | yeah sure
yes | that's right
no | no
no | nope
no | no thanks
no | not really
fixed | works now
fixed | it works!
fixed | it's working again
fixed | fixed
fixed | thanks, that did the trick
fixed | great, it works now, thank you
fixed | I restarted the router, works now
fixed | problem solved
fixed | I'm connected
fixed | yes it works
fixed | its workng now
no-change | still the same
no-change | nope same error
same | same
no-change | still not working
no-change | done, nothing changed
no-change | it didn't help
no-change | still error 809
no-change | no luck
no-change | doesn't work
no-change | ok did it. no change
same | I tried the hotspot, same thing
no-change | nothing happened
no-change | already tried that
different | now I get a different error
different | another error
different | something different now
different | it shows a new message
could-not | I can't do that
could-not | I don't have it at hand
could-not | I don't have admin rights
could-not | no permission
could-not | it's greyed out
could-not | I don't know how
could-not | cant find it
none | none of these
none | neither
back-again | it's back
back-again | after ten minutes it is back
back-again | it happened again
back-again | the problem is back again
- | the human resources portal is slow
- | my agent software crashes
- | the help desk portal does not open
- | does it work now?
- | is it fixed?
- | works now?
- | I spoke to a person yesterday about the vpn
- | if that doesn't work, I want to speak to a human
- | vpn is not working since this morning
- | the person next to me has the same laptop
- | how do I skip the login screen in Teams
- | my status in Teams is always offline
- | I cannot connect to the vpn from home
- | yesterday it worked with the hotspot
- | the back button of my browser is missing
- | please install the German language pack
- | works on my phone but not on the laptop
- | my printer speaks only German on the display
- | error 809
- | the language of my Windows is wrong
- | can you restart the server
- | thanks to the update my vpn is broken
- | the services are IKE, agent, BFE
person | I'd rather talk to a real person
person | can you put me through to someone please
person | I want a human being
person | get me someone from IT
person | speak to agent
person | talk to human
person | human!!!
person | give me a human
person | I need to talk to somebody
person | transfer me to support
person | could I please speak with a technician?
person | this bot is useless, let me talk to a human
person | enough. I want to talk to a person.
person | please call me
no-change | no, still not working
no-change | still doesn't work
no-change | still nothing
no-change | nothing has changed
no-change | no difference
no-change | same result
no-change | the same error again
no-change | it still says 809
no-change | didn't work
no-change | that didn't work
no-change | that did not help
no-change | doesn't help
no-change | no effect
same | unfortunately the same
no-change | restarted, still the same
no-change | I did that already
fixed | yes! works
fixed | it worked
fixed | ok it works now
fixed | perfect, it's working
fixed | that fixed it
fixed | that helped
fixed | all good now
fixed | solved, thanks
fixed | works fine now
fixed | working now :)
fixed | I can connect again
fixed | vpn is up
fixed | yay it works
could-not | I can't
could-not | can't do it, no admin rights
could-not | not possible
could-not | I am not allowed to change that
could-not | I don't have a hotspot
could-not | I have no permission
different | it's a different error now
different | the error changed to 13801
different | now it says something else
back-again | and it's gone again
back-again | it stopped working again
back-again | down again
language:es | spanish
language:de | Deutsch bitte
language:ko | korean please
skip | next
skip | can we skip this
back | undo
status | any update?
start-over | restart the conversation
restarting | let me restart
restarting | rebooting
restarting | I need to reboot my pc, brb
thanks | great thanks
thanks | ok thanks bye
greeting | hey there
yes | yes please
yes | y
yes | correct
no | n
no | no, not that
none | none of the above
- | what is phase 1?
- | how long does the vpn stay connected
- | I need a new laptop
- | can someone tell me why the vpn is so slow
- | someone deleted my file
- | person of contact is missing in the address book
- | help desk ticket tool shows an error
person | I would like to speak with a representative
person | is anyone human there?
person | no more bot, give me a person
person | please let me speak to someone from support
person | talk to a human being
person | Can a human help me please
person | I want a real person!
person | put me through to IT please
no-change | the error is the same
no-change | still no connection
no-change | same again
no-change | still failing with 809
no-change | rebooted the laptop but it is still the same
no-change | I'm still not connected
no-change | it hasn't changed anything
no-change | not fixed
no-change | i tried that before
no-change | doesnt work either
fixed | awesome, that worked
fixed | it is working now
fixed | yes fixed
fixed | okay it's solved
fixed | vpn connected!
fixed | hurray works again
could-not | I'm not an admin
could-not | it says access denied
could-not | I can't find that setting
could-not | I don't understand
different | new error message
different | I see another error now
back-again | it dropped again
back-again | the error came back
restarting | will reboot now
restarting | hang on
skip | I'd like to skip this
back | go back one step
thanks | thank you for the help
greeting | good evening
language:fr | in french please
status | when will somebody come?
- | what does ipsec mean
- | a colleague of mine has the same error
- | my computer restarts all the time
- | I can't find the vpn icon in the taskbar
- | which hotspot should I use
- | the thanks page does not load
- | he works in accounting
- | no internet since the update
person | may I speak to an agent?
person | connect me with support please
person | I prefer talking to a human
person | can't I just talk to a human?
person | real human please
person | someone please help me, I want to talk to a person
no-change | unfortunately it still doesn't work
no-change | no luck, same error
same | it's the same
no-change | that changed nothing
no-change | sorry, didn't help
no-change | the vpn still won't connect
fixed | it's fixed, thanks!
fixed | now it works
fixed | everything works again
fixed | connected
could-not | I'm not allowed to do this
could-not | can't test that
different | different message now
back-again | problem came back
back-again | it's down again
restarting | restarting
restarting | give me a minute
skip | skip please
thanks | thanks for your help, bye
yes | yes I did
no | no I don't
language:it | Italian please
- | how do I test that
- | where can I see the certificate
- | is my password expired
- | my manager wants a new laptop
- | is there a phone number for support in Berlin office hours
language:en | I would prefer English please
language:de | I'd rather have it in German
language:it | back to Italian
- | I would prefer a hotspot
restarting | I'll try, one moment
noise | I'll try it
no-change | I'll try it but it doesn't work
- | I tried the English version of the client
fixed | it works again by the way
no-change | by the way it still doesn't work
could-not | no clue
- | not sure it is the clue
yes | yes I have cisco too
- | yes I have a problem with cisco
yes | so far so good
yes | seems so
yes | looks good
yes | I think so
yes | looks like it
yes | so far yes
- | doesn't look good
no | I don't think so
- | doesn't seem so
person | just get me someone competent
person | Could somebody ring me please?
person | put someone on
person | I need someone who knows what they are doing
person | give me somebody who can help me
person | someone from the helpdesk should call me
person | I'd like someone to phone me back
person | pass me someone else
- | someone competent already looked at it
- | somebody rang me yesterday
noise | I don't need anyone to call me
- | someone who can help me was here
fixed | meanwhile it came back by itself
fixed | it works for me now
fixed | it suddenly works
fixed | oh wait, I'm in
fixed | suddenly it's working again
fixed | the vpn came back on its own
back-again | the problem is back
back-again | the issue is back for me
could-not | the router is my landlord's
could-not | it's not my router
could-not | the router belongs to the hotel
could-not | that isn't my router
- | it is my router
- | my router is not new
thanks | awesome service
thanks | not bad for a bot
thanks | was quick
thanks | that was fast, thanks
thanks | no that's all
thanks | nothing else, bye
- | the service is not great
- | the print service was quick to crash
no-change | 809 again
no-change | error 809 again
no-change | again 809
no-change | 13801 yet again
noise | I don't need someone competent
could-not | I'm at home, can't tell
person | can someone competent please phone me
person | It still fails, I want somebody who knows what he's doing
- | my boss wants someone to fix this printer by Monday
- | the server keeps giving me someone else's desktop
- | someone should fix the printer
- | the vpn works but outlook doesn't
- | was quick to fail
- | it was fast before, now it's slow
- | the router is new
person | can anybody competent call me back?
person | put me through to someone who can help
person | send someone who understands this
person | can I have someone real please
fixed | never mind, it came back on its own
fixed | ok now it works again by itself
`,
  ),
  ...table(
    'de',
    `
help | Hilfe
help | ich brauche Hilfe
help | Was kannst du?
back | zurück
back | zurueck bitte
back | einen Schritt zurück
skip | überspringen
skip | bitte überspringen
skip | nächster Schritt
start-over | von vorne
start-over | nochmal von vorn bitte
status | Status
status | wie lange dauert das noch?
person | habt ihr da keinen echten Menschen?
person | lass mich mit jemandem reden
person | Ich möchte mit einem Menschen sprechen
person | ich moechte bitte mit jemandem sprechen
person | ich will jetzt endlich mit einem echten Menschen reden!
person | Mensch bitte
person | kann ich mit jemandem sprechen?
person | Verbinden Sie mich bitte mit einem Mitarbeiter
person | gibt es bei euch auch echte Menschen?
person | das nervt langsam gewaltig, ich will mit jemandem reden
person | geht nicht, ich brauche einen Techniker
person | kein Bot bitte
person | ruft mich bitte zurück
person | ich will jemanden sprehcen, mit einem Menschen reden
person | bitte ein ticket erstellen
language:en | english please
language:en | auf Englisch bitte
language:it | können wir italienisch sprechen?
language:fr | sprichst du Französisch?
language | andere Sprache
restarting | ich starte jetzt neu
restarting | starte jetzt neu
restarting | ok ich mache einen Neustart
restarting | Moment bitte
restarting | bin gleich wieder da
thanks | danke
thanks | vielen Dank!
thanks | danke schön, tschüss
greeting | hallo
greeting | Guten Morgen
greeting | moin
insult | scheiß Bot
insult | du bist so dumm
noise | alles klar
noise | ok
noise | hmmm
noise | 🙂
noise | erledigt
yes | ja
yes | jaaa
yes | jo
yes | ja genau
yes | das stimmt
no | nein
no | nee
no | nein danke
no | nö
fixed | geht jetzt!
fixed | jetzt gehts
fixed | jetzt geht's wieder
fixed | funktioniert
fixed | funktoniert wieder
fixed | hat geklappt, danke!
fixed | super, läuft wieder
fixed | Problem gelöst
fixed | es geht wieder
fixed | Router neu gestartet, jetzt geht es
fixed | ja, geht
no-change | immer noch
no-change | immer noch nicht
no-change | geht nicht
no-change | geht immer noch nicht
no-change | hat nicht geholfen
no-change | hat leider nichts gebracht
no-change | gleicher Fehler
no-change | immer noch der gleiche Fehler
no-change | nein, derselbe Fehler
no-change | keine Änderung
no-change | nichts passiert
no-change | gemacht, hat nichts geändert
no-change | funktioniert leider nicht
no-change | hab ich schon probiert
no-change | noch immer Fehler 809
different | jetzt kommt ein anderer Fehler
different | andere Fehlermeldung
different | da steht was anderes
could-not | kann ich nicht, keine Rechte
could-not | hab ich nicht zur hand
could-not | ich habe keine Adminrechte
could-not | das kann ich nicht testen
could-not | das darf ich nicht
could-not | ist ausgegraut
could-not | finde ich nicht
none | keins davon
none | nichts davon passt
back-again | ist wieder da
back-again | nach zehn Minuten ist es wieder da
back-again | der Fehler ist wieder da
back-again | geht schon wieder nicht
- | das Personalportal ist langsam
- | geht es jetzt?
- | funktioniert das auch mit Windows 11?
- | der Mitarbeiter neben mir hat das gleiche Problem mit seinem Drucker
- | die Person im Nachbarbüro ist krank
- | wenn das nicht geht, will ich mit jemandem reden
- | vpn geht nicht von zuhause
- | ich habe gestern mit jemandem gesprochen
- | wie bekomme ich Hilfe in Word
- | mein Status in Teams ist falsch
- | der Helpdesk hat mir gestern das Passwort geändert
- | bitte Deutsch als Sprache in Word installieren
- | VPN bricht nach zehn Minuten ab
- | Outlook startet nicht
- | mein Mensch-Maschine-Interface spinnt
- | ich komme nicht ins vpn
- | Fehler 809
- | am Handy geht es aber am Laptop nicht so richtig
- | kannst du den Server neu starten
- | Danke der Nachfrage, aber das Netz ist langsam
- | die Dienste heißen IKE, Agent, BFE
person | Ich will einen Menschen
person | echter Mensch?
person | Kann mich bitte jemand anrufen?
person | Mitarbeiter bitte
person | ich möchte gerne mit einem Mitarbeiter sprechen
person | Ich würde gern mit jemandem sprechen
person | kann ich bitte mit einem richtigen Menschen reden?
person | verbinde mich mit dem Helpdesk
person | gib mir nen Menschen
person | ich brauche jemanden der sich auskennt
person | so wird das nichts, ich möchte mit jemandem sprechen
person | Schluss jetzt, ich will einen echten Menschen
person | ist da auch ein Mensch?
person | mit support sprechen
person | Sachbearbeiter
no-change | nein immer noch nicht
no-change | leider nicht
no-change | leider immer noch das gleiche
no-change | nee geht nicht
no-change | bringt nix
no-change | hat nix gebracht
no-change | tut sich nichts
no-change | keine Besserung
no-change | noch nicht
same | unverändert
no-change | hab neu gestartet, gleicher Fehler
no-change | funktioniert immer noch nicht
no-change | klappt nicht
no-change | wieder Fehler 809
no-change | es geht nicht
no-change | nichts hat sich geändert
no-change | habe ich schon gemacht
no-change | alles beim Alten
fixed | jetzt funktioniert es
fixed | es funktioniert wieder
fixed | klappt jetzt
fixed | ja jetzt geht es
fixed | danke, geht wieder
fixed | alles wieder gut
fixed | bin wieder drin
fixed | läuft
fixed | hat funktioniert
fixed | das hat geholfen
fixed | passt, geht
fixed | Ich bin verbunden
fixed | VPN läuft wieder
could-not | geht bei mir nicht
could-not | ich kann das nicht
could-not | dafür habe ich keine Rechte
could-not | kann ich nicht testen
could-not | hab keinen Hotspot
could-not | weiß nicht wie
could-not | ich finde das nicht
different | jetzt Fehler 13801
different | jetzt steht da etwas anderes
different | neue Fehlermeldung
back-again | jetzt ist es wieder weg
back-again | wieder abgebrochen
back-again | es geht schon wieder nicht
language:fr | Französisch bitte
language:es | spanisch
skip | nächste
back | zurück zum letzten Schritt
status | wie ist der Stand?
restarting | ich fahre den Rechner neu hoch
restarting | muss neu starten
restarting | Rechner startet neu
thanks | Danke, schönen Feierabend
greeting | Guten Tag
yes | ja klar
yes | richtig
yes | jep
no | nein, leider nicht
none | keine
none | nichts davon
- | was ist ein psk?
- | kann man das vpn auch am handy nutzen
- | mein Kollege hat keinen Fehler
- | jemand hat meine Datei gelöscht
- | Support für Windows 10 endet bald
- | wo finde ich den Status der Verbindung
person | Ich möchte jetzt mit einem Mitarbeiter reden
person | Können Sie mich mit jemandem verbinden?
person | echte Person bitte
person | ich will keinen Roboter
person | hol mir bitte einen Techniker
person | ist da jemand Echtes?
person | ich hätte gern einen Menschen am Telefon
person | das bringt nichts, verbinde mich mit einem Menschen
no-change | nein, gleiches Problem
no-change | der Fehler ist immer noch da
no-change | hab ich gemacht, keine Veränderung
no-change | nein, noch immer nicht
no-change | funktioniert auch nicht
no-change | hat sich nichts geändert
no-change | ich bekomme immer noch den gleichen Fehler
no-change | immer noch keine Verbindung
no-change | klappt leider immer noch nicht
no-change | auch nicht
fixed | jawoll, läuft
fixed | ja super, jetzt klappt alles
fixed | Verbindung steht
fixed | es klappt
fixed | das hat funktioniert, vielen Dank
fixed | gelöst
fixed | alles bestens
could-not | dafür fehlen mir die Rechte
could-not | geht nicht, bin kein Admin
could-not | ich habe kein Handy
could-not | das finde ich nicht
different | jetzt kommt Fehler 789
different | eine andere Meldung
back-again | jetzt geht es wieder nicht
back-again | Problem ist wieder da
restarting | PC startet neu
restarting | ich boote mal neu
skip | diesen Schritt überspringen
back | einen Schritt zurück bitte
thanks | danke dir
greeting | Hallo zusammen
language:en | können wir englisch sprechen
status | wann meldet sich jemand?
- | was bedeutet ipsec
- | eine Kollegin hat denselben Fehler
- | mein Rechner startet dauernd neu
- | ich finde das VPN Symbol nicht mehr in der Leiste
- | welchen Hotspot soll ich nehmen
- | er arbeitet im Support
- | seit dem Update kein Internet
- | die Hilfe in Word geht nicht auf
person | ich möchte bitte eine Person sprechen
person | kann mir jemand helfen
person | Verbindung zu einem Mitarbeiter bitte
person | ich hab keine Lust mehr, gebt mir einen Menschen
person | bitte mit einem Menschen verbinden
no-change | das hat nicht geholfen
no-change | hilft leider nicht
no-change | nein das klappt nicht
no-change | ist immer noch das gleiche Problem
no-change | fehler bleibt
no-change | die Verbindung klappt immer noch nicht
fixed | ja hat geklappt
fixed | nun geht's
fixed | top, funktioniert
fixed | verbunden
could-not | ich darf das nicht
could-not | das geht bei mir nicht, keine Berechtigung
different | der Fehler ist jetzt ein anderer
back-again | VPN ist wieder weg
restarting | ich starte den Laptop neu
skip | bitte nächsten Schritt
thanks | super danke
yes | ja habe ich
no | nein habe ich nicht
language:it | Italienisch bitte
- | wie teste ich das
- | wo sehe ich das Zertifikat
- | ist mein Passwort abgelaufen
- | mein Chef braucht einen neuen Laptop
- | gibt es eine Telefonnummer vom Support
person | ok dann gebt mir jetzt mal nen menschen
person | dann gib mir jemanden
- | dann gib mir die nummer
- | gebt mir einen tipp
language:de | wieder auf Deutsch bitte
language:en | zurück zu Englisch
- | zurück zu Windows 10
restarting | ok, ich versuche es, moment
noise | ich versuche es
no-change | ich probiere es, aber es geht nicht
- | ich versuche es seit stunden
fixed | jetzt geht es übrigens wieder
no-change | es geht übrigens immer noch nicht
could-not | ich hab kein smartphone
- | ich hab ein smartphone
yes | ja ich habe noch cisco drauf
- | ja ich habe ein problem mit cisco
yes | sieht gut aus
yes | glaub schon
yes | bisher ja
yes | scheint so
yes | ich glaube schon
yes | bis jetzt ja
yes | sieht so aus
- | sieht nicht gut aus
- | scheint nicht so
no | glaub nicht
- | bisher nicht
person | Gebt mir endlich einen der sich auskennt
person | jemand vom Helpdesk soll mich anrufen
person | ich brauche jemanden der mir hilft
person | holt mir jemand kompetentes
person | ich will einen kompetenten Mitarbeiter
person | ich hätte gern einen Rückruf
person | könnt ihr mich bitte zurückrufen?
- | jemand vom Helpdesk hat mich angerufen
- | ich brauche niemanden der mir hilft
- | ihr müsst mich nicht zurückrufen
fixed | inzwischen geht es wieder von selbst
fixed | jetzt läufts wieder
fixed | auf einmal geht es wieder
fixed | geht plötzlich wieder
fixed | es funktioniert von allein wieder
back-again | der fehler ist wieder da
back-again | geht plötzlich wieder nicht
could-not | ist nicht mein Router
could-not | ist nicht meine fritzbox
could-not | der Router gehört meinem Vermieter
- | das ist mein Router
thanks | Top Service!
thanks | perfekt gelaufen
thanks | das war alles
thanks | nein, sonst nichts
thanks | nicht schlecht für einen Bot
- | der Service läuft nicht
fixed | das war's
no-change | wieder 809
no-change | 809 wieder
could-not | keine Ahnung, bin im Homeoffice
person | es geht immer noch nicht, ich brauche jetzt jemanden der sich damit auskennt
- | ich brauche einen neuen Laptop
- | ich hätte gern einen neuen Router
- | einer der sich auskennt hat es geprüft
- | ich suche einen Drucker der scannt
- | das Internet war schnell
- | es geht von selbst wieder aus
- | läuft das von selbst?
person | gib mir wen mit Ahnung
person | kann mich bitte jemand vom Support anrufen?
person | verbindet mich mit jemandem der Ahnung hat
fixed | ach, jetzt gehts wieder
fixed | oh warte, bin drin
`,
  ),
  ...table(
    'fr',
    `
help | aide
help | j'ai besoin d'aide
help | que pouvez-vous faire ?
back | retour
back | étape précédente
skip | passer
skip | étape suivante svp
start-over | recommencer
start-over | on recommence depuis le début
status | où en est-on ?
status | statut de mon ticket
person | je veux quelqu'un
person | je veux quelquun
person | je veux parler à quelqu'un
person | Je voudrais parler à un être humain s'il vous plaît
person | ça fait 3 fois que ça coupe aujourd'hui j'en ai marre, je veux quelqu'un
person | un humain svp
person | est-ce que je peux parler à un conseiller ?
person | passez-moi un technicien
person | y a-t-il quelqu'un de vrai ?
person | j'ai besoin de parler à quelqu'un
person | ça ne marche pas, je veux parler à un technicien
person | pas un robot
person | rappelez-moi
language:en | en anglais s'il vous plaît
language:de | parlez-vous allemand ?
language:it | italien
language | changer de langue
restarting | je redémarre
restarting | je redémarre mon PC maintenant
restarting | un instant svp
restarting | je reviens
thanks | merci
thanks | merci beaucoup
thanks | merci, au revoir
greeting | bonjour
greeting | Salut
insult | connard
insult | tu es nul
noise | d'accord
noise | 👍
noise | c'est fait
noise | euh
yes | oui
yes | ouais
yes | oui bien sûr
yes | c'est ça
no | non
no | non merci
no | pas du tout
fixed | ça marche
fixed | ça marche maintenant !
fixed | ca fonctionne
fixed | c'est bon, merci
fixed | problème résolu
fixed | ça a marché
fixed | j'ai redémarré la box, ça marche
fixed | c'est réglé
no-change | toujours pareil
same | pareil
no-change | ça ne marche pas
no-change | ça marche toujours pas
no-change | toujours la même erreur
no-change | rien n'a changé
no-change | ça n'a rien changé
no-change | même erreur
no-change | non, même message
no-change | aucun changement
no-change | déjà essayé
no-change | fait, rien de changé
different | une autre erreur
different | maintenant j'ai un autre message
different | l'erreur a changé
could-not | je ne peux pas
could-not | je ne l'ai pas sous la main
could-not | je n'ai pas les droits
could-not | impossible, je n'ai pas les droits
could-not | je n'y arrive pas
could-not | pas les droits
none | aucun
none | aucune de ces réponses
none | rien de tout ça
back-again | c'est revenu
back-again | ça recommence
back-again | après dix minutes c'est revenu
- | ça marche maintenant ?
- | le portail des ressources humaines est lent
- | une personne de mon équipe a le même problème de wifi
- | si ça ne marche pas je veux parler à quelqu'un
- | mon vpn ne se connecte pas depuis hier soir
- | le vpn coupe toutes les dix minutes
- | comment passer Windows en anglais
- | j'ai parlé à quelqu'un hier
- | l'aide de Word ne s'ouvre pas
- | mon statut Teams est faux
- | le technicien est passé hier mais rien depuis sur mon dossier
- | erreur 809
- | l'agent IPsec ne démarre pas
- | pouvez-vous redémarrer le serveur
- | la langue de mon clavier est fausse
- | merci de réparer le vpn
- | avec le téléphone ça passe mais pas avec le portable
person | je veux parler à un humain
person | je souhaite parler à un conseiller
person | un vrai humain s'il vous plaît
person | passez moi quelqu'un
person | quelqu'un peut m'aider ?
person | mettez-moi en relation avec un technicien
person | je préfère parler avec une vraie personne
person | marre, je veux parler à quelqu'un
person | vous pouvez me passer quelqu'un ?
person | conseiller
no-change | non toujours pas
no-change | toujours rien
no-change | toujours pas
no-change | ça ne fonctionne toujours pas
no-change | ca marche pas
no-change | ça ne change rien
same | c'est pareil
same | idem
same | même chose
same | j'ai redémarré, pareil
no-change | pas mieux
no-change | ça n'a pas marché
no-change | je l'ai déjà fait
fixed | c'est bon
fixed | ça remarche
fixed | ça fonctionne à nouveau
fixed | oui ça marche
fixed | super ça marche merci
fixed | résolu
fixed | je suis connecté
fixed | tout fonctionne
fixed | ça y est
could-not | je peux pas
could-not | je ne sais pas comment faire
could-not | je n'ai pas accès
could-not | c'est grisé
could-not | impossible
different | j'ai une autre erreur
different | message différent
back-again | ça ne marche plus
back-again | c'est de nouveau en panne
language:en | anglais
language:de | en allemand
skip | passez cette étape
back | revenir en arrière
restarting | je vais redémarrer
thanks | merci bien
greeting | bonsoir
yes | oui oui
no | non pas vraiment
none | aucune
- | comment ça se configure un vpn
- | quelqu'un a supprimé mon fichier
- | le support de mon écran est cassé
person | je voudrais parler avec une personne réelle
person | pouvez-vous me passer un technicien ?
person | je ne veux pas parler à un robot
person | y a-t-il un humain ici ?
person | donnez-moi un humain
person | c'est nul, passez-moi quelqu'un
no-change | toujours la même chose
no-change | non, pareil
no-change | ça n'a pas aidé
no-change | j'ai toujours l'erreur 809
no-change | le problème est toujours là
no-change | aucune amélioration
no-change | toujours pas de connexion
no-change | fait, mais toujours pareil
fixed | oui, ça fonctionne
fixed | c'est résolu, merci
fixed | génial, ça marche
fixed | la connexion est rétablie
fixed | tout est bon
could-not | je n'ai pas les droits administrateur
could-not | je ne trouve pas
could-not | je ne peux pas le faire
different | j'ai un autre code
back-again | ça a recommencé
restarting | redémarrage en cours
skip | étape suivante
thanks | merci pour votre aide
language:es | en espagnol
- | que veut dire ipsec
- | un collègue a la même erreur que moi
- | mon ordinateur redémarre tout seul
- | quel partage de connexion dois-je utiliser
- | je ne trouve pas l'icône du vpn
person | je souhaiterais parler à quelqu'un
person | un conseiller svp
person | on peut me rappeler ?
no-change | ça n'a pas fonctionné
no-change | c'est toujours pareil
no-change | non ça ne marche pas
no-change | rien de nouveau
fixed | oui c'est bon
fixed | parfait ça fonctionne
could-not | je n'ai pas le droit
different | c'est un autre message
back-again | le vpn a encore coupé
restarting | je relance le pc
skip | on passe
yes | oui je l'ai fait
no | non je ne l'ai pas fait
- | comment je teste ça
- | mon mot de passe a expiré ?
person | est-ce qu'on peut me rappeler ?
- | on peut me rappeler la procédure ?
language:de | on peut parler allemand ?
language:fr | retour au français
- | on peut parler du problème ?
restarting | j'essaie, un instant
noise | j'essaie
no-change | j'essaie mais ça ne marche pas
fixed | ça remarche d'ailleurs
could-not | je n'ai pas de smartphone
- | mon smartphone ne capte pas
could-not | aucune idée
- | bonne idée
yes | oui j'ai cisco aussi
- | oui j'ai un problème avec cisco
yes | pour l'instant oui
yes | on dirait
yes | je crois que oui
yes | on dirait bien
- | on ne dirait pas
no | je crois que non
person | passez-moi quelqu'un de compétent
person | je voudrais qu'on m'appelle
person | donnez-moi quelqu'un qui s'y connaît
person | que quelqu'un me rappelle svp
person | je veux être rappelé
- | quelqu'un de compétent m'a appelé
- | je ne veux pas qu'on m'appelle
fixed | ça marche d'un coup
fixed | c'est revenu tout seul
fixed | tout d'un coup ça remarche
fixed | la connexion est revenue
back-again | le problème est revenu
back-again | l'erreur est revenue
could-not | c'est la box du proprio
could-not | ce n'est pas ma box
could-not | la box n'est pas à moi
- | c'est ma box
thanks | super service
thanks | rien d'autre
thanks | non, c'est tout merci
- | le service ne démarre pas
no-change | encore 809
could-not | aucune idée, je télétravaille
- | je voudrais une imprimante
- | quelqu'un m'aide déjà
- | j'ai besoin de quelqu'un d'autre pour le badge
- | c'est tout le réseau qui ne marche pas
person | je veux quelqu'un de qualifié
person | quelqu'un pourrait m'appeler ?
fixed | ah c'est bon ça remarche tout seul
`,
  ),
  ...table(
    'it',
    `
help | aiuto
help | ho bisogno di aiuto
help | come funziona?
back | indietro
back | torna indietro per favore
skip | salta
skip | prossimo passo
start-over | ricominciamo da capo
start-over | da capo
status | a che punto siamo?
status | quanto devo aspettare
person | voglio parlare con una persona
person | vorrei parlare con qualcuno
person | posso parlare con un operatore?
person | operatore per favore
person | una persona vera
person | non funziona niente, voglio parlare con qualcuno
person | mi passi un tecnico
person | c'è qualcuno di vero, voglio parlare con un umano
person | ma non c'è una persona vera?
person | non voglio parlare con un robot
person | voglio un operatore
person | mi richiami
language:en | parla inglese?
language:it | parla italiano
language:de | in tedesco per favore
language | cambia lingua
restarting | sto riavviando
restarting | riavvio il computer adesso
restarting | un attimo
restarting | torno subito
thanks | grazie
thanks | grazie mille!
thanks | arrivederci
greeting | ciao
greeting | Buongiorno
insult | vaffanculo
insult | sei inutile
noise | va bene
noise | 👌
noise | fatto
noise | boh
yes | sì
yes | si
yes | certo
yes | sì, esatto
no | no
no | no grazie
no | per niente
fixed | funziona!
fixed | adesso funziona
fixed | ora va
fixed | risolto
fixed | risolto, grazie mille
fixed | tutto a posto
fixed | ho riavviato il router, ora funziona
fixed | problema risolto
no-change | ancora uguale
no-change | non funziona
no-change | non funziona ancora
no-change | stesso errore
no-change | sempre lo stesso errore
no-change | niente è cambiato
no-change | non è cambiato nulla
no-change | no, stesso messaggio
same | come prima
no-change | non ha aiutato
no-change | già provato
no-change | fatto, nessun cambiamento
different | un altro errore
different | adesso ho un altro messaggio
different | qualcosa di diverso
could-not | non posso
could-not | non ce l'ho a portata di mano
could-not | non ho i permessi
could-not | non riesco a farlo
could-not | non posso, niente permessi
could-not | accesso negato
none | nessuno di questi
none | nessuno
back-again | è tornato
back-again | il problema è tornato
back-again | dopo dieci minuti è tornato
- | funziona adesso?
- | il portale delle risorse umane è lento
- | una persona del mio ufficio ha la stampante rotta
- | se non funziona voglio parlare con qualcuno
- | la vpn non si collega da casa
- | come cambio la lingua di Word
- | ho parlato con qualcuno ieri
- | il criterio ipsec locale non viene usato sul server dei file
- | lo tolgo dal dominio?
- | errore 809
- | l'agente criteri ipsec non parte
- | il mio stato in Teams è sbagliato
- | può riavviare il server
- | sul telefono va ma sul portatile fa fatica
- | grazie a voi la vpn è lenta
person | voglio parlare con un umano
person | vorrei parlare con un operatore
person | mi metta in contatto con un tecnico
person | qualcuno può aiutarmi?
person | basta, voglio parlare con una persona
person | voglio una persona vera
person | assistenza
person | parlare con operatore
no-change | no, ancora niente
no-change | non va
no-change | ancora non funziona
no-change | sempre uguale
no-change | non cambia niente
no-change | ho riavviato, stesso errore
no-change | l'ho già fatto
no-change | errore di nuovo
fixed | ora funziona tutto
fixed | sì, funziona
fixed | perfetto funziona
fixed | va tutto bene
fixed | è a posto
fixed | mi sono connesso
fixed | ok risolto
fixed | ha funzionato
could-not | non ci riesco
could-not | non so come fare
could-not | non ho accesso
could-not | non mi lascia
different | ora c'è un altro errore
different | errore diverso
back-again | è caduta di nuovo
back-again | non funziona più
language:de | tedesco
language:en | in inglese
restarting | riavvio
thanks | ok grazie
greeting | salve
yes | esatto
no | no no
none | niente di tutto questo
- | qualcuno ha cancellato il mio file
- | quando scade la password
person | vorrei parlare con una persona reale
person | può passarmi un tecnico?
person | non voglio un robot
person | mi dia un operatore
person | così non va, voglio un tecnico
no-change | sempre la stessa cosa
same | no, uguale
no-change | non è servito a niente
no-change | ho ancora l'errore 809
no-change | il problema c'è ancora
no-change | ancora nessuna connessione
no-change | fatto ma non funziona
fixed | sì, adesso funziona
fixed | perfetto, risolto
fixed | la connessione è tornata
fixed | tutto ok ora
could-not | non ho i diritti di amministratore
could-not | non lo trovo
could-not | non posso farlo
different | ho un altro codice
back-again | è successo di nuovo
restarting | sto riavviando il pc
skip | saltiamo questo passo
thanks | grazie per l'aiuto
language:es | spagnolo
- | cosa vuol dire ipsec
- | un mio collega ha lo stesso errore
- | il mio computer si riavvia da solo
- | non trovo l'icona della vpn
person | vorrei un operatore
person | potete chiamarmi?
no-change | no, non funziona
no-change | è sempre uguale
no-change | niente da fare
no-change | non è cambiato niente
fixed | ok funziona
fixed | adesso va tutto
could-not | non ho i diritti
different | adesso l'errore è diverso
back-again | si è disconnessa di nuovo
restarting | riavvio il pc
skip | passo successivo
yes | sì l'ho fatto
no | no non l'ho fatto
- | come lo provo
- | la password è scaduta?
person | mi può chiamare qualcuno?
person | può chiamarmi un tecnico?
- | mi può dire qualcuno che ore sono?
language:it | torna in italiano
language:de | possiamo parlare tedesco?
- | torna in ufficio
restarting | provo, un attimo
restarting | ci provo, momento
no-change | ci provo ma non funziona
fixed | comunque ora funziona
no-change | comunque non funziona
could-not | non ho uno smartphone
- | ho uno smartphone
could-not | non ne ho idea
- | buona idea
yes | sì ho anche cisco
yes | per ora sì
yes | direi di sì
yes | sembra di sì
yes | credo di sì
- | per ora no
no | direi di no
person | datemi qualcuno competente
person | vorrei essere richiamato
person | vabbè passatemi qualcuno
person | mi serve qualcuno che ne capisca
person | vorrei che qualcuno mi chiamasse
- | non vorrei essere richiamato
- | qualcuno competente mi ha richiamato
fixed | è tornata da sola
fixed | di colpo funziona
fixed | si è sistemato da solo
back-again | l'errore è tornato
could-not | il router è del padrone di casa
could-not | non è il mio router
- | è il mio router
thanks | ottimo servizio
thanks | nient'altro
thanks | no, è tutto
- | il servizio non parte
no-change | ancora 809
could-not | boh, lavoro da casa
- | mi serve uno schermo
- | voglio uno
- | datemi un monitor
- | è tutto bloccato
- | la vpn è tornata lenta
- | è tornata la stessa schermata
person | potete farmi chiamare?
person | voglio qualcuno che sappia quello che fa
`,
  ),
  ...table(
    'es',
    `
help | ayuda
help | necesito ayuda por favor
back | atrás
back | paso anterior
skip | saltar
skip | siguiente paso
start-over | empezar de nuevo
start-over | desde el principio
status | estado
status | ¿cuánto falta?
person | quiero hablar con una persona
person | quiero hablar con alguien
person | un humano por favor
person | ¿puedo hablar con un agente?
person | esto no funciona, quiero hablar con alguien
person | páseme con un técnico
person | ¿no hay una persona real?
person | no quiero hablar con un robot
language:en | en inglés por favor
language:de | ¿hablas alemán?
language | cambiar idioma
restarting | estoy reiniciando
restarting | voy a reiniciar el ordenador
restarting | un momento
thanks | gracias
thanks | muchas gracias
greeting | hola
greeting | buenos días
insult | eres un inútil
noise | vale
noise | hecho
yes | sí
yes | claro que sí
no | no
no | no gracias
fixed | ya funciona
fixed | funciona
fixed | solucionado
fixed | ahora va bien, gracias
no-change | sigue igual
no-change | no funciona
no-change | el mismo error
no-change | no, mismo error
no-change | no ha cambiado nada
no-change | hecho, sin cambios
different | otro error
different | ahora sale otro mensaje
could-not | no puedo
could-not | no tengo permisos
could-not | no puedo, sin permisos
none | ninguno de estos
none | ninguna
back-again | ha vuelto
back-again | el problema ha vuelto
- | ¿funciona ahora?
- | el portal de recursos humanos va lento
- | si no funciona quiero hablar con alguien
- | la vpn no conecta desde casa
- | una persona de mi equipo tiene otro portátil
- | hablé con alguien ayer
- | cómo cambio el idioma de Word
- | error 809
- | mi estado en Teams está mal
- | gracias a la actualización la vpn va mal
person | quiero hablar con un humano
person | necesito hablar con alguien
person | pásame con alguien
person | agente
no-change | no, sigue igual
no-change | todavía no funciona
same | lo mismo
no-change | no sirve
fixed | sí, ya funciona
fixed | ya está
fixed | perfecto, funciona
fixed | ya puedo conectarme
could-not | no sé cómo
could-not | no me deja
different | ahora me sale otro error
back-again | otra vez el mismo error
back-again | se cayó otra vez
language:it | italiano
skip | siguiente
- | alguien borró mi archivo
person | ¿me puede llamar alguien?
language:es | volver al español
language:en | ¿podemos hablar inglés?
restarting | lo intento, un momento
could-not | no tengo móvil
- | tengo un móvil
yes | parece que sí
yes | creo que sí
yes | por ahora sí
person | páseme con alguien competente
person | quiero que me llamen
fixed | de repente funciona
fixed | ha vuelto sola
could-not | no es mi router
could-not | el router es del casero
thanks | excelente servicio
thanks | nada más
`,
  ),
  ...table(
    'ko',
    `
help | 도움말
help | 도와주세요
back | 뒤로
back | 이전 단계로
skip | 건너뛰기
skip | 다음 단계
start-over | 처음부터 다시
start-over | 처음부터
status | 진행 상황
status | 얼마나 기다려야 해요?
person | 사람과 이야기하고 싶어요
person | 사람이랑 얘기하고싶어요
person | 상담원 연결해 주세요
person | 상담원
person | 진짜 사람 없어요?
person | 계속 안 돼요, 상담원 연결해 주세요
person | 직원과 통화하고 싶어요
language:en | 영어로
language:en | 영어로 해 주세요
language:ko | 한국어로
language:de | 독일어로 바꿔 주세요
language | 언어 변경
restarting | 지금 재부팅할게요
restarting | 재시작 중이에요
restarting | 잠시만요
thanks | 감사합니다
thanks | 고마워요
greeting | 안녕하세요
greeting | 안녕
insult | 바보
noise | 알겠습니다
noise | ㅋㅋㅋㅋ
noise | 했어요
yes | 네
yes | 네 맞아요
yes | 응
no | 아니요
no | 아니
fixed | 이제 돼요
fixed | 해결됐어요
fixed | 네, 이제 잘 됩니다
fixed | 연결됐어요 감사합니다
no-change | 아직도 안 돼요
no-change | 안돼요
same | 똑같아요
no-change | 같은 오류가 나요
same | 했어요, 똑같아요
different | 다른 오류가 나요
different | 오류가 바뀌었어요
could-not | 권한이 없어요
could-not | 못 하겠어요
could-not | 할 수 없어요
none | 해당 없음
none | 이 중에 없어요
back-again | 다시 안 돼요
back-again | 문제가 또 생겼어요
- | 네트워크가 느려요
- | 이제 돼요?
- | 인사 담당자 시스템이 느려요
- | vpn 연결이 안 됩니다 집에서요
- | 사람들이 많아서 와이파이가 느려요
- | 윈도우 언어를 어떻게 바꾸나요
- | 아니면 다른 네트워크에서 해볼까요
- | 프린터가 안 나와요
- | 오류 809
- | 어제 상담원과 이야기했는데 해결이 안 됐어요 어떻게 하죠
person | 상담원과 통화하고 싶습니다
person | 사람 연결해줘
person | 담당자 바꿔주세요
no-change | 아직 안돼요
no-change | 여전히 안 됩니다
no-change | 변화가 없어요
no-change | 소용없어요
fixed | 됩니다
fixed | 이제 잘 돼요 감사합니다
fixed | 성공했어요
could-not | 못해요
could-not | 어떻게 하는지 모르겠어요
could-not | 관리자 권한이 없습니다
different | 다른 에러가 떠요
back-again | 또 끊겼어요
language:fr | 프랑스어로 해주세요
yes | 예
no | 아뇨
- | 오늘 회의가 몇 시예요
- | 누가 제 파일을 지웠어요
`,
  ),
]

function table(language: string, text: string): readonly Utterance[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.map(line => {
    const bar = line.indexOf(' | ')
    return { language, expected: line.slice(0, bar), text: line.slice(bar + 3) }
  })
}
