/** Labelled messages for the signature reader. Each line: ids in order, a bar, the message. */

export interface Labelled {
  readonly expected: readonly string[]
  readonly text: string
}

export const messages: readonly Labelled[] = table(String.raw`
win32:13801 | ProcessFailure: sa:00000000000F1A20 centry:0000000000000000 status:35e9
win32:13806 | 11-03: 09:15:01:224:5c8 ProcessFailure: sa:0x00C1F2A0 centry:0x00000000 status:35ee
ras:809 | error 809
ras:809 | Error 809
ras:809 | ERROR 809!!!
ras:809 | Error: 809
ras:809 | error #809
ras:809 | error no. 809
ras:809 | error number 809
ras:809 | error code 809
ras:809 | error code: 809
ras:809 | Error code is 809
ras:809 | I get error 809 when I try to connect
ras:809 | vpn says 809
ras:809 | 809 again
ras:809 | 809
ras:809 | it's 809 again
ras:809 | still 809
ras:809 | what does 809 mean?
ras:809 | VPN not working from home, 809
ras:809 | the vpn drops with 809 every morning
ras:809 | my vpn fails with 809
ras:809 | vpn error (809)
ras:809 | L2TP 809 after windows update
ras:809 | 809 error on vpn
ras:809 | I keep getting the 809 error
ras:809 | a vpn 809 error
ras:809 | ErrorCode=809
ras:809 | errorcode809
ras:809 | error809
ras:809 | eror 809
ras:809 | errro 809
ras:809 | ERROR_VPN_TIMEOUT
ras:809 | rasdial failed: ERROR_VPN_TIMEOUT, help
ras:809 | Remote Access error 809 - The network connection between your computer and the VPN server could not be established because the remote server is not responding.
ras:809 | error code 0x329
ras:809 | 0x329
ras:809 | error 0x00000329
ras:809 | 0x80070329
ras:809 | Ox80070329
ras:809 | hex 80070329 error
ras:809 | The network connection between your computer and the VPN server could not be established because the remote server is not responding.
ras:809 | this could be because one of the network devices (e.g, firewalls, NAT, routers, etc) between your computer and the remote server is not configured to allow VPN connections
ras:809 | vpn geht nicht, Fehler 809
ras:809 | vpn geht nicht von zuhause, fehler 809
ras:809 | Fehler Nr. 809
ras:809 | Fehlercode 809
ras:809 | Fehlercode: 809
ras:809 | Fehlermeldung 809 beim Verbinden
ras:809 | bekomme beim Verbinden mit dem VPN immer die 809
ras:809 | schon wieder 809
ras:809 | immer noch die 809
ras:809 | fehler809
ras:809 | feler 809
ras:809 | Fehlr 809
ras:809 | der 809er Fehler ist wieder da
ras:809 | RAS-Fehler 809
ras:809 | VPN: Die Netzwerkverbindung zwischen Ihrem Computer und dem VPN-Server konnte nicht hergestellt werden, da der Remoteserver nicht antwortet.
ras:809 | Die Netzwerkverbindung zwischen Ihrem Computer und dem VPN-Server konnte nicht hergestellt werden, weil der Remoteserver nicht antwortet
ras:809 | erreur n° 809
ras:809 | erreur 809
ras:809 | Erreur : 809
ras:809 | code d'erreur 809
ras:809 | le code d'erreur est 809
ras:809 | j'ai l'erreur 809 quand je lance le vpn
ras:809 | le vpn affiche 809
ras:809 | encore 809
ras:809 | Erreur d'accès distant 809
ras:809 | La connexion réseau entre votre ordinateur et le serveur VPN n'a pas pu être établie car le serveur distant ne répond pas.
ras:809 | errore: 809
ras:809 | errore 809
ras:809 | codice errore 809
ras:809 | codice di errore: 809
ras:809 | ho l'errore numero 809 sulla vpn
ras:809 | la vpn mi dà 809
ras:809 | ancora 809
ras:809 | Non è stato possibile stabilire la connessione di rete tra il computer e il server VPN perché il server remoto non risponde.
ras:809 | error 809 al conectar la vpn
ras:809 | código de error 809
ras:809 | otra vez 809
ras:809 | 오류 809
ras:809 | 809 오류
ras:809 | VPN 연결이 안돼요 809 오류가 떠요
ras:809 | 오류 코드: 809
ras:809 | 에러코드 809번
ras:789 | L2TP error 789
ras:789 | l2tp 789
ras:789 | Fehler 789: Der L2TP-Verbindungsversuch ist fehlgeschlagen, da die Sicherheitsstufe einen Verarbeitungsfehler während der ersten Aushandlung mit dem Remotecomputer ermittelt hat.
ras:789 | La tentative de connexion L2TP a échoué car la couche de sécurité a rencontré une erreur de traitement au cours des négociations initiales avec l’ordinateur distant.
ras:789 | Il tentativo di connessione L2TP non è riuscito perché il livello di sicurezza ha rilevato un errore di elaborazione durante la negoziazione iniziale con il computer remoto.
ras:789 | The L2TP connection attempt failed because the security layer encountered a processing error during initial negotiations with the remote computer.
ras:691 | VPN Fehler 691 Passwort falsch?
ras:691 | erreur 691
ras:691 | Die Remoteverbindung wurde verweigert, weil die angegebene Kombination aus Benutzername und Kennwort nicht erkannt wird
ras:812 | errore 812 dal server vpn
ras:812 | The connection was prevented because of a policy configured on your RAS/VPN server.
ras:868 | vpn error 868
ras:868 | Die Remoteverbindung wurde nicht hergestellt, da der Name des RAS-Servers nicht aufgelöst werden konnte.
ras:800 | Unable to establish the VPN connection.
ras:811 | because the remote server is not responding. This is typically caused by a pre-shared key problem between the client and server.
ras:811 | The network connection between your computer and the VPN server could not be established because the remote server is not responding. This is typically caused by a pre-shared key problem between the client and server.
ras:619 | Fehler 619: Eine Verbindung mit dem Remotecomputer konnte nicht hergestellt werden. Daher wurde der für die Verbindung verwendete Port geschlossen.
ras:827 | error 827 ipsec
ras:835 | erreur 835
ras:766 | Fehler 766: Es konnte kein Zertifikat gefunden werden
win32:13801 | 13801
win32:13801 | error 13801
win32:13801 | Fehler 13801
win32:13801 | Fehler 13.801
win32:13801 | erreur 13801
win32:13801 | errore 13801
win32:13801 | 13801 again
win32:13801 | ikev2 13801
win32:13801 | IKE authentication credentials are unacceptable
win32:13801 | "IKE authentication credentials are unacceptable."
win32:13801 | Anmeldeinformationen für die IKE-Authentifizierung sind nicht akzeptabel
win32:13801 | IKE: Anmeldeinformationen fuer die Authentifizierung, also Fehler 0x35E9
win32:13801 | Les informations d’authentification IKE ne sont pas acceptables
win32:13801 | Le credenziali di autenticazione IKE sono inaccettabili
win32:13801 | ERROR_IPSEC_IKE_AUTH_FAIL
win32:13801 | error_ipsec_ike_auth_fail
win32:13801 | error code 0x35E9
win32:13801 | error 35E9
win32:13801 | 0x800735E9
win32:13801 | 800735e9
win32:13801 | -2147011095
win32:13801 | vpn connection failed with 13801, certificate?
win32:13806 | IKE failed to find valid machine certificate. Contact your Network Security Administrator
win32:13806 | IKE n’a pas pu trouver un certificat d’ordinateur valide
win32:13806 | VPN bricht mit 13806 ab
win32:13868 | Policy match error
win32:13868 | Fehler bei Richtlinienübereinstimmung
win32:13868 | errore 13868
win32:13805 | negoziazione: errore 13805
win32:13813 | Keine Antwort vom Peer
hresult:0x800B0101 | 0x800B0101
hresult:0x800B0101 | 0x800b0101
hresult:0x800B0101 | 800B0101
hresult:0x800B0101 | error code: -2146762495
hresult:0x800B0101 | -2146762495
hresult:0x800B0101 | 2148204801
hresult:0x800B0101 | CERT_E_EXPIRED
hresult:0x800B0101 | HRESULT 0x800B0101 (CERT_E_EXPIRED)
hresult:0x800B0101 | sstp: Ein erforderliches Zertifikat befindet sich nicht im Gültigkeitszeitraum gemessen an der aktuellen Systemzeit
hresult:0x800B0109 | A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider. (0x800B0109)
hresult:0x80092013 | Fehler 80092013
hresult:0x80090016 | NTE_BAD_KEYSET
win32:10054 | 0x80072746
win32:5 | 0x80070005 beim Starten
win32:5 | System error 5 has occurred.
win32:5 | Systemfehler 5 aufgetreten.
win32:1068 | Fehler 1068: Der Abhängigkeitsdienst oder die Abhängigkeitsgruppe konnte nicht gestartet werden.
win32:1058 | error 1058
event:4653 | event id 4653
event:4653 | Ereignis-ID 4653
event:4653 | Event 4653 in the security log
event:4653 | EventID=4653
event:4653 | ID evento: 4653
event:4653 | ID d'événement 4653
event:4653 | 이벤트 ID 4653
event:5453 | Ereignis 5453, IKEEXT läuft nicht
event:20227 | RasClient 20227
event:20227 | Event ID: 20227
event:4283 | System log: 0xC00010BB
event:4965 | ereignisprotokoll: Ereigniskennung 4965
ikev2:NO-PROPOSAL-CHOSEN | NO_PROPOSAL_CHOSEN
ikev2:NO-PROPOSAL-CHOSEN | no proposal chosen
ikev1:NO-PROPOSAL-CHOSEN | NO-PROPOSAL-CHOSEN
ikev1:NO-PROPOSAL-CHOSEN | isakmp: no proposal chosen
ikev2:NO-PROPOSAL-CHOSEN | ikev2: NO-PROPOSAL-CHOSEN
ikev2:NO-PROPOSAL-CHOSEN | received NO_PROPOSAL_CHOSEN notify error
ikev2:NO-PROPOSAL-CHOSEN | charon: parsed response 0 [ N(NO_PROP) ]
ikev1:INVALID-ID-INFORMATION | INVALID_ID_INFORMATION
ikev1:INVALID-ID-INFORMATION | invalid id information
ikev2:TS-UNACCEPTABLE | TS_UNACCEPTABLE
ikev2:TS-UNACCEPTABLE | received ts unacceptable notify
ikev2:AUTHENTICATION-FAILED | AUTHENTICATION_FAILED
ikev2:AUTHENTICATION-FAILED | charon: received AUTHENTICATION_FAILED notify error
ikev2:AUTHENTICATION-FAILED | parsed IKE_AUTH response 1 [ N(AUTH_FAILED) ]
ikev1:PAYLOAD-MALFORMED | payload malformed
ikev1:INVALID-HASH-INFORMATION | ignoring informational payload, type INVALID_HASH_INFORMATION
ikev1:AUTHENTICATION-FAILED | ikev1 notify type 24
ikev2:INVALID-KE-PAYLOAD | ikev2 notify type 17
ikev2:TS-UNACCEPTABLE | notification 38
win32:13801 event:20227 | CoId={B1E3A5C2-0F7D-4A53-9C1E-9A8F6D3E2B10}: The user CONTOSO\anna dialed a connection named Work VPN which has failed. The error code returned on failure is 13801. RasClient 20227
ras:809 event:20227 | RasClient 20227: Der Benutzer hat eine Verbindung gewählt. Der bei der Verbindung zurückgegebene Fehlercode lautet 809.
ras:809 event:20227 | RasClient 20227, le code d'erreur retourné lors de l'échec est 809
ras:809 event:20227 | RasClient 20227, il codice di errore restituito in caso di errore è 809
hresult:0x800B0101 event:20227 | Event 20227: the error code returned on failure is -2146762495.
ras:809 ras:789 | errors 809 and 789
ras:809 ras:789 win32:13801 | Fehler 809, 789 und 13801
ras:789 ras:809 | erst kam Fehler 809, jetzt 789
ras:789 ras:809 | not 809 but error 789
ras:809 | Ticket 13801: vpn Fehler 809
ras:809 | Room 789 here, vpn error 809
ras:809 | ich sitze in Raum 812 und bekomme Fehler 809
win32:13801 event:4653 | Event 4653, Failure Reason: IKE authentication credentials are unacceptable
ras:809 | Ｆｅｈｌｅｒ　８０９
ras:809 | Fehlеr 809
ras:809 | Er​ror 8​0​9
ras:809 | error 809
win32:13801 | error ١٣٨٠١
hresult:0x800B0101 | ０ｘ８００Ｂ０１０１
ras:809 | ‮Error 809
ras:809 | E̷r̷r̷o̷r̷ 8̷0̷9̷
ras:809 | VPN connect → 809
ras:691 | Verbindungsfehler 691
ras:809 | Seit heute Morgen Fehlercode 809 bei der VPN-Einwahl
ras:809 | it fails with error code 809 on the hotel wifi
ras:809 | le VPN me renvoie 809
ras:809 | habe den Code 809 bekommen
ras:809 | error 809 and also I forgot my password for sap
ras:809 | error 809, my outlook does not open either
ras:809 | Fehler 809 und mein Drucker geht auch nicht
ras:809 | Fehler 809 außerdem geht Outlook nicht auf
ras:809 | erreur 809, l'imprimante aussi ne marche plus
ras:809 | errore 809 e anche la stampante non va
ras:812 | 812 beim Verbinden mit dem VPN
win32:13801 | Fehler: 13801 (0x35e9)
hresult:0x80092013 | error -2146885613
ras:809 | impossibile connettersi alla vpn: 809
ras:809 | 809번 에러가 계속 나요
win32:13868 | VPN failed 13868
event:4653 | Audit Failure 4653
event:4960 event:4961 event:4962 | event ID's 4960, 4961 and 4962
win32:13801 ras:809 | kein 809 mehr, jetzt 13801
`)

/** Numbers that are no error codes, and words that are no names. */
export const strangers: readonly string[] = lines(`
I am in room 809
room 809, the printer does not work
Zimmer 809
Ich bin in Raum 809, bitte vorbeikommen
Büro 809 hat kein Netz
chambre 809
la salle 809 n'a pas de wifi
bureau 789
stanza 809
sono nella stanza 809
ufficio 812, la stampante non va
Ticket 13801
ticket #13801 please
Vorgang 13801 ist noch offen
dossier 13801
pratica 13801
mein Ticket hat die Nummer 13801
Rechnung 13801
order 13801 has not arrived
invoice 13806
port 500/4500
open port 500 and 4500 please
UDP 500 und 4500 sind offen
is port 809 open on the firewall?
vpn port 800 tcp
ports 789 and 809 for vpn
10.0.809.1
10.0.19045
Windows 10.0.19045
Windows 10/11
windows 11 23h2
version 8.0.9
version 809
v809
vpn client version 8.0.789
192.168.8.9
192.168.1.1:809
vpn.contoso.com:809
http://intranet/809
4500 euros
das kostet 809 Euro
809 €
€809
$809
809,50
809.99 USD
1.809 Euro
ça coûte 809 euros
costa 809 euro
das VPN kostet uns 809 Euro im Monat
CHF 809
809 MB
the download is 809 MB
809 kbit/s
809 users cannot connect to vpn
vpn for 809 employees
809 Mitarbeiter nutzen VPN
809 utilisateurs du vpn
809 utenti vpn
800 people
it failed 809 times
Fehler 809 Mal aufgetreten
809 Tage ohne Unfall
seit 809 Tagen
depuis 809 jours
da 809 giorni
809 Main Street
Hauptstraße 809
via Roma 809
rue de la Paix 809
my house number is 809
Hausnummer 809
building 809 floor 7
+49 809 123456
call me at 809-555-1234
Tel. 089 809 1234
0809 123 456
durchwahl 809
extension 789
interno 809
poste 809
08:09
8:09 Uhr
20.08.2009
2009-08-09
21/11/2026 at 8.09
PLZ 13801
zip 13801
Kundennummer 13801
Personalnummer 13806
matricule 13801
matricola 13801
employee 13801 needs access
Inventarnummer 13801
asset tag 13801
PC 13801
KB5009543
KB809
KB 809
INC0013801
#809
laptop hp 800 g5
boeing 787
Lumia 800
i7-8700
the door code is 809
mein Türcode ist 809
le code de la porte est 809
area code 809
code postal 13801
codice fiscale 13801
page 809 of the manual
Seite 809
line 809
error on line 809
Fehler in Zeile 809
charon[809]: 13[IKE] keeping connection alive
pid 809
process 13801 is using the cpu
vlan 809
mtu 800
my printer shows error 809
printer error 809
error 809, HP printer
my printer stops and shows error 809
Drucker druckt nicht, Fehler 809
Fehler 809 am Drucker und Scanner im zweiten Stock
Drucker im 2. OG zeigt Fehler 13801
outlook error 809 and also the calendar is empty
error 809 and 789 on the printer in the hall
Drucker Fehler 691
Der Drucker zeigt Fehlercode 619 an
l'imprimante affiche erreur 809
la stampante dà errore 809
HTTP error 619
Waschmaschine Fehler 809
Heizung Störung 809
Outlook error 806
SAP Fehlermeldung 812
event 809
Event ID 809
Ereignis 13801
das Event 2026 hat 800 Gäste
804, 805 und 806 sind Zimmer
I have 809 errors in the log
809 errors found
809 unread mails
I am connected
you are connected to the wrong network
invalid certificate in the browser
the certificate is unavailable
authentication failed at the coffee machine
my login says authentication failed
please accept the cookie
I need a cookie
redirect my mail
this is a temporary failure, right?
initial contact with the customer was good
invalid signature on the contract
pending
operation pending
error no answer
error unknown
server policy error
no certificate
the password is expired
vpn is slow today
my vpn does not work
error
Fehler beim Verbinden
vpn geht nicht
CoId={B1E3A5C2-0F7D-4A53-9C1E-9A8F6D3E2B10}
{0CCE9218-69AE-11D9-BED3-505054503030}
800b0101-69ae-11d9-bed3-505054503030
DE89370400440532013000
80092013
phone 80090016
0x12345678
0xDEADBEEF
MAC 00:80:9a:13:80:1f
sha1 800b0101aabbccddeeff00112233445566778899
I ordered 809 chairs
meeting at 809
Bus 809
line 809 is late, the bus
Linie 800 fällt aus
gate 809
seat 809
Kapitel 809
step 809
since 800 AD
5
87
10
14
38
1068
5 times
error 5 times in a row
Fehler 5 mal hintereinander
방 809호
809호에 있어요
809원
포트 809
the alarm code is 809
my locker number is 809
Wir haben 809 Euro Budget fürs VPN
Mitarbeiter 13801 braucht VPN
latency is 809 ms on vpn
80809 München
0800 809 809
Brother MFC-L809
802 VPN users
VPN funktioniert seit Update 809 nicht
C:\\809\\vpn.log
`)

function table(text: string): readonly Labelled[] {
  return lines(text).map(line => {
    const bar = line.indexOf(' | ')
    return { expected: line.slice(0, bar).split(' '), text: line.slice(bar + 3) }
  })
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter(line => line.trim() !== '')
}
