/**
 * What employees write, and what may be noted of it: `facts | text`. A fact is `kind:value`, a step they speak of
 * `action=outcome`; `-` is a text of which nothing may be noted. The order does not matter, but nothing more is allowed.
 * `tuned` were looked at while the phrases were written; `held` were written before and only counted.
 */
export interface Told {
  readonly language: string
  readonly expected: readonly string[]
  readonly text: string
}

export const tuned: readonly Told[] = [
  ...told(
    'en',
    `
network:home | vpn does not connect from home
network:home windows:11 | I'm at home on windows 11 and vpn fails with 809
network:hotel | sitting in a hotel in Madrid, can't get into the vpn
network:office | I am in the office today and error 13801 shows up
other-network=no-help | tried my phone's hotspot, same error
other-network=helped | with my hotspot it works
other-network=no-help | the hotspot did not help
other-network=not-tried | haven't tried the hotspot yet
restart=no-help | I already restarted my computer, no change
restart=not-tried | not restarted yet
restart=tried | I rebooted already
restart=no-help router=no-help | restarted laptop and router, nothing helped
router=could-not | I can't restart the router
since:this-morning | vpn is down since this morning
since:yesterday affected:colleagues | since yesterday, all my colleagues have the same problem
affected:only-me | it's only me, my colleagues can connect
affected:site | the whole office is affected
changed:computer | I got a new laptop and now vpn says 13801
changed:update | after the windows update the vpn stopped working
changed:password | I changed my password yesterday and now error 691
changed:nothing | I didn't change anything
rights:none | I don't have admin rights on this machine
rights:none | I'm not allowed to install anything
rights:admin | I have local admin rights
urgency:now | I have a customer meeting in 10 minutes!!
urgency:tomorrow | presenting tomorrow, please help
urgency:can-wait | it's not urgent
affected:only-me | my colleague gets in fine
- | I restarted the IKE service, did not help
other-device=helped | tried a different laptop and it works there
other-network=no-help | switched to my phone data, still nothing
changed:password | changed my password yesterday since then no vpn
firewall=tried | my antivirus is disabled already
urgency:today | urgent, i have a meeting at 2pm
urgency:today | need to send this before noon
vpn:l2tp | we use L2TP/IPsec with a shared key
product:anyconnect | cisco anyconnect keeps disconnecting
product:globalprotect network:train | globalprotect drops on the train
windows:10 release:22h2 | Windows 10 22H2, ikev1 fails
flush-dns=no-help | did ipconfig /flushdns, didn't help
password=no-help | I reset my password, still the same
reinstall=no-help | reinstalled the vpn client without success
server-name:different | the server name is different
clock:right | the time on my pc is correct
- | should I restart the router?
- | if I use the hotspot, will it cost me anything?
- | I will restart the computer later
- | my colleague asked me about the invoice
- | since when do we have a new intranet page?
- | can you tell me the office wifi password
- | the admin installed the printer
- | is it only me?
- | the restart button is missing in the start menu
network:home | it works in the office but not at home
server-name=tried | ok I changed the server name
router=tried | ok restarted the router
router=tried | good I restarted the router
other-network=helped | hotspot, it's ok there
other-network=helped | with the hotspot everything ok
network:office affected:unknown | I'm the only one in the office
network:office affected:only-me | I'm the only one in the office who can't connect
affected:only-me | I'm the only one with this error
affected:unknown | I work alone
affected:unknown | I don't have any colleagues
- | I have no colleagues with this problem
affected:colleagues since:this-morning | My colleague has the same problem since this morning
affected:only-me | a colleague of mine doesn't have the same problem
- | my colleague has the same laptop
- | my colleague can't connect
affected:only-me | the colleagues in the office have no problems
affected:only-me | my colleagues in the office can work
affected:colleagues | my colleagues can't work
affected:colleagues | vpn is not working for my colleagues
affected:colleagues | same for everyone here
- | can my colleagues work?
changed:update since:this-morning | after the Windows update this morning vpn fails
changed:update since:yesterday | since yesterday's update
changed:update since:monday | after the update on Monday
- | the update from yesterday is great
other-network=helped | tried my mother's wifi and it works there
other-network=no-help | tried my neighbour's wifi, same error
- | my parents' wifi is slow
- | my friend's connection works
- | my husband's wifi works
- | I'm on my parents' wifi and the vpn fails
other-device=no-help | tried other laptop, same error
clock:right | checked the clock and it's right
clock:wrong | checked the clock and it's off
- | checked the clock, it's fine
affected:colleagues | I'm not the only one
- | I'm not the only one in the office
affected:colleagues | I'm not the only one in the office who has this
- | I don't work alone
- | do my colleagues have the same problem
affected:colleagues | my colleague has it too
affected:colleagues | my boss has the same
affected:colleagues | everyone in my team has it
affected:colleagues | my manager gets the same error
affected:only-me | nope, no issues on their side
affected:only-me | it works for all of them
affected:only-me | they have no trouble
affected:only-me | it works for everyone except me
affected:unknown | they have left for the day
affected:unknown | my colleagues have all gone home
network:home | I'm at home, can't tell
- | my boss has the same laptop
- | my colleague has it working
affected:colleagues | it doesn't work for any of them
- | they have no trouble ticket
- | I can't tell you the password
- | my colleague has an idea too
other-network=no-help | over my phone it fails as well
other-network=no-help | same thing with the phone
other-network=no-help | no luck on the phone
other-network=no-help | with my phone it doesn't work either
other-network=helped | my phone did the trick
other-network=helped | works over my phone
other-network=helped | it worked through my mobile
- | Outlook works on my phone
- | I talked to them over the phone
- | my phone is broken
- | the code on the phone
- | I can't tell when it started
- | I have the same problem with my phone
- | the same error with the phone system
- | over the phone they said it works
- | my phone helped me read the mail
- | they left a message
- | my laptop has left the domain
- | my boss has it in his calendar
- | my manager said it works for him
affected:colleagues | my coworker sees the same thing
affected:only-me | my boss can connect
affected:unknown | everyone has gone home
`,
  ),
  ...told(
    'de',
    `
network:home | vpn geht nicht von zuhause, fehler 809
network:home | komme aus dem homeoffice nicht ins firmennetz
network:hotel link:wifi | bin im hotel im wlan und das vpn verbindet nicht
network:office | ich sitze heute im büro und bekomme 13801
other-network=no-help | hotspot probiert, da geht es auch nicht
other-network=helped | hotspot hab ich schon probiert, da gehts
other-network=no-help | über den handy hotspot das gleiche
other-network=not-tried | den hotspot habe ich noch nicht probiert
restart=not-tried | noch nicht neu gestartet
restart=no-help | rechner schon neu gestartet, hat nichts gebracht
restart=no-help | neustart hilft nicht
restart=tried | hab den pc schon zweimal neu gestartet
router=no-help restart=no-help | router und laptop neu gestartet, geht immer noch nicht
router=could-not | den router kann ich nicht neu starten
since:this-morning | seit heute früh geht das vpn nicht mehr
since:yesterday affected:colleagues | seit gestern, alle kollegen haben das auch
affected:only-me | nur bei mir, bei den kollegen läuft es
affected:site | die ganze abteilung ist betroffen
changed:computer | hab einen neuen laptop bekommen, seitdem fehler 13806
changed:update | seit dem letzten windows update geht vpn nicht mehr
changed:password | ich habe gestern mein passwort geändert
changed:nothing | ich hab nichts geändert
rights:none | ich habe keine adminrechte
rights:none | ich darf nichts installieren
rights:admin | ich hab lokale adminrechte
urgency:now | kundentermin in 10 minuten!!!
urgency:tomorrow | muss morgen präsentieren
urgency:can-wait | ist nicht eilig
affected:only-me | die anderen kommen alle rein
affected:only-me | kollege kommt rein
changed:password | hab gestern mein passwort geändert seitdem geht nix mehr
firewall=tried | virenscanner ist aus
urgency:now | dringend, hab in einer stunde ein kundenmeeting
urgency:today | muss bis mittag fertig sein
vpn:ikev2 | wir nutzen ikev2 mit zertifikat
product:forticlient | forticlient verbindet nicht
windows:11 release:23h2 | windows 11 23H2
link:cable | ich bin per lan kabel verbunden
cable=no-help | mit kabel geht es auch nicht
certificate=no-help | zertifikat wurde erneuert, trotzdem gleicher fehler
reinstall=tried | client hab ich neu installiert
clock:right | die uhrzeit stimmt
server-name:different | der servername ist anders
- | soll ich den rechner neu starten?
- | wenn ich den router neu starte, ist dann das telefon weg?
- | ich starte gleich neu
- | wo finde ich das büro von herrn maier
- | der neustart dauert ewig
- | gibt es heute im büro kuchen
- | mein kollege ist im urlaub
- | hilft ein neustart?
network:home | im büro geht es, zuhause nicht
router=tried | ok router neu gestartet
affected:unknown | ich arbeite alleine
affected:unknown | ich habe keine Kollegen
network:office affected:unknown | bin heute allein im büro
network:office | ich bin der einzige im büro
affected:only-me | ich bin die einzige hier mit dem fehler
affected:only-me | ich bin die einzige
- | ich habe keine kollegen mit dem problem
affected:only-me | die Kollegen können arbeiten
affected:only-me | die kollegen können sich verbinden
affected:colleagues | die kollegen können nicht arbeiten
affected:colleagues | die kollegen können sich auch nicht verbinden
affected:only-me | die kollegen im büro haben keine probleme
affected:only-me | bei allen kollegen im büro geht es
affected:colleagues | bei den kollegen im büro geht es auch nicht
affected:only-me | meine Kollegin hat keine Probleme
affected:colleagues | mein kollege hat das gleiche problem
affected:only-me | mein kollege hat das gleiche problem nicht
- | mein kollege hat das gleiche problem gestern gelöst
affected:colleagues | bei meinem kollegen geht es auch nicht
affected:only-me | bei meinem kollegen geht es
affected:colleagues | bei allen geht es nicht
affected:colleagues | das ist bei allen so
affected:only-me | bei allen anderen geht es
- | können die kollegen arbeiten?
changed:update since:yesterday | seit dem Windows-Update von gestern Abend
changed:update since:yesterday | seit dem gestrigen Update geht nichts mehr
changed:update since:this-morning | nach dem Update heute morgen geht das VPN nicht
changed:update since:weekend | nach dem update am wochenende
- | kommt das Update von gestern noch?
other-network=helped | mit dem wlan meiner eltern geht es
other-network=no-help | im wlan von einer freundin probiert, da gehts auch nicht
- | bin im wlan meiner eltern und vpn geht nicht
- | das wlan meiner eltern ist langsam
affected:colleagues | ich bin nicht der einzige
- | ich bin nicht die einzige im büro
- | ich arbeite nicht alleine
- | hat mein kollege das gleiche problem?
affected:colleagues | mein Kollege hat das auch
affected:colleagues | meine chefin hats auch
affected:colleagues | bei meinem Kollegen gehts auch nicht
affected:colleagues | meine Kollegin hat dasselbe
affected:colleagues | bei meinem Chef ist es genauso
affected:only-me | geht bei allen ausser mir
affected:only-me | bei allen außer mir läuft es
affected:only-me | mein Kollege hat das nicht
affected:only-me | meine Chefin hats nicht
affected:unknown | die anderen sind schon im feierabend
affected:unknown | alle sind schon weg
- | mein Kollege hat das eingerichtet
- | mein Chef hat dasselbe Notebook
- | die Anschlüsse sind schon weg
other-network=helped | am Handy gehts einwandfrei
other-network=helped | mit dem Handy klappts
other-network=no-help | am Handy gehts auch nicht
other-network=no-help | mit dem Handy klappts auch nicht
- | am Handy kommt kein Code an
- | mein Kollege hat das auch schon gemeldet
- | die Symbole sind alle weg
- | meine Chefin hat das Passwort auch vergessen
- | die Dateien sind weg
- | mein Nachbar hat das gleiche Netz
affected:only-me | bei meinem Chef gehts
affected:unknown | alle haben schon Feierabend
other-network=helped | übers Handy läufts
`,
  ),
  ...told(
    'fr',
    `
network:home | le vpn ne marche pas depuis chez moi
network:home | je suis en télétravail et j'ai l'erreur 809
network:hotel | je suis à l'hôtel, pas de vpn
network:office | je suis au bureau et j'ai l'erreur 13801
other-network=no-help | j'ai essayé avec le partage de connexion, pareil
other-network=helped | avec le partage de connexion ça marche
other-network=no-help | ça ne marche pas non plus en 4G
restart=not-tried | je n'ai pas encore redémarré
restart=no-help | j'ai déjà redémarré mon pc, ça n'a rien changé
restart=tried | j'ai redémarré deux fois
router=no-help | j'ai redémarré la box sans succès
router=could-not | je ne peux pas redémarrer la box
since:this-morning | depuis ce matin le vpn ne se connecte plus
since:yesterday affected:colleagues | depuis hier, tous mes collègues ont le même problème
affected:only-me | il n'y a que moi, chez mes collègues ça marche
affected:site | tout le service est touché
changed:computer | j'ai un nouveau portable et le vpn ne marche pas
changed:update | depuis la mise à jour de windows plus de vpn
changed:password | j'ai changé mon mot de passe hier
changed:nothing | je n'ai rien changé
rights:none | je n'ai pas les droits admin
rights:none | je ne suis pas administrateur de mon poste
rights:admin | j'ai les droits administrateur
urgency:now | j'ai une réunion client dans 10 minutes
urgency:tomorrow | je présente demain
urgency:can-wait | ce n'est pas urgent
affected:only-me | mon collègue lui ça marche
- | service redémarré sans succès
- | j'ai redémarré le service ipsec
- | on a redémarré les services IKE
firewall=no-help | pare-feu désactivé pour tester, aucun changement
urgency:now | réunion client dans 1h
urgency:today | c'est urgent je dois finir avant midi
restart=no-help router=no-help | j'ai rebooté la box et le pc, rien y fait
vpn:sstp | on utilise sstp
product:openvpn | openvpn ne se lance pas
windows:10 | je suis sous windows 10
link:cable | je suis branché en câble
reinstall=no-help | j'ai réinstallé le client, toujours la même erreur
clock:right | l'heure est correcte
server-name:different | le nom du serveur est différent
- | dois-je redémarrer ?
- | si je redémarre la box je perds le téléphone
- | je vais redémarrer
- | mon collègue est en vacances
- | où est le bureau de madame Petit
- | est-ce que le redémarrage aide ?
network:home | au bureau ça marche, chez moi non
router=tried | ok j'ai redémarré la box
network:office affected:unknown | je suis le seul au bureau
network:office affected:only-me | je suis la seule au bureau à avoir ce problème
affected:only-me | je suis le seul
affected:only-me | je suis le seul concerné
affected:unknown | je n'ai pas de collègues
affected:unknown | je travaille seul
- | je n'ai pas de collègues qui ont ce problème
affected:only-me | les collègues du bureau n'ont pas de problème
affected:only-me | mes collègues peuvent travailler
affected:colleagues | mes collègues ne peuvent pas travailler
affected:colleagues since:this-morning | ma collègue a le même problème depuis ce matin
affected:colleagues | un collègue a la même erreur que moi
affected:only-me | ma collègue n'a pas le même problème
- | ma collègue a le même ordinateur
affected:colleagues | c'est pareil chez tout le monde ici
affected:only-me | ça marche chez tout le monde sauf moi
restart=tried router=tried | redémarré le PC et la box
restart=no-help router=no-help | j'ai redémarré pc et box, pareil
restart=tried router=tried | j'ai redémarré l'ordinateur puis la box
restart=no-help | redémarré le pc et rien
changed:update since:yesterday | depuis la mise à jour Windows d'hier soir
changed:update since:this-morning | après la mise à jour de ce matin le vpn ne marche plus
- | la mise à jour d'hier est bien
other-network=helped | j'ai essayé le wifi de ma mère et ça marche
other-network=no-help | j'ai testé avec le réseau du voisin, pareil
other-network=helped | avec le wifi d'une amie là oui
- | le wifi de ma mère est lent
- | je suis sur le wifi de ma mère et ça ne marche pas
affected:colleagues | je ne suis pas le seul
- | je ne suis pas le seul au bureau
- | je ne travaille pas seul
affected:colleagues | mon collègue l'a aussi
affected:colleagues | mon chef a le même problème
affected:colleagues | tout le monde l'a dans mon équipe
affected:only-me | pas de problème chez les autres
affected:only-me | chez les autres ça marche
affected:only-me | ça marche pour tous sauf moi
affected:unknown | ils sont déjà partis
affected:unknown | mes collègues sont partis
network:home | aucune idée, je télétravaille
- | chez moi ça ne marche pas
- | c'est revenu chez moi
- | le vpn ne marche pas chez moi
- | ça marche chez moi
network:home | je travaille chez moi
network:home | je suis chez moi
network:home | depuis chez moi le vpn coupe
network:home | je me connecte chez moi
affected:only-me | ce n'est que chez moi
- | mon chef a le même ordinateur
- | mon collègue l'a installé
other-network=helped | avec mon tel ça passe
other-network=no-help | avec mon tel ça passe pas non plus
- | mon tel est cassé
- | mon chef l'a aussi signalé
- | mes fichiers sont partis
- | ils sont partis sur une autre piste
- | le vpn chez moi refuse la connexion
affected:colleagues | ma cheffe l'a aussi
`,
  ),
  ...told(
    'it',
    `
network:home | la vpn non funziona da casa
network:home | sono in smart working e vedo errore 809
network:hotel | sono in albergo e la vpn non si connette
network:office | sono in ufficio e ho errore 13801
other-network=no-help | ho provato con l'hotspot, stesso errore
other-network=helped | con l'hotspot del telefono funziona
other-network=not-tried | non ho ancora provato l'hotspot
restart=no-help | ho già riavviato il pc ma non è cambiato niente
restart=not-tried | non ho ancora riavviato
restart=tried | ho riavviato due volte
router=no-help | ho riavviato il router senza successo
router=could-not | non posso riavviare il router
since:this-morning | da stamattina la vpn non va
since:yesterday affected:colleagues | da ieri, tutti i colleghi hanno lo stesso problema
affected:only-me | solo a me, ai colleghi funziona
affected:site | tutto l'ufficio è bloccato
changed:computer | ho un portatile nuovo e la vpn non va
changed:update | dopo l'aggiornamento di windows non funziona più
changed:password | ieri ho cambiato la password
changed:nothing | non ho cambiato niente
rights:none | non ho i diritti di amministratore
rights:none | non posso installare niente
rights:admin | ho i permessi di amministratore
urgency:now | ho una riunione con il cliente tra 10 minuti
urgency:tomorrow | domani ho una presentazione
urgency:can-wait | non è urgente
affected:only-me | il mio collega si collega senza problemi
- | servizio riavviato senza successo
reinstall=no-help | ho cancellato il profilo e l'ho ricreato, niente
urgency:now | ho una riunione tra un ora
urgency:today | devo consegnare entro mezzogiorno
restart=no-help router=no-help | ho riavviato router e pc, niente
vpn:l2tp | usiamo l2tp
product:wireguard | wireguard non parte
windows:11 | ho windows 11
link:cable | sono collegato via cavo
flush-dns=no-help | ho fatto flushdns, niente
clock:right | l'ora è giusta
server-name:different | il nome del server è diverso
- | devo riavviare?
- | se riavvio il router perdo internet?
- | adesso riavvio
- | il mio collega è in ferie
- | dov'è l'ufficio acquisti
- | il riavvio aiuta?
network:home | in ufficio funziona, a casa no
router=tried | ok ho riavviato il router
network:office affected:unknown | sono l'unico in ufficio
network:office affected:only-me | sono l'unica in ufficio che ha questo problema
affected:only-me | sono l'unico
affected:unknown | lavoro da solo
affected:unknown | non ho colleghi
- | non ho colleghi con questo problema
- | l'unico problema è la vpn
affected:only-me | i colleghi in ufficio non hanno problemi
affected:only-me | i colleghi possono lavorare
affected:colleagues | i colleghi non possono lavorare
affected:colleagues since:this-morning | una mia collega ha lo stesso problema da stamattina
affected:only-me | la mia collega non ha lo stesso problema
- | la mia collega ha lo stesso portatile
affected:colleagues | è uguale per tutti
affected:only-me | funziona a tutti tranne me
restart=tried router=tried | riavviato pc e router
restart=no-help router=no-help | ho riavviato il pc e anche il router senza successo
restart=tried | ho riavviato il pc e ho chiamato un collega
changed:update since:this-morning | dall'aggiornamento di Windows di stamattina
changed:update since:yesterday | dopo l'aggiornamento di ieri sera non va
- | l'aggiornamento di ieri è grande
other-network=helped | con il wifi di un'amica invece sì
other-network=helped | con l'hotspot invece si collega
- | con l'hotspot invece si disconnette
other-network=no-help | provato con la rete dei vicini, uguale
- | sono collegata al wifi di un'amica e non funziona
- | il wifi di un'amica è lento
affected:colleagues | non sono l'unico
- | non sono l'unica in ufficio
- | non lavoro da solo
- | non sono solo
affected:colleagues | ce l'hanno tutti nel mio team
affected:colleagues | ce l'ha anche il mio collega
affected:colleagues | anche il mio capo ce l'ha
affected:only-me | da loro va tutto bene
affected:only-me | nessun problema da loro
affected:only-me | da loro funziona
affected:unknown | sono già andati via
affected:unknown | i colleghi sono già andati a casa
network:home | boh, lavoro da casa
- | il mio capo ha lo stesso portatile
affected:colleagues | da loro non va
other-network=helped | col telefono va benissimo
other-network=no-help | col telefono non va lo stesso
- | il telefono va benissimo
- | sono in ferie
- | sono andato via
- | i file sono spariti tutti
- | il mio capo ha la stessa stampante
- | da loro è arrivata la mail
other-network=no-help | col cellulare niente
`,
  ),
  ...told(
    'es',
    `
network:home | la vpn no funciona desde casa
restart=no-help | ya he reiniciado el ordenador y sigue igual
restart=not-tried | todavía no he reiniciado
other-network=no-help | probé con el móvil como punto de acceso y tampoco
rights:none | no tengo permisos de administrador
rights:none | no puedo instalar nada
since:yesterday | no funciona desde ayer
urgency:now | tengo una reunión en 10 minutos
router=tried | ya reinicié el router
- | ¿tengo que reiniciar?
- | voy a reiniciar
router=tried | ok he reiniciado el router
restart=tried router=tried | he reiniciado el pc y el router
affected:unknown | trabajo solo
affected:colleagues | mi compañera tiene el mismo problema
affected:only-me | mi compañera no tiene el mismo problema
affected:colleagues | mis compañeros no pueden trabajar
affected:only-me | mis compañeros pueden trabajar
changed:update since:yesterday | desde la actualización de ayer
other-network=helped | con el wifi de un amigo funciona
- | estoy en el wifi de un amigo y no funciona
affected:colleagues | no soy el único
- | no trabajo solo
affected:colleagues | mi jefe tiene lo mismo
affected:colleagues | mi compañero también lo tiene
affected:unknown | ya se han ido todos
- | mi jefe tiene lo mismo que ayer
`,
  ),
  ...told(
    'ko',
    `
restart=no-help | 컴퓨터를 다시 시작했는데 그대로예요
restart=not-tried | 아직 재부팅 안 했어요
restart=tried | 재부팅했어요
other-network=no-help | 핫스팟으로 해봤는데 똑같아요
rights:none | 관리자 권한이 없어요
network:home | 집에서 vpn이 안 돼요
router=no-help | 공유기를 재시작했지만 소용없어요
- | 재부팅해야 하나요?
- | 나중에 재부팅할게요
affected:unknown | 동료가 없어요
affected:unknown | 혼자 일해요
`,
  ),
]

export const held: readonly Told[] = [
  ...told(
    'en',
    `
network:home since:today | working from home today, vpn stopped connecting today
network:hotel link:wifi | on the hotel wifi and vpn times out
network:mobile | i'm on my phone's hotspot right now and vpn gives 809
restart=no-help | did a reboot, didnt change anything
restart=tried router=tried | rebooted the pc and the router already
restart=no-help | Restarting didn't fix it
other-network=no-help | other wifi same result
other-network=helped | works fine over mobile data
reconnect=no-help | I disconnected and reconnected, still the same
cable=no-help | plugged in a network cable, no difference
rights:none | got no admin rights here
rights:none restart=no-help | im not an administrator, and i have restarted my laptop twice without luck
affected:colleagues | my team mates can't connect either
affected:only-me | everyone else is fine, just me
since:days:3 | this has been going on for three days
since:weekend | not working since the weekend
since:monday changed:router | got a new router on monday, since monday no vpn
changed:update since:yesterday | since the update yesterday nothing works
urgency:urgent | URGENT please
urgency:now | my presentation starts in 5 min
product:openvpn windows:10 | openvpn on win10
vpn:always-on windows:11 | always on vpn, win 11
windows:server-2019 | it's a windows server 2019 box
certificate=no-help | got a renewed certificate but same error
- | does restarting help?
- | I might try a hotspot later
- | no admin has answered my ticket
- | we are hiring for the office in Rome
- | the router article in the intranet is outdated
- | when will the update be installed on my computer?
- | I don't know whether I have admin rights
`,
  ),
  ...told(
    'de',
    `
network:home link:wifi | bin daheim im wlan, vpn geht ned
network:mobile | ich bin gerade über den hotspot vom handy drin und bekomm 809
network:train | sitze im ICE, vpn bricht ständig ab
restart=no-help | neu gestartet hab ich auch schon, bringt nix
restart=tried | Neustart schon gemacht
restart=no-help other-network=not-tried | neustart ohne erfolg, hotspot noch nicht getestet
other-network=helped | mit dem hotspot vom handy klappts
other-network=no-help | anderes wlan auch schon probiert, selber fehler
reconnect=no-help | getrennt und neu verbunden, keine änderung
router=no-help | fritzbox neugestartet, leider ohne erfolg
flush-dns=tried | ipconfig /flushdns hab ich gemacht
rights:none | bin kein admin
rights:none | mir fehlen die rechte dazu
affected:colleagues | bei den kollegen geht es auch nicht
affected:site | am ganzen standort geht nix mehr
affected:only-me | die anderen haben das problem nicht
since:days:2 | seit zwei tagen komm ich nicht mehr rein
since:monday | seit montag fehler 809
changed:provider network:home | wir haben zuhause einen neuen internetanbieter
changed:computer windows:11 | neuer rechner mit windows 11
urgency:urgent | ist dringend!
urgency:now | gleich kundentermin
urgency:today | ich brauche das heute noch
vpn:l2tp windows:10 | l2tp unter win10
password=no-help | passwort auch schon zurückgesetzt, immer noch das gleiche
- | muss ich dafür neu starten?
- | ich probier gleich mal den hotspot
- | der admin hat keine zeit
- | kann man im büro drucken
- | nach dem neustart kommt immer die anmeldung
- | wer hat die rechte an dem bild
`,
  ),
  ...told(
    'fr',
    `
network:home link:wifi | à la maison en wifi, erreur 809
network:mobile | je suis connecté via le partage de connexion de mon téléphone
network:train | je suis dans le train et ça coupe tout le temps
restart=no-help | redémarrage effectué, aucun changement
restart=no-help | j'ai redémarré l'ordinateur mais c'est toujours pareil
other-network=not-tried | pas encore testé avec le partage de connexion
other-network=no-help | même problème avec un autre wifi
router=tried | j'ai débranché et rebranché la box
reconnect=no-help | déconnecté puis reconnecté, rien
rights:none | je n'ai pas le droit d'installer des programmes
rights:none | pas de droits admin
affected:colleagues | mes collègues non plus n'arrivent pas à se connecter
affected:only-me | ça marche pour les autres
since:days:3 | ça fait trois jours que ça ne marche plus
since:monday | depuis lundi impossible de se connecter
changed:provider | j'ai changé d'opérateur internet
changed:router | depuis que j'ai une nouvelle box plus rien
urgency:urgent | c'est urgent
urgency:today | j'en ai besoin aujourd'hui
windows:11 product:forticlient | forticlient sur windows 11
vpn:ikev2 | connexion ikev2
password=no-help | mot de passe changé, toujours la même erreur
- | faut-il redémarrer la box ?
- | je redémarrerai ce soir
- | l'admin n'a pas répondu
- | le bureau est fermé vendredi
- | avez-vous les droits sur cette photo
- | quand sera la mise à jour ?
`,
  ),
  ...told(
    'it',
    `
network:home link:wifi | da casa con il wifi, errore 809
network:mobile | sono connesso con l'hotspot del cellulare
network:train | sono in treno e cade sempre
restart=no-help | riavviato il computer, nessun cambiamento
restart=no-help other-network=no-help | ho riavviato e provato l'hotspot, niente da fare
other-network=no-help | anche con un'altra rete lo stesso
other-network=helped | con i dati del cellulare va
router=tried | ho già spento e riacceso il modem
reconnect=no-help | disconnesso e riconnesso, uguale
rights:none | non sono amministratore
rights:none | mi mancano i permessi
affected:colleagues | neanche i miei colleghi riescono a collegarsi
affected:only-me | gli altri non hanno problemi
since:days:3 | sono tre giorni che non va
since:monday | da lunedì non si collega
changed:provider | ho cambiato operatore internet
changed:computer since:yesterday | da ieri ho un computer nuovo
urgency:urgent | è urgente!
urgency:today | mi serve oggi
windows:10 product:anyconnect | anyconnect su windows 10
vpn:ikev2 | connessione ikev2
reinstall=no-help | reinstallato il client, stesso errore
- | serve riavviare il router?
- | riavvierò più tardi
- | l'amministratore non risponde
- | in ufficio fa freddo
- | chi ha i diritti su questa foto
- | quando arriva l'aggiornamento?
`,
  ),
  ...told(
    'es',
    `
network:hotel | estoy en un hotel y la vpn no conecta
restart=no-help | reinicié el pc pero sigue sin funcionar
other-network=helped | con los datos del móvil funciona
rights:none | no soy administrador
affected:colleagues | a mis compañeros tampoco les funciona
since:days:3 | desde hace tres días
urgency:urgent | es urgente
- | ¿reinicio el router?
- | reiniciaré más tarde
`,
  ),
  ...told(
    'ko',
    `
restart=no-help | 재부팅해도 똑같아요
router=tried | 공유기 껐다 켰어요
other-network=helped | 핫스팟으로는 돼요
rights:none | 관리자가 아니에요
affected:colleagues | 동료들도 안 돼요
- | 재부팅하면 되나요?
`,
  ),
]

function told(language: string, lines: string): Told[] {
  return lines
    .trim()
    .split('\n')
    .map(line => {
      const [facts = '', text = ''] = line.split(' | ')
      const expected = facts.trim() === '-' ? [] : facts.trim().split(' ').sort()
      return { language, expected, text: text.trim() }
    })
}
