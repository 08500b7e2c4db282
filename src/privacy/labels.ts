/** Words that announce a secret, in the six languages, and words that only talk about one. */
import type { SecretKind } from './secrets.ts'

/** any: beside letters, too ("Windowskennwort", "db_password"). word: only as a word of its own. */
interface Label {
  readonly kind: SecretKind
  readonly any?: string
  readonly word?: string
}

export const labels: readonly Label[] = [
  {
    kind: 'psk',
    any: 'pre[- _]?shared[- _]?(?:key|secret|schlüssel)|psksecret|l2tppsk',
    word: [
      'psk|shared[- _]?(?:key|secret)|ipsec[- _]?(?:secret|key|schlüssel)|wpa[23]?[- _]?(?:psk|key|schlüssel)',
      '(?:wlan|wifi|wi-fi|netzwerk|network|vpn|ike)[- _]?(?:schlüssel|schluessel|key|sicherheitsschlüssel)',
      'vorinstallierte[nrms]?[- ](?:schlüssels?|schluessel)|gemeinsame[nrs]?[- ](?:schlüssels?|schluessel|geheimnis)',
      'verteilte[nrs]?[- ]schlüssel|cl[eé](?:[- ]pr[eé])?[- ]?partag[eé]e|cl[eé] pr[eé]partag[eé]e|secret partag[eé]',
      'chiave (?:già |pre-?)?condivisa|chiave (?:wifi|wi-fi|wlan|vpn|ipsec|di rete)|cl[eé] (?:wifi|wi-fi|wpa2?|vpn|ipsec)',
      'clave (?:pre-?)?compartida|clave (?:wifi|wi-fi|wpa2?|vpn|ipsec)|사전 ?공유 ?키|공유 ?키|공유 ?비밀 ?키?|와이파이 ?비밀번호',
    ].join('|'),
  },
  {
    kind: 'password',
    any: [
      'passwords?|passwort|passwörter|kennwort|passwd|passcode|passphrase|pass phrase|mots?[- ]de[- ]passe|contrase[nñ]a',
      "parola d'ordine|parola chiave|비밀번호|패스워드|비번|암호",
    ].join('|'),
    word: 'pwd|pw|psw|pass|psswd|pswd|passw|pwort|passwrt|mdp|clave|codewort|zugangscode|login ?code|cred(?:ential)?s?',
  },
  {
    kind: 'token',
    word: [
      'api[- _]?(?:key|token|secret|schlüssel)|x-api-key|access[- _]?(?:token|key)(?:[- _]?id)?|accesskey',
      '(?:aws_)?secret[- _]?(?:access[- _]?)?key|client[- _]?secret|account[- _]?key|shared[- _]?access[- _]?key',
      '(?:auth|refresh|id|session|bearer|bot|personal[- _]access|registration|csrf)[- _]?token|sas[- _]?token|private[- _]?key',
      "token|secret|jeton|cl[eé] (?:d'api|api|secr[eè]te)|chiave (?:api|segreta|privata)|clave (?:api|secreta|privada)",
      'geheimer schlüssel|geheimnis|privater schlüssel|api ?키|토큰|시크릿|licen[cs]e[- _]?key|produktschlüssel|product[- _]?key',
    ].join('|'),
  },
  {
    kind: 'pin',
    word: [
      'pin|puk|tan|otp|pin[- ]?code|code pin|pin[- ]?nummer|einmalcode|einmalkennwort|sicherheitscode|bestätigungscode',
      'verification code|one[- ]time (?:code|pin)|security code|code de (?:vérification|verification|sécurité)|mfa[- ]?code',
      'codice (?:pin|di verifica|di sicurezza)|código (?:pin|de verificación|de seguridad)|인증 ?번호|인증 ?코드|핀 ?번호|cvv2?|cvc2?|prüfziffer',
    ].join('|'),
  },
  {
    kind: 'national-id',
    word: [
      'ssn|social security(?: number| no\\.?| nr)?|sozialversicherungs(?:nummer|nr)|sv[- ]?(?:nummer|nr)|versicherungsnummer',
      'steuer[- ]?(?:id|identifikationsnummer|nummer)|idnr|tin|tax[- ]?(?:id|number)|(?:personal)?ausweis(?:nummer|nr\\.?|[- ]nr\\.?)?',
      '(?:reise)?pass(?:nummer|nr\\.?|[- ]nr\\.?)|passport(?: number| no\\.?| nr)?|reisepass|personalausweis|identity card(?: number| no\\.?)?',
      'national (?:id|insurance)(?: number| no\\.?)?|nino|ni number|num[eé]ro de s[eé]curit[eé] sociale|n° (?:de )?s[eé]cu(?:rit[eé] sociale)?',
      "num[eé]ro (?:de |du )?(?:passeport|carte d'identit[eé]|cni)|carte d'identit[eé]|passeport|codice fiscale|carta d'identità|passaporto",
      'dni|nie|nif|n[uú]mero de (?:la )?seguridad social|pasaporte|ahv(?:[- ]?(?:nummer|nr))?|avs|주민 ?(?:등록)? ?번호|여권 ?번호',
    ].join('|'),
  },
]

/** Between label and value: of what it is the password. */
export const ofWhat =
  "(?:(?:for|of|to|that|which|i|für|fuer|vom|von|zum|zur|des|der|beim|im|am|das ich|pour|du|de|de la|au|que|qui|per|della?|del|dello|di|al|alla|che|para|en) |(?:de l|dell|all|que j)['’])"

/** "is", "lautet", "è": what follows is the value or a remark about it. */
export const copulas =
  "(?:is|was|are|ist|lautet|war|wäre|heißt|heisst|est|c['’]est|était|etait|è|e'|era|sono|es|son|는|은|이|가|:|=)"

/** Words after a copula that still lead to the value. */
export const leadIn =
  '(?:now|currently|still|just|simply|called|the following|as follows|jetzt|nun|aktuell|derzeit|momentan|einfach|immer noch|noch|folgendes|folgender|maintenant|toujours|actuellement|simplement|ora|adesso|attualmente|semplicemente|sempre|ahora|actualmente|simplemente|이제|지금)'

/** Plain words that say how a password is, and never are one. */
export const remarks: ReadonlySet<string> = new Set(
  `
  wrong right correct incorrect invalid valid expired expiring old new empty blank missing required needed necessary
  forgotten lost known unknown unchanged changed reset set saved stored stolen hacked leaked compromised locked blocked
  disabled enabled rejected refused denied accepted ok okay okey fine good bad weak strong long short too very not never
  always still also already only working broken different same identical mine yours none null nil undefined true false yes
  no n/a na unset hidden removed redacted confidential secret private public mandatory optional default asked prompted
  shown here there below above attached in on at by from the a an my your his her their our it this that these those what
  which where when why how who please help can could would should must will has have had does did do is are was were be
  been being going about for with without and or but so because since if then than error errors failed fails failing fail
  policy manager reset link field prompt dialog box screen request required. problem problems issue issues question
  authentication login access account user username protected based less requirements hint change changes update sync
  for-free being typed entered rejected. mismatch mismatched rotated revoked needed. unavailable available complex simple
  falsch richtig korrekt inkorrekt ungültig gültig abgelaufen alt neu leer weg futsch vergessen verloren bekannt unbekannt
  unverändert geändert zurückgesetzt gesetzt gespeichert hinterlegt gestohlen gehackt gesperrt blockiert deaktiviert aktiv
  aktiviert inaktiv abgelehnt verweigert akzeptiert erforderlich nötig notwendig benötigt gefragt gut schlecht schwach stark
  lang kurz kompliziert einfach sicher unsicher zu sehr nicht nie immer noch auch schon nur kaputt anders gleich dasselbe
  derselbe identisch meins keins keine kein ja nein geheim privat öffentlich standard hier dort unten oben im in am an auf
  das der die den dem ein eine einen mein dein sein ihr unser es dies was wer wie wo wann warum bitte hilfe kann konnte muss
  soll sollte will wird wurde wurden hat habe haben hatte ist sind war und oder aber weil wenn dass damit geht ging stimmt
  passt funktioniert läuft klappt fehlt fehler eingegeben getippt angefordert eingeben ändern zurücksetzen vergeben ablaufend
  angeblich wohl vermutlich komplett plötzlich seit wieder mehr per von vom für mit ohne beim nach
  faux fausse bon bonne correct correcte incorrect incorrecte invalide valide expiré expirée oublié oubliée perdu perdue
  connu inconnu changé changée modifié réinitialisé bloqué bloquée désactivé refusé refusée rejeté rejetée accepté acceptée
  requis requise nécessaire demandé vide vieux ancien nouveau nouvelle faible fort long longue court courte trop très pas
  jamais toujours encore aussi déjà seulement cassé différent différente identique aucun aucune oui non secret privé public
  ici là dans sur le la les un une mon ma mes ton votre notre ce cette quel quelle où quand pourquoi comment svp aide peut
  pouvez doit est sont était a ai ont et ou mais car si marche fonctionne manque manquant erreur enregistré périmé obligatoire
  sbagliata sbagliato giusta giusto corretta corretto errata errato valida valido scaduta scaduto vecchia vecchio nuova nuovo
  vuota vuoto dimenticata dimenticato persa perso nota noto sconosciuta cambiata cambiato modificata reimpostata bloccata
  bloccato disattivata rifiutata rifiutato accettata accettato richiesta richiesto necessaria necessario debole forte lunga
  lungo corta corto troppo molto non mai sempre ancora anche già solo rotta diversa diverso uguale stessa stesso nessuna
  nessuno sì segreta privata pubblica qui lì nel sul il lo la un una mia mio tua suo nostra questa questo quale dove quando
  perché come aiuto può deve è sono era ha ho hanno ed ma se funziona manca mancante errore salvata obbligatoria incorreto
  incorrecta incorrecto correcta correcto caducada caducado vencida expirada vieja viejo nueva nuevo vacía olvidada olvidado
  perdida perdido conocida cambiada restablecida bloqueada bloqueado rechazada rechazado aceptada requerida necesaria débil
  fuerte larga larga corta muy nunca siempre todavía también ya solo rota distinta distinto igual misma mismo ninguna ninguno
  sí no secreta privada aquí allí en el los las mi tu su esta este cuál dónde cuándo por cómo ayuda puede debe es son era
  he han y o pero si funciona falta error guardada obligatoria
  틀려요 틀렸어요 맞아요 만료 만료됐어요 만료되었어요 잊어버렸어요 잊었어요 없어요 없습니다 모르겠어요 몰라요 변경 초기화 잘못 오류 필요 필요해요
  안돼요 안 뭐예요 무엇 같아요 바꿨어요 바뀌었어요 맞습니다 틀립니다 만료되었습니다 만료됐습니다 잊어버렸습니다 잠겼어요
  `
    .split(/\s+/)
    .filter(word => word !== ''),
)
