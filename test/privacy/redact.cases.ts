/** Messages with secrets, each marked ⟦like this⟧, and messages that only look as if they had one. */
import type { SecretKind } from '../../src/privacy/redact.ts'

export interface Leak {
  readonly kind: SecretKind
  readonly text: string
  readonly secrets: readonly string[]
}

const jwt =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'
const block =
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\\nMzEfYyjiWA4R4/M2bS1GB4t7NXp98C3S'

/** Put together here, so that no scanner of repositories takes a made-up key for a real one. */
const made = {
  aws: `AKIA${'IOSFODNN7EXAMPLQ'}`,
  github: `ghp_${'0123456789abcdefghijABCDEFGHIJ012345'}`,
  slack: `xoxb-${'123456789012-123456789012-abcdefghijABCDEFGHIJabcd'}`,
  google: `AIza${'SyA1234567890abcdefghijklmnopqrstuv'}`,
  stripe: `sk_live_${'abcdefghijklmnopqrstuvwx'}`,
  npm: `npm_${'abcdefghijABCDEFGHIJabcdefghijABCDEF'}`,
  openai: `sk-proj-${'abcdefghijklmnopqrstuvwxyz0123456789'}`,
  sendgrid: `SG.${'abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'}`,
  gitlab: `glpat-${'abcdefghij0123456789'}`,
  azure: 'abc8Q~defghijklmnopqrstuvwxyz0123456789ab',
}

export const leaks: readonly Leak[] = [
  ...table(
    'password',
    `
password: ⟦hunter2⟧
Password = ⟦Summer2025!⟧
password:⟦hunter⟧
my password is ⟦Winter26⟧
my password is ⟦swordfish⟧
the vpn password is ⟦Qwertz123⟧
password for the vpn is ⟦Contoso!7⟧
my new password is now ⟦Spring#25⟧
user anna password ⟦Herbst2024⟧
user: anna, pass: ⟦xyz12345⟧
login anna pw ⟦Sommer25!⟧
pwd=⟦geheim⟧
PWD: ⟦4711⟧
passphrase: "⟦correct horse battery staple⟧"
Here it is: password "⟦a b c 1⟧"
{"username":"anna","password":"⟦x7Kp!9⟧"}
DB_PASSWORD=⟦s3cr3tdb⟧
MYSQL_ROOT_PASSWORD: ⟦toor99⟧
Server=db01;User Id=sa;Password=⟦P@ssw0rd⟧;Database=crm
Data Source=db;uid=app;pwd=⟦Str0ng;Encrypt⟧=true
⟦Winter2026!⟧ is my password
Password:\\n⟦hunter2!⟧
password\\n⟦Sommer2025!⟧\\nuser\\nanna
username: anna\\npassword: ⟦Herbst-24⟧\\nserver: vpn.contoso.example
my pass is ⟦abc123⟧ please test
ｐａｓｓｗｏｒｄ：⟦hunter2⟧
pass\u200bword: ⟦hunter2⟧
pa\u00adssword = ⟦hunter2⟧
Passwort: ⟦Sommer2025!⟧
Passwort ⟦Sommer2025!⟧ geht nicht
mein Passwort ist ⟦Geheim123⟧
mein passwort lautet ⟦hundekuchen⟧
Mein Kennwort war ⟦Frühling24⟧
Kennwort = ⟦abcDEF12⟧
das neue Passwort für das VPN ist ⟦Sommer25!⟧
Windowskennwort: ⟦Berlin2024⟧
VPN-Passwort: ⟦kaffeetasse⟧
Benutzer anna, Passwort: ⟦1234567⟧
⟦Winter2026!⟧ ist mein Passwort
Zugangscode: ⟦Tor4711x⟧
hier das pw: ⟦ichliebedich2⟧
PW lautet jetzt ⟦Neu!2026⟧
Passwort (neu): ⟦Huhn-77⟧
mot de passe : ⟦azerty⟧
mot de passe: ⟦Soleil2025⟧
mon mot de passe est ⟦Bonjour12⟧
mon mot de passe c'est ⟦doudou77⟧
mdp : ⟦Chat!noir9⟧
mdp=⟦soleil⟧
le mot de passe du vpn est ⟦Paris2024⟧
⟦Paris2024!⟧ est mon mot de passe
la password è ⟦pippo123⟧
la mia password è ⟦Milano!25⟧
password: ⟦pippo⟧
password della vpn: ⟦Roma2024x⟧
la password era ⟦Estate23⟧
parola chiave: ⟦gatto77⟧
contraseña: ⟦verano24⟧
mi contraseña es ⟦Madrid!25⟧
la clave es ⟦Perro2024⟧
비밀번호: ⟦abc123!⟧
비밀번호는 ⟦hunter22⟧입니다
비번 ⟦Seoul2025!⟧
https://anna:⟦geheim⟧@vpn.contoso.example/start
postgres://app:⟦hunter2⟧@db01:5432/crm
mongodb+srv://root:⟦S3cret⟧@cluster0.example.net/test
ftp://bob:⟦pa55⟧@files.example
https://portal.example/login?user=anna&password=⟦hunter2⟧
rasdial "Work VPN" anna ⟦Sommer2025!⟧
net use \\\\srv\\daten /user:CONTOSO\\anna ⟦Sommer2025!⟧
curl -u anna:⟦hunter2⟧ https://api.example
sshpass -p ⟦hunter2⟧ ssh anna@gw
cmdkey /add:srv /user:anna /pass:⟦hunter2⟧
New-LocalUser -Name x -Password ⟦Hallo123⟧
ConvertTo-SecureString "⟦Hallo123⟧" -AsPlainText -Force
username bob password 7 ⟦0822455D0A16⟧
: EAP "⟦vpnpass⟧"
Hi, my login is anna.muster and the password is ⟦Muster#2025⟧, can you check?
pw: ⟦Winter2025⟧
Pass: ⟦T3st!pass⟧
password → ⟦Abc12345⟧
password - ⟦Abc12345⟧
the pw is ⟦abcd1234⟧
pwd is ⟦Qwe123⟧
I used ⟦Sommer2024!⟧ as password
Login: anna / ⟦Sommer2025!⟧
Credentials: anna:⟦Sommer2025!⟧
Zugangsdaten: amuster / ⟦Herbst#25⟧
user/pass: anna/⟦Herbst#25⟧
username anna.m password ⟦Zebra77!⟧
Passwort "⟦Mein Hund 7⟧"
Das Passwort lautet: ⟦Mondschein4⟧
Mein PW: ⟦mondschein⟧
hab als passwort ⟦Berlin!1990⟧ eingegeben
ich gebe ⟦Berlin!1990⟧ als Passwort ein
mot de passe = ⟦Toto1234⟧
mot de passe wifi : ⟦Livebox-77AB⟧
mon mdp est ⟦toto1234⟧
mon mot de passe (vpn) : ⟦toto1234⟧
identifiant anna mot de passe ⟦Toto!234⟧
password wifi: ⟦TimWifi22⟧
la mia psw è ⟦Ciao1234⟧
password = '⟦ciao⟧'
la password che uso è ⟦Ciao1234!⟧
mi clave es ⟦hola1234⟧
contraseña vpn: ⟦Hola!1234⟧
비밀번호 : ⟦pass1234⟧
제 비밀번호는 ⟦qwer1234!⟧ 입니다
https://user:⟦p4ss⟧@10.0.0.1:8443
smb://anna:⟦p4ss⟧@srv/share
PGPASSWORD=⟦geheim⟧ psql
mysql -u root -p⟦hunter2⟧
net use X: \\\\srv\\share ⟦Passw0rd!⟧ /user:anna
runas /user:admin /password:⟦Adm1n!⟧
snmp? enable secret 5 ⟦$1$mERr$hx5rVt7rPNoS4wqbXKX7m0⟧
<password>⟦hunter2⟧</password>
<Password>⟦Abc!123⟧</Password>
Password for user anna: ⟦Kaktus!88⟧
the password: "⟦blue horse⟧"
My Windows password is ⟦Frosch2025⟧ but it does not work
Can you try with ⟦Frosch2025!⟧ as my password?
pass=⟦letmein⟧
passwd: ⟦qwertz⟧
root password ⟦t00r!t00r⟧
admin / ⟦Adm1n2025!⟧ is the password
temp password: ⟦Welcome1⟧
Initialpasswort: ⟦Start123⟧
Erstpasswort ⟦Start!123⟧
Mein Passwort: ⟦Schnecke⟧
mein passwort ist ⟦schnecke99⟧, warum geht das nicht
Das WLAN Passwort ist ⟦gast-2025⟧
WLAN-Passwort: ⟦gastzugang⟧
Einmalpasswort ⟦A7x9Q2⟧
Passwort neu = ⟦Regen!44⟧
Kennwort lautet ⟦Regen!44⟧
le mot de passe : "⟦Printemps⟧"
mot de passe provisoire : ⟦Bienvenue1⟧
voici mon mdp ⟦Bleu!2025⟧
password provvisoria: ⟦Benvenuto1⟧
la pw è ⟦Gatto!22⟧
mi contraseña: ⟦Gato!22⟧
la contraseña es "⟦gatito⟧"
비번은 ⟦qwer1234⟧ 이에요
jdbc:mysql://db/x?user=app&password=⟦geheim1⟧
Provider=SQLOLEDB;Password="⟦Ab;12⟧";User ID=sa
`,
  ),
  ...table(
    'psk',
    `
psk=⟦Winter2026!⟧
PSK: ⟦abc123xyz⟧
psk ⟦Winter2026!⟧
mon psk c'est ⟦Hiver-2026⟧
mein PSK ist ⟦Kaffee+Kuchen⟧
the pre-shared key is ⟦Tr0ub4dor⟧
pre-shared key: ⟦contosovpn⟧
preshared key = ⟦Contoso123⟧
PresharedKey = ⟦FpCyhws9cxwWoV4xELtfJvjJN+zQVRPISllRWgeopVE=⟧
shared secret: ⟦sh4redS3cret⟧
vorinstallierter Schlüssel: ⟦Winter26⟧
der vorinstallierte Schlüssel lautet ⟦Tr0ub4dor&3⟧
Gemeinsamer Schlüssel: ⟦hausboot7⟧
WLAN-Schlüssel: ⟦12345678901⟧
clé prépartagée : ⟦abcDEF123⟧
clé pré-partagée: ⟦Montagne7⟧
la clé partagée est ⟦Secret!9⟧
chiave precondivisa: ⟦Lago!2025⟧
la chiave già condivisa è ⟦Monte44⟧
clave precompartida: ⟦Sol!2025⟧
사전 공유 키: ⟦hangang77⟧
192.0.2.1 %any : PSK "⟦s3cr3t psk⟧"
Add-VpnConnection -Name Work -L2tpPsk "⟦Winter2026!⟧" -Force
crypto isakmp key ⟦MYKEY123⟧ address 192.0.2.1
pre-shared-key ⟦MyKey⟧
set psksecret ⟦fortigate1⟧
14 lines of log\\npsk=⟦Winter2026!⟧\\nRasClient 20227
PSK lautet ⟦vpn-Zugang-2025⟧
der PSK vom Router ist ⟦fritzbox123⟧
IPsec-Schlüssel: ⟦g7H!kL9z⟧
pre shared key ⟦G7hkL9zQ2⟧
PSK : ⟦0xdeadbeefcafe12⟧
ipsec secret: ⟦myS3cr3t⟧
le psk est ⟦Vpn!2025⟧
chiave wifi: ⟦abcd1234efgh⟧
PSK는 ⟦vpnkey99⟧
tunnel-group x ipsec-attributes ikev1 pre-shared-key ⟦Cisco123⟧
set vpn ipsec site-to-site peer x authentication pre-shared-secret '⟦vyos-psk⟧'
der Schlüssel (PSK) ist ⟦Regen!44x⟧
VPN PSK: ⟦firma2025⟧
vpn key: ⟦firma2025x⟧
IKE PSK = '⟦abc def 12⟧'
la psk est ⟦Bleu-2025⟧
la clé vpn est ⟦Bleu-2025⟧
la chiave condivisa è ⟦Gatto!22x⟧
공유 키: ⟦vpn-key-77⟧
`,
  ),
  ...table(
    'token',
    `
Authorization: Bearer ⟦${jwt}⟧
bearer ⟦abcdef0123456789abcdef⟧
⟦${jwt}⟧
the token is ⟦abcDEF123456⟧
token: ⟦a1b2c3d4e5f6a7b8⟧
key ⟦${made.aws}⟧
aws_secret_access_key = ⟦wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY⟧
⟦${made.github}⟧
⟦${made.slack}⟧
google ⟦${made.google}⟧
⟦${made.stripe}⟧
//registry.npmjs.org/:_authToken=⟦${made.npm}⟧
⟦${made.openai}⟧
⟦${made.sendgrid}⟧
⟦${made.gitlab}⟧
client secret ⟦${made.azure}⟧
DefaultEndpointsProtocol=https;AccountName=x;AccountKey=⟦abcdefghij0123456789abcdefghij0123456789abcdefghij0123456789abcdefghij01234567890123==⟧;EndpointSuffix=core
Endpoint=sb://x.servicebus.example/;SharedAccessKeyName=Root;SharedAccessKey=⟦abcdefghij0123456789abcdefghij0123456789abc=⟧
https://x.blob.example/f?sv=2020&sig=⟦aB3dE5fG7hI9jK1lM3nO5pQ7r⟧
https://api.example/v1?api_key=⟦0123456789abcdef⟧
api key: ⟦k-12345-abcde⟧
X-Api-Key: ⟦0123456789abcdef0123⟧
client_secret=⟦0a1b2c3d4e5f⟧
API-Schlüssel: ⟦kX9-44-abcd⟧
clé API : ⟦kX9-44-abcd⟧
chiave API: ⟦kX9-44-abcd⟧
Authorization: Basic ⟦YW5uYTpodW50ZXIy⟧
secret = "⟦vpnsecret1⟧"
"refresh_token": "⟦0.ARoA1234567890abcdef⟧"
export AWS_SECRET_ACCESS_KEY=⟦wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY⟧
leftauth psk; secret "⟦s3cr3t⟧"
ike-x { secret = ⟦abcd1234⟧ }
l2tp secret: ⟦Firma!VPN⟧
mon code secret c'est ⟦Bleu!2025⟧
access token ⟦abcd1234efgh5678ijkl⟧
bearer token: ⟦abcd1234efgh5678ijkl⟧
Authorization: token ⟦0123456789abcdef0123456789abcdef01234567⟧
apikey=⟦abcd1234efgh⟧
"client_secret": "⟦a8Q~bcdefghij1234⟧"
X-Auth-Token: ⟦gAAAAABabcdef12345⟧
`,
  ),
  ...table(
    'private-key',
    `
-----BEGIN RSA PRIVATE KEY-----\\n⟦${block}⟧\\n-----END RSA PRIVATE KEY-----
-----BEGIN PRIVATE KEY-----\\n⟦${block}⟧
here:\\n-----BEGIN OPENSSH PRIVATE KEY-----\\n⟦b3BlbnNzaC1rZXktdjEAAAAABG5vbmU⟧\\n-----END OPENSSH PRIVATE KEY-----\\nthanks
`,
  ),
  ...table(
    'cookie',
    `
Cookie: ⟦JSESSIONID=0A1B2C3D4E5F; other=1⟧
Set-Cookie: ⟦sid=abc123def456; Path=/; HttpOnly⟧
webvpn=⟦4F2A3B1C@12345@ABCD⟧
curl said PHPSESSID=⟦r2t5uvjq435r4q7ib3vtdjq120⟧
Set-Cookie: ⟦.AspNetCore.Cookies=CfDJ8abcdef; path=/⟧
cookie: ⟦session=eyabc123; theme=dark⟧
ASP.NET_SessionId=⟦abc123def456ghi⟧
session cookie: ⟦sid=abcd1234⟧
`,
  ),
  ...table(
    'pin',
    `
PIN: ⟦4711⟧
my pin is ⟦0815⟧
TAN: ⟦123456⟧
Einmalcode: ⟦482913⟧
verification code is ⟦482913⟧
code pin : ⟦4711⟧
인증번호: ⟦482913⟧
PIN ist ⟦1234⟧
mein pin: ⟦9876⟧
OTP ⟦482913⟧
der Code für die Anmeldung: TAN ⟦482913⟧
CVC: ⟦737⟧
mein pin lautet ⟦2580⟧
code pin: ⟦2580⟧
`,
  ),
  ...table(
    'card',
    `
⟦4111 1111 1111 1111⟧
card ⟦5500005555555559⟧ exp 12/27
⟦3782 822463 10005⟧
Kreditkarte ⟦6011-1111-1111-1117⟧
my card is ⟦4539 1488 0343 6467⟧
Visa: ⟦4485275742308327⟧
mastercard ⟦2223000048400011⟧
`,
  ),
  ...table(
    'iban',
    `
⟦DE89 3704 0044 0532 0130 00⟧
IBAN ⟦FR1420041010050500013M02606⟧
⟦IT60X0542811101000000123456⟧
⟦CH93 0076 2011 6238 5295 7⟧
⟦ES9121000418450200051332⟧
IBAN: ⟦GB29 NWBK 6016 1331 9268 19⟧
IBAN AT: ⟦AT611904300234573201⟧
`,
  ),
  ...table(
    'national-id',
    `
codice fiscale ⟦RSSMRA85T10A562S⟧
⟦12345678Z⟧
NIE ⟦X1234567L⟧
⟦756.9217.0769.85⟧
⟦65 170839 J 003⟧
⟦900101-1234567⟧
my ssn is ⟦123-45-6789⟧
NINO: ⟦AB 12 34 56 C⟧
⟦1 85 05 78 006 084 91⟧
Steuer-ID: ⟦86095742719⟧
Ausweisnummer: ⟦L01X00T471⟧
passport number: ⟦C01X00T47⟧
주민등록번호: ⟦900101-1234567⟧
Sozialversicherungsnummer ⟦65170839J003⟧
Social Security Number: ⟦078-05-1120⟧
DNI ⟦12345678Z⟧
numéro de sécurité sociale ⟦185057800608491⟧
RRN ⟦880101-2345678⟧
Personalausweis: ⟦T220001293⟧
SSN ⟦219-09-9999⟧
codice fiscale: ⟦MRTMTT91D08F205J⟧
NIE: ⟦Y2345678Z⟧
주민번호 ⟦900101-2345678⟧
AHV-Nr. ⟦756.1234.5678.97⟧
`,
  ),
]

export const harmless: readonly string[] = `
error 809
Fehler 13801
RasClient 20227: the error code returned on failure is 13801
0x800B0101
error code: 0x80070005
HRESULT = 0x800735E9
800B0101
-2146762495
password error: 691
Passwort Fehler 691
psk auth failed: 13801
PSK stimmt nicht, Fehler 789
CoId={B1E3A5C2-0F7D-4A53-9C1E-9A8F6D3E2B10}
{0CCE9218-69AE-11D9-BED3-505054503030}
vpn-gw01.contoso.example
server: vpn2.contoso.example
user: CONTOSO\\anna
anna.muster@contoso.example
192.0.2.17
fe80::1ff:fe23:4567:890a
00:1A:2B:3C:4D:5E
C:\\Windows\\System32\\drivers\\etc\\hosts
HKLM\\SYSTEM\\CurrentControlSet\\Services\\RasMan\\Parameters
Key: HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent
ERROR_IPSEC_IKE_AUTH_FAIL
NO_PROPOSAL_CHOSEN
password expired
my password expired yesterday
password is expired
password is wrong
my password is not accepted
the password is correct
my password does not work
reset my password
I forgot my password
how do I change my password?
password reset link
password policy: 12 characters
password must contain 8 characters
wrong password 3 times
Password: required
password: forgotten
Password: *****
Password: ••••••••
password: [removed]
password: <password>
password: \${VPN_PASSWORD}
password: ⟨password⟩
psk=⟨psk⟩
password manager KeePass
passwordlessLogin2go is on
PasswordLastSet : 11/21/2026 8:00:00 AM
my password is mangled
mein Passwort ist eingerostet
la mia password è smarrita
mon mot de passe est abîmé
pre-shared-key mismatch
pre-shared-key authentication failed
user anna password rejected
where can I set the password for Office365?
password for Windows11 is expired
the password of the user anna is locked
is my password too short?
ERROR_PASSWD_EXPIRED 648
user name or password refused
Passwort falsch
Passwort: falsch
Passwort: abgelaufen
Passwort abgelaufen
mein Passwort ist abgelaufen
mein Passwort ist richtig
Passwort vergessen
Passwort geht nicht, Fehler: 809
Passwort wurde zurückgesetzt
mein Kennwort ist gesperrt
Kennwort ändern
Passwort muss 12 Zeichen haben
Passwort 3x falsch eingegeben
Passwort-Manager
Passwortänderung am 12.03.2026
das Passwort ist seit dem 12.03.2026 abgelaufen
nach der Passwortänderung geht das VPN nicht
Passwort: geht nicht
Passwort: siehe Mail
Passwort: bitte zurücksetzen
welches Passwort brauche ich?
PSK ist falsch
PSK wurde geändert
PSK: stimmt nicht
der vorinstallierte Schlüssel ist falsch
der vorinstallierte Schlüssel wurde am Server geändert
WLAN-Schlüssel vergessen
Schlüssel für Raum 12
mot de passe oublié
mot de passe : oublié
mon mot de passe est expiré
mon mot de passe est incorrect
le mot de passe ne marche pas
changer de mot de passe
mot de passe refusé, erreur 691
la clé prépartagée est fausse
mdp expiré
password scaduta
password: scaduta
la mia password è scaduta
la password è sbagliata
la password non funziona
ho dimenticato la password
cambiare la password
la chiave precondivisa è errata
contraseña caducada
mi contraseña es incorrecta
olvidé mi contraseña
비밀번호가 만료됐어요
비밀번호를 잊어버렸어요
비밀번호 오류
비밀번호가 틀려요
token expired
my token is lost
the token ring network
token: none
API key missing
api key is invalid
secret santa is on friday
shared secret mismatch
what is a pre-shared key?
the pre-shared key was changed on the server
PIN vergessen
my pin is blocked
pin: not working
cookie banner
please accept the cookie
Cookie: none
the bearer of this letter
bearer authentication required
basic troubleshooting steps
Authorization: missing
-----BEGIN CERTIFICATE-----
thumbprint 5F3A9C0B7D2E4F6A8B1C3D5E7F9A0B2C4D6E8F01
sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
commit 3f786850e387550fdab836ed7e6dc881de23001b
https://learn.microsoft.com/en-us/windows/win32/rras/routing-and-remote-access-error-codes
https://portal.example/error.aspx?code=0x800B0101
https://vpn.contoso.example:8443/start
mailto:anna@contoso.example
call me at +49 89 1234567
phone 089 123456789
IMEI 490154203237518
order 4111111111111112
tracking 00340434161094021234
EAN 4006381333931
ISBN 978-3-16-148410-0
serial 5CG1234ABC
ticket INC0012345678
invoice 2026-11-21-000123
KB5009543
version 10.0.19045.3693
Build 26100.1742
2026-11-21 10:03:12
Nov 21 10:00:01 gw charon: 13[IKE] received NO_PROPOSAL_CHOSEN notify error
sending packet: from 192.0.2.1[500] to 203.0.113.9[4500] (464 bytes)
initiator SPI 1f2e3d4c5b6a7988, responder SPI 0000000000000000
IKE proposal AES256-SHA256-MODP2048
auditpol /set /subcategory:"{0CCE9218-69AE-11D9-BED3-505054503030}" /success:enable
sc query IKEEXT
netsh wfp capture start
Get-VpnConnection -AllUserConnection
rasdial /disconnect
net use
net use * /delete
curl -v https://vpn.contoso.example
username anna is unknown
DE00 1234 5678 9012 3456 78
12345678A
900231-9234567
GB12345
123-456-7890
project 756
pass me the report please
passing traffic works
my pass for the building is lost
the passport office
Reisepass abgelaufen
SSN required
tan lines
I have 2 passwords and both fail
we use WPA2-Enterprise, password is the Windows one
👍👨‍👩‍👧 works
I typed the password correctly but error 691 comes
My password has 14 characters
password123 is a bad password policy example?
the new password is not synced yet
Password is case sensitive
is the password the same as for Windows?
Das Passwort ist dasselbe wie bei Windows
Passwort ist bei mir gespeichert
Passwort: habe ich geändert
Passwort: Eingabe nicht möglich
Passwort vom VPN vergessen
passwort läuft morgen ab
Benutzername/Passwort falsch
Benutzername oder Kennwort ungültig
Kennwort läuft in 5 Tagen ab
mot de passe: ne fonctionne pas
mon mot de passe est correct
mot de passe administrateur requis
password amministratore richiesta
la password è giusta
la password è quella di Windows
password: non la ricordo
contraseña: no la recuerdo
PSK auth failed
PSK: how do I find it?
psk or certificate?
which psk is used for l2tp
PSK und Zertifikat sind neu
IKE pre-shared key mismatch, error 789
pre-shared key authentication
Pre-shared key: see IT portal
the shared key was changed on 12.11.2026
secret: none
token ring
token has expired, sign in again
session token invalid
AADSTS50126 invalid username or password
error AADSTS700016
Login: anna
login failed for user anna
Credentials: rejected
Zugangsdaten: falsch
user/pass wrong
Cookies: disabled
my pin pad is broken
PIN: locked
pin code required
TAN app not working
IKE SA c0ffee12_i deadbeef_o
SPI 0xc1d2e3f4
MM_NO_STATE 192.0.2.1
thumbprint: 5f 3a 9c 0b 7d 2e
Fingerprint SHA256:uNiVztksCsDhcc0u9e8BrJXk/s1A1g
certificate serial 5f3a9c0b7d2e4f6a
CN=vpn.contoso.example, O=Contoso
issuer: Contoso Issuing CA 01
UPN anna.muster@contoso.example
S-1-5-21-3623811015-3361044348-30300820-1013
GUID 3f2504e0-4f89-11d3-9a0c-0305e82c3301
hostname LAPTOP-7K3M9QDX
PC-0815-MUC
case 7K3M-9QDX
Fall 4711
Ticket 4711
room 4711
phone +41 44 123 45 67
Tel.: 030/12345678
12.11.2026 08:15
order no. 5500005555555550
article 4012888888881880
parcel JJD000390007827365418
Kundennummer 1234567890
Steuererklärung 2025
invoice DE123456789
VAT DE 811 569 869
Windows 11 Pro 24H2
KB5010793
0xC00010BB
-2147014842
NTSTATUS 0xC000006D
Sub Status: 0xC000006A
STATUS_WRONG_PASSWORD
Error 0x8007052E: The user name or password is incorrect.
Der Benutzername oder das Kennwort ist falsch.
Le nom d'utilisateur ou le mot de passe est incorrect.
Nome utente o password non corretti.
The remote connection was denied because the user name and password combination you provided is not recognized, or the selected authentication protocol is not permitted on the remote access server.
typically caused by a pre-shared key problem between the client and server
Authentication: password (PAP)
Anmeldung mit Passwort + Zertifikat
PasswordNeverExpires : True
pwdLastSet: 133456789012345678
Password expires 21/11/2026
net user anna /domain
Set-VpnConnection -Name Work -L2tpPsk
Get-Credential
-AuthenticationMethod PSK
authby=psk
leftauth=psk
auth=eap-mschapv2
type=secret
key exchange ikev2
key length 256
product key invalid
license key expired
keyboard layout DE
password for VPN and Windows are different
the password dialog appears again
password was accepted but then error 812
I changed my password on Monday
my password expires in 3 days
Password rejected (691)
password or certificate?
do you need my password?
never send your password
please never ask for passwords
I will not tell you my password
Passwort wird nicht angenommen
das Passwort stimmt, trotzdem Fehler 691
Passwort stimmt aber nicht
mein Passwort habe ich gestern geändert
Passwort und Benutzername sind richtig
brauche ich ein neues Passwort?
Passwort eingeben: wo?
Passwort (siehe oben)
ich weiß mein Passwort nicht mehr
das Kennwort ist korrekt eingegeben
Initialpasswort fehlt
WLAN Passwort ist unbekannt
PSK fehlt
PSK neu eingegeben, gleicher Fehler
PSK oder Zertifikat?
der PSK ist seit gestern neu
den PSK habe ich vom Helpdesk
VPN key management
le mot de passe est bon
le mot de passe a été changé hier
mot de passe ou certificat ?
mon mot de passe marche sur Outlook
j'ai changé mon mdp ce matin
la psk est fausse
la password è corretta ma dà errore 691
ho cambiato la password ieri
la chiave condivisa è cambiata
cambié la contraseña ayer
la contraseña es correcta
비밀번호는 맞아요
비밀번호를 바꿨어요
access token request failed
token signing certificate
the api key page is empty
private key missing
no private key for the certificate
certificate with private key: yes
machine certificate has no private key
shared secret is configured on the RADIUS server
check the shared secret
session cookie expired
session id 42
login: OK
login: failed
Identifiants : incorrects
Authorization failed
Basic authentication disabled
Bearer token expired
pin tumbler lock
tan coloured cable
IBAN missing
card reader broken
Visa application
passport expired
ID 4653
pass 1 of 3
Pass: yes
passed 809 tests
bypass the proxy
compass app
encompass: 12
passive mode FTP
psk2-ccmp
WPA2-PSK (AES)
Security type WPA2-PSK
EAP-MSCHAPv2
Microsoft: Secured password (EAP-MSCHAP v2)
Microsoft: Gesichertes Kennwort (EAP-MSCHAP v2)
key usage 0x80
Enhanced Key Usage: IP security IKE intermediate (1.3.6.1.5.5.8.2.2)
Key: value
secret-free
`
  .split('\n')
  .filter(line => line.trim() !== '')

function table(kind: SecretKind, text: string): readonly Leak[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.map(line => {
    const marked = line.replaceAll('\\n', '\n')
    const secrets = [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map(match => match[1] ?? '')
    return { kind, text: marked.replaceAll(/[⟦⟧]/g, ''), secrets }
  })
}
