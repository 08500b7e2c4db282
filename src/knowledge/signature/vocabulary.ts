/**
 * Words around a number that tell whether it is an error code: all languages in one set, since people mix them.
 * Folded forms: lower case, no accents (fold.ts).
 */

/** A number after one of these, over connecting words, is a code. */
export const errorWords = words(`
  error errors err errno errorcode errcode ecode errornumber hresult ntstatus win32 ras rasdial lasterror rc
  fehler fehlers fehlern fehlercode fehlercodes fehlermeldung fehlermeldungen fehlernummer fehlernr fehlerkode
  rasfehler vpnfehler systemfehler systemerror fehlernachricht
  erreur erreurs codeerreur
  errore errori codiceerrore
  fallo errorcode
  오류 에러 오류코드 에러코드 오류번호
`)

/** "Failed with 809", "schlägt fehl: 809": a code only with a connecting word or a mark in between. */
export const failWords = words(`
  failed fails fail failing failure abort aborted aborts
  fehlgeschlagen fehl scheitert gescheitert abgebrochen
  echec echoue echouee echouent
  fallito fallita fallisce riuscito riuscita
  falla fallo fracasa
  실패
`)

/** Codes of anything: only right before the number, and not the code of a door. */
export const codeWords = words(`
  code codes codice codici codigo kode meldung message messaggio mensaje status statuscode errormessage
  returned returns gibt liefert renvoie renvoye restituisce
  코드 메시지
`)

/** An event id follows. */
export const eventWords = words(`
  event events eventid eventids eventcode eventnumber
  ereignis ereignisse ereignisid ereigniskennung ereignisnummer ereignissen
  evenement evenements
  evento eventi eventos
  이벤트
`)

/** Sources of the event log; an event id stands beside them. */
export const sourceWords = words(`
  rasclient remoteaccess auditing audit policyagent ikeext eventlog log logs rasman scm
  protokoll ereignisprotokoll journal registro
`)

/** May stand between an error word and its number, or between two numbers of a list. */
export const connectors = words(`
  s is was are be says say said shows with of the a an no nr number num nummer numero n id ids code codes and
  returned on failure termination for from reads reason value name description message text details type
  remote access vpn l2tp ikev2 ike sstp pptp ras windows system connection called namely like this that
  ist sind war lautet heisst die der das dem den mit von und zeigt sagt namens meldet zuruckgegeben zuruckgegebene
  ruckgabecode bei beim verbindung lautete kommt verbinden
  est etait avec de du d la le l et en cas retourne renvoye lors echec a acces distance distant dit affiche connexion
  suivante suivant
  e era con di del della dell il lo restituito caso errore codice accesso remoto seguente dice mostra connessione
  es el los al producirse error codigo devuelto conexion
  qualifiers 0 번호 는 은 가 이 번 코드
`)

/** VPN talk: with it a free-standing number may be a code. */
export const vpnWords = words(`
  vpn vpns l2tp ikev1 ikev2 ike ipsec pptp sstp rasdial rasclient ras isakmp charon strongswan oakley tunnel
  vpnverbindung vpnclient fernzugriff
  connect connects connecting connected connection reconnect dial dialing
  verbinden verbindung verbindungsaufbau verbindungsfehler einwahlen einwahl verbindet
  connecter connexion connecte
  connetto connettere connettermi connessione connette
  conectar conexion conecta
  연결 접속
`)

/** Things with error numbers of their own; without VPN talk beside them the number is theirs. */
export const otherThings = words(`
  printer printers scanner copier http https outlook excel powerpoint onenote onedrive sharepoint sap oracle sql mysql
  browser chrome firefox edge safari website webpage page java python php netflix spotify playstation xbox
  nintendo steam zoom slack camera washing dishwasher oven boiler heater heating fridge tv car engine obd elevator
  drucker druckers kopierer waschmaschine spulmaschine geschirrspuler heizung therme auto motor aufzug fernseher
  kaffeemaschine backofen kuhlschrank webseite kasse automat
  imprimante photocopieur machine laver lave chaudiere voiture moteur ascenseur four navigateur site
  stampante fotocopiatrice lavatrice lavastoviglie caldaia auto motore ascensore forno sito frigorifero
  impresora lavadora caldera coche
  프린터 세탁기 보일러
`)

/** Another clause follows, when enough words do; "also on the printer" would be the same error. */
export const joiningWords = words(`
  and additionally besides
  und ausserdem zudem zusatzlich
  et
  e ed inoltre
  y ademas
  그리고 또한
`)

/** What a number right after one of these counts or names. */
export const placeWords = words(`
  room rooms port ports line lines page pages ticket tickets case incident request order invoice bill extension ext
  phone tel telephone fax mobile building floor office desk seat street road avenue house flat apartment gate bus
  train tram flight vlan pid tid thread uid user users employee customer client asset serial model version build
  release update article question step chapter table figure row column item part level route track channel id
  call dial height width size length bytes offset count total sum price cost costs pay paid paying budget about
  approximately around nearly almost over under than least most only every since until before year zip plz locker
  box slot rack node host kb kba patch area department team unit license licence contract account po pr
  issue bug jira chg inc req version v volume seq sequence spi len interface reinstalled used
  raum raume zimmer zeile seite tickets vorgang auftrag rechnung durchwahl telefon handy gebaude stock etage buro
  platz strasse str haus wohnung gleis zug linie flug mitarbeiter kunde kundennummer personalnummer personal
  inventar inventarnummer inventarnr seriennummer gerat rechner modell kapitel tabelle schritt preis kostet kosten
  bezahlt zahle zahlen etwa circa ca rund fast uber unter mindestens maximal nur alle seit jahr postfach vertrag
  konto abteilung halle tor schrank fach plz bestellung bestellnummer lieferschein artikel hausnummer auftragsnummer
  ticketnummer vorgangsnummer rechnungsnummer raumnummer zimmernummer kostenstelle fall projekt
  chambre salle bureau ligne page dossier commande facture poste batiment etage rue avenue maison quai train vol
  employe matricule client serie modele prix coute coutent coutait paye environ presque plus moins depuis annee
  contrat compte service bus porte demande etape chapitre tableau casier
  stanza camera sala ufficio riga pagina pratica ordine fattura interno edificio piano via viale corso casa binario
  treno volo dipendente matricola cliente serie modello prezzo costa costano costava pagato circa quasi oltre
  meno dal anno contratto conto reparto porta autobus richiesta scaffale armadio protocollo
  habitacion sala puerto linea pagina pedido factura extension edificio piso calle casa empleado cliente cuesta
  방 포트 티켓 건물 층
`)

/** What a number right before one of these counts. */
export const unitWords = words(`
  euro euros eur usd chf gbp dollar dollars pounds cent cents percent pct mb gb kb tb kib mib gib kbit mbit gbit mbps
  kbps bytes byte bit bits px ms sec secs second seconds s min mins minute minutes h hour hours day days week weeks
  month months year years times x people users employees customers clients persons computers pcs devices files
  mails emails messages pages lines rows items entries records pieces km m cm mm kg g l w kw v hz mhz ghz dpi rpm
  degrees miles street st road rd avenue ave tickets requests orders errors calls connections packets sites
  servers printers rooms hits steps points attempts tries retries licenses licences laptops units copies
  franken prozent sekunden sekunde minuten stunden stunde tage tagen tag wochen monate jahre jahren mal leute
  personen mitarbeiter mitarbeitern nutzer nutzern benutzer benutzern kunden rechner rechnern gerate geraten dateien
  seiten zeilen eintrage stuck uhr grad kilometer meter clients anrufe verbindungen pakete standorte versuche
  secondes heures jours semaines mois ans fois personnes utilisateurs employes clients fichiers pages lignes pieces
  postes appareils ordinateurs metres appels tentatives erreurs salaries collegues
  secondi minuti ore giorni settimane mesi anni volte persone utenti dipendenti clienti file pagine righe pezzi
  dispositivi metri chiamate tentativi errori colleghi postazioni
  segundos minutos horas dias semanas meses anos veces personas usuarios empleados
  호 호실 원 명 개 일 년 월 시 분 초 층 달러 유로 페이지 건
`)

/** Words for the number itself; what it numbers stands before them. */
export const numberWords = words('number num nummer numero nr no n id')

/** Places a number, not an error: "in 809", "at 809". */
export const placePrepositions = words(
  'in im at an am on auf au aux dans en nel nella al alla a zu zum to nach',
)

/** May stand right before a free code beside VPN talk. */
export const beforeFree = words(`
  with mit avec con says said say sagt meldet zeigt shows show showing dit affiche mostra dice get gets getting got
  bekomme kriege kommt krieg erhalte erscheint ho ricevo mi da recois obtiens j ai sale muestra appears always immer toujours sempre
  again wieder encore ancora is ist est e es now jetzt maintenant adesso ora the die der das den a eine einen une
  un una la le il lo l it its and und et y still noch just only wohl problem probleme problema issue see seeing code
  vpn l2tp ikev2 ikev1 ike ipsec sstp pptp ras rasdial connection verbindung connexion connessione not nicht pas non
  number nummer numero nr
  exit result habe hab hatte
  fails fail failed down broken works geht tut kaputt dead disconnects disconnected drops abbruch kein no since
  가 이 는 은 vpn이 vpn은
`)

/** May stand right behind a free code beside VPN talk. */
export const behindFree = words(`
  again wieder encore ancora still immer noch when while if as after before on with from since today yesterday every
  each and or but what help why please pls how now at in for the is means
  wenn beim bei nach seit heute gestern und oder aber ab was hilfe warum bitte wie jetzt kommt erscheint vpn von zuhause
  am im auf mit taucht steht als trotz obwohl weil
  quand lors apres depuis aujourd hui hier et ou mais que aide pourquoi svp maintenant en avec chez a
  quando dopo da oggi ieri e o ma che cosa aiuto perche adesso ora in con al appare dal
  cuando despues desde hoy y pero que ayuda por ahora
  l2tp ikev2 ike ipsec error fehler errore erreur connection connecting
  가 이 는 은 떠요 나와요 뜹니다 번 오류 에러
`)

/** With these alone around it, a known number is the whole message. */
export const fillers = words(`
  again still same it is its the a an now just only always please pls help hi hello hey ok and oh no not so well
  what s means mean does this that got get getting have has i me my here we it's back
  wieder immer noch nochmal erneut jetzt nur bitte hilfe hallo die der das ist es schon wohl und ach nein auch mal
  bekomme kommt kriege ich habe was bedeutet heisst mein bei mir steht da
  encore toujours meme maintenant le la les un une c est ca et aide bonjour svp j ai moi que veut dire quoi
  ancora sempre stesso stessa adesso ora il lo un una e aiuto ciao per favore ho mi da cosa significa vuol dire
  otra vez siempre mismo ahora el hola ayuda por favor tengo sale que significa
  code codice codigo number nummer numero nr n
  kein keine mehr sondern but then plus mais puis non piu ma poi
  since this morning today yesterday seit heute gestern fruh morgen depuis ce matin hier aujourd hui
  da stamattina stamane ieri oggi desde esta manana ayer hoy
  또 다시 계속 이요 요 번 떠요 나와요 이 가 뭐예요
`)

/** The code is the current one ("now 789") or explicitly is not ("not 809"). */
export const nowWords = words(
  'now jetzt nun inzwischen maintenant desormais adesso ora ahora instead stattdessen 이제 지금',
)
export const notWords = words(
  'not no nicht kein keine keinen pas non nessun ningun previously fruher vorher avant prima instead statt',
)

/** A word typed nearly right still introduces its number. */
export const errorStems: readonly string[] = [
  'error',
  'fehler',
  'fehlercode',
  'fehlermeldung',
  'erreur',
  'errore',
]

export type Mark = 'phase1' | 'phase2' | 'ikev1' | 'ikev2' | 'ike' | 'ipsec'

/** Word sequences that set the scene for the names of IKE, and the IPsec services by their names. */
export const marks: Readonly<Record<Mark, readonly string[]>> = {
  phase1: phrases(`
    main mode, mainmode, ike sa init, id prot, aggressive mode, phase 1, phase1, phase i, phase one, isakmp sa,
    hauptmodus, mode principal, modalita principale, fase 1, 1단계
  `),
  phase2: phrases(`
    quick mode, quickmode, child sa, create child sa, ike auth, phase 2, phase2, phase ii, phase two, ipsec sa,
    proxy id, schnellmodus, mode rapide, modalita rapida, fase 2, 2단계
  `),
  ikev1: phrases(`
    ikev1, ike v1, isakmp, oakley, main mode, quick mode, aggressive mode, id prot, l2tp, informational v1,
    hauptmodus, schnellmodus, mode principal, mode rapide, racoon, xauth
  `),
  ikev2: phrases('ikev2, ike v2, ike sa init, ike auth, create child sa, child sa, swanctl, mobike'),
  ike: phrases(`
    ike, ipsec, charon, strongswan, swanctl, libreswan, openswan, pluto, racoon, notify, payload, notification,
    isakmp, ikev1, ikev2, child sa, ike sa, ike auth, oakley, vici, dpd
  `),
  ipsec: phrases(`
    ikeext, policyagent, policy agent, ipsec policy agent, ipsec service, ipsec services, ike service, bfe,
    base filtering engine, ike and authip, ike and authip ipsec, keying modules,
    basisfiltermodul, ipsec richtlinien agent, ipsec richtlinienagent, ipsec dienst, ipsec dienste, ike dienst,
    ike und authip, schlusselerstellungsmodule,
    moteur de filtrage de base, agent de strategie ipsec, ike et authip, service ipsec, service ike,
    modulo di filtraggio di base, agente criteri ipsec, agente ipsec, ike e auth ip, ike e authip,
    servizio ipsec, servizi ipsec, servizio ike
  `),
}

function phrases(list: string): readonly string[] {
  return list.split(',').map(phrase => phrase.trim())
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(word => word !== ''))
}
