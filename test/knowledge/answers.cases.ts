/**
 * What employees type at a question: `where | what it means | text`. Where: `do` is an instruction (works, no change,
 * different, could not), `there` "does it work on the hotspot?", `same` "is the server name the same?", `others` "does it
 * work for colleagues?", `topic` "is this about …?". It means a button, a request, `asked-back`, or `-`: none of them.
 * `tuned` were looked at while the phrases were written; `held` were written before and only counted.
 */
export interface Typed {
  readonly language: string
  readonly where: string
  readonly expected: string
  readonly text: string
}

export const tuned: readonly Typed[] = [
  ...typed(
    'en',
    `
do | could-not:no-rights | no rights for that
do | could-not:no-rights | I'm not an admin so I can't do that
do | could-not | there is no edit button
do | asked-back | where do i find that?
do | could-not | what do you mean
do | status | ticket number?
do | no-change | ok done, still 809
do | no-change | did that, no diff
do | no-change | nope
do | fixed | yesss it works
do | fixed | woohoo im in
do | different | different error now
do | different | it's different now
do | person | i give up, get me a human
do | person | please let me talk to somebody real
do | skip | next please
do | back | oops wrong button
do | insult | this is bullshit
do | thanks | thx
do | - | what does that mean for my printer
there | answer:works-there | works on the phone hotspot
there | answer:works-there | yes
there | answer:works-there | it does work there!
there | answer:same-there | same
there | answer:same-there | nope, same error
there | answer:same-there | doesn't work there either
there | answer:same-there | tried the hotspot, doesn't work there either
there | could-not | I don't have a hotspot
there | could-not | my phone has no reception here
same | answer:name-other | name is different!!
same | answer:name-other | no its another name
same | answer:name-other | its not the same
same | answer:name-same | same
same | answer:name-same | yes it's the same
same | answer:name-same | the name is identical
same | no-change | that did not help
same | no-change | still not working
same | could-not | I can't find it
others | answer:only-me | it works for them
others | answer:only-me | only me
others | answer:others-too | they can't either
others | answer:others-too | nobody can connect
others | answer:nobody-to-ask | I have nobody to ask
topic | yes | yes exactly
topic | no | no that's something else
topic | yes | 👍
topic | no | 👎
others | answer:nobody-to-ask | I'm the only one in the office
others | answer:nobody-to-ask | I have no colleagues
others | answer:only-me | my colleagues in the office can work
others | answer:others-too | my colleagues can't work
others | answer:others-too | same for everyone here
do | restarting | I'll try, one moment
do | language:en | I would prefer English please
do | fixed | oh it's back for me
do | fixed | oh wait, I'm in
do | no-change | 809 again
do | could-not | it's not my router
others | answer:only-me | nope, no issues on their side
others | answer:others-too | my colleague has it too
others | answer:nobody-to-ask | they have left for the day
there | answer:works-there | my phone did the trick
there | answer:same-there | no luck on the phone
do | person | just get me someone competent
others | could-not | I'm at home, can't tell
`,
  ),
  ...typed(
    'de',
    `
do | could-not:no-rights | hab keine Rechte dafür
do | could-not:no-rights | dafür brauche ich adminrechte
do | could-not | den punkt gibts bei mir nicht
do | could-not | ich find das nicht
do | no-change | gemacht, hat nichts gebracht
do | no-change | nix passiert
do | no-change | leider immer noch 809
do | no-change | ne
do | fixed | jaaa es geht
do | fixed | bin drin
do | different | jetzt kommt was anderes
do | different | jetzt kommt ein anderer fehler
do | person | lass mich mit jemandem reden
do | person | habt ihr da keinen echten Menschen?
do | insult | du nutzloses ding
do | thanks | dankeee
do | - | was heißt das für meinen drucker
there | answer:works-there | dort gehts
there | answer:works-there | ja da läuft es
there | answer:works-there | mit hotspot funktioniert es
there | answer:same-there | hotspot probiert, da geht es auch nicht
there | answer:same-there | da auch nicht
there | answer:same-there | gleicher fehler
there | answer:same-there | nein
there | could-not | hab kein hotspot
there | could-not | kein handyempfang hier
same | answer:name-other | ist anders
same | answer:name-other | nein da steht was anderes
same | answer:name-other | der name ist ein anderer
same | answer:name-same | steht genau so da
same | answer:name-same | ja
same | answer:name-same | ist gleich
do | asked-back | was meinst du damit?
do | could-not | wo finde ich das
do | fixed | hat sich erledigt
do | no-change | immer noch tot
do | person | ist da jemand
same | answer:name-same | dasselbe
same | no-change | hat nicht geholfen
same | no-change | geht immer noch nicht
others | answer:only-me | bei den anderen gehts
others | answer:only-me | nur bei mir
others | answer:others-too | bei denen auch nicht
others | answer:others-too | alle kollegen haben das
others | answer:nobody-to-ask | hier ist keiner
topic | yes | ja genau das
topic | no | nein was anderes
topic | yes | ✅
others | answer:nobody-to-ask | ich arbeite alleine
others | answer:nobody-to-ask | ich habe keine Kollegen
others | answer:only-me | die Kollegen können arbeiten
others | answer:only-me | die kollegen im büro haben keine probleme
others | answer:others-too | die kollegen können auch nicht arbeiten
others | answer:others-too | bei allen geht es nicht
others | answer:others-too | das ist bei allen so
others | - | ich bin der einzige im büro
do | restarting | ok, ich versuche es, moment
do | person | ok dann gebt mir jetzt mal nen menschen
do | fixed | jetzt geht es übrigens wieder
there | could-not | ich hab kein smartphone
do | fixed | inzwischen geht es wieder von selbst
do | could-not | ist nicht meine fritzbox
others | answer:others-too | meine chefin hats auch
others | answer:only-me | geht bei allen ausser mir
others | answer:nobody-to-ask | die anderen sind schon im feierabend
there | answer:works-there | am Handy gehts einwandfrei
`,
  ),
  ...typed(
    'fr',
    `
do | could-not:no-rights | je n'ai pas les droits
do | could-not:no-rights | je ne suis pas admin
do | could-not | le bouton est grisé
do | could-not | je ne trouve pas
do | no-change | fait, rien n'a changé
do | no-change | toujours pareil
do | no-change | ça ne marche toujours pas
do | fixed | ça marche
do | fixed | c'est bon ça remarche
do | different | une autre erreur maintenant
do | person | je veux parler à quelqu'un
do | person | y a pas un vrai humain ?
do | insult | c'est n'importe quoi ce bot
do | thanks | merci bcp
do | - | qu'est-ce que ça veut dire pour mon imprimante
there | answer:works-there | oui ça marche
there | answer:works-there | avec le téléphone ça marche
there | answer:same-there | non plus
there | answer:same-there | même erreur
there | answer:same-there | pareil
there | could-not | je n'ai pas de partage de connexion
same | answer:name-other | différent
same | answer:name-other | le nom n'est pas le même
same | answer:name-same | c'est le même
same | answer:name-same | oui identique
do | asked-back | je trouve ça où ?
do | asked-back | vous pouvez expliquer mieux ?
do | person | je veux parler à l'informatique
do | no-change | toujours mort
same | no-change | ça n'a pas aidé
same | no-change | ça ne marche toujours pas
others | answer:only-me | eux ça marche
others | answer:only-me | que moi
others | answer:others-too | eux non plus
others | answer:others-too | tout le monde a le problème
others | answer:nobody-to-ask | je suis seul
topic | yes | oui c'est ça
topic | no | non pas du tout
topic | yes | 👍
others | answer:nobody-to-ask | je suis le seul au bureau
others | answer:nobody-to-ask | je n'ai pas de collègues
others | answer:only-me | je suis le seul au bureau à avoir ce problème
others | answer:only-me | mes collègues peuvent travailler
others | answer:others-too | c'est pareil chez tout le monde ici
others | answer:others-too | mes collègues ne peuvent pas travailler
there | could-not | je n'ai pas de smartphone
there | answer:works-there | j'ai essayé le wifi de ma mère et ça marche
do | language:de | on peut parler allemand ?
do | fixed | c'est revenu
do | could-not | c'est la box du proprio
others | answer:only-me | pas de problème chez les autres
others | answer:nobody-to-ask | ils sont déjà partis
there | answer:works-there | avec mon tel ça passe
others | could-not | aucune idée, je télétravaille
`,
  ),
  ...typed(
    'it',
    `
do | could-not:no-rights | non ho i permessi
do | could-not:no-rights | non sono amministratore
do | could-not | il pulsante è grigio
do | could-not | non lo trovo
do | no-change | fatto, non è cambiato nulla
do | no-change | sempre uguale
do | no-change | niente da fare
do | fixed | funziona!
do | fixed | ora va
do | different | adesso un altro errore
do | person | vorrei parlare con qualcuno
do | person | c'è una persona vera?
do | insult | che schifo di bot
do | thanks | grazie mille
do | - | cosa significa per la mia stampante
there | answer:works-there | sì funziona
there | answer:works-there | con l'hotspot va
there | answer:same-there | neanche
there | answer:same-there | stesso errore
there | answer:same-there | uguale
there | could-not | non ho l'hotspot
same | answer:name-other | è diverso
same | answer:name-other | il nome è un altro
same | answer:name-same | è lo stesso
same | answer:name-same | sì uguale
do | asked-back | dove lo trovo?
do | could-not | cosa intendi
do | person | c'è qualcuno?
do | fixed | risolto da solo
same | no-change | non ha aiutato
same | no-change | non funziona ancora
others | answer:only-me | solo a me
others | answer:only-me | a loro va
others | answer:others-too | neanche a loro
others | answer:others-too | nessuno riesce
others | answer:nobody-to-ask | sono da solo
topic | yes | sì esatto
topic | no | no non è quello
topic | yes | 👍
others | answer:nobody-to-ask | non ho colleghi
others | answer:nobody-to-ask | sono l'unico in ufficio
others | answer:only-me | i colleghi possono lavorare
others | answer:others-too | è uguale per tutti
there | could-not | non ho uno smartphone
there | answer:works-there | con il wifi di un'amica invece sì
do | person | mi può chiamare qualcuno?
do | language:it | torna in italiano
do | fixed | è tornata
do | could-not | il router è del padrone di casa
others | answer:others-too | ce l'hanno tutti nel mio team
others | answer:only-me | da loro va tutto bene
others | answer:nobody-to-ask | sono già andati via
there | answer:works-there | col telefono va benissimo
others | could-not | boh, lavoro da casa
`,
  ),
  ...typed(
    'es',
    `
do | could-not:no-rights | no tengo permisos
do | could-not:no-rights | no soy administrador
do | could-not | no lo encuentro
do | no-change | hecho, no cambió nada
do | no-change | sigue igual
do | fixed | ya funciona!
do | fixed | listo, funciona
do | different | ahora sale otro error
do | person | quiero hablar con alguien
do | insult | vaya porquería de bot
do | thanks | muchas gracias
there | answer:works-there | sí, ahí funciona
there | answer:same-there | tampoco
there | answer:same-there | mismo error
there | could-not | no tengo datos
topic | yes | sí eso es
topic | no | no, otra cosa
`,
  ),
  ...typed(
    'ko',
    `
do | could-not:no-rights | 권한이 없어요
do | could-not | 못 찾겠어요
do | no-change | 그대로예요
do | no-change | 했는데 안 돼요
do | fixed | 이제 돼요
do | different | 다른 오류가 나와요
do | person | 사람과 얘기하고 싶어요
do | thanks | 감사합니다
there | answer:works-there | 네 돼요
there | answer:same-there | 거기서도 안 돼요
there | answer:same-there | 똑같아요
topic | yes | 네 맞아요
topic | no | 아니요
`,
  ),
]

export const held: readonly Typed[] = [
  ...typed(
    'en',
    `
do | could-not:no-rights | cant, no permission
do | could-not:no-rights | it wants an admin password
do | could-not:no-rights | not allowed to change that
do | could-not | the setting isnt there
do | could-not | where do i find that? cant see it
do | no-change | nothin
do | no-change | nah still broken
do | no-change | done but it made no difference
do | no-change | tried twice, same result
do | no-change | 😡 still not working
do | fixed | omg it works thank you!!
do | fixed | works again ✅
do | fixed | ok that did it
do | different | now it says something else
do | different | new error message
do | person | can i speak to a real human pls
do | person | just connect me with someone
do | help | what can i do here
do | language:fr | en francais svp
do | restarting | ok restarting now
do | thanks | cheers mate
do | insult | worst bot ever
do | noise | 👀
do | - | is this going to delete my files
do | - | why do I need that
there | answer:works-there | yep works there
there | answer:works-there | with the hotspot its fine
there | answer:works-there | hotspot works
there | answer:same-there | hotspot no luck
there | answer:same-there | also not
there | answer:same-there | not there either
there | could-not | no phone with me
there | could-not | my phone plan has no data
there | answer:same-there | the second
there | answer:works-there | 1
same | answer:name-other | nope different one
same | answer:name-other | not identical
same | answer:name-other | there is a different name
same | answer:name-same | yup matches
same | answer:name-same | it is exactly the same
others | answer:only-me | works for everybody else
others | answer:only-me | just me I think
others | answer:others-too | for them neither
others | answer:others-too | all of us have it
others | answer:nobody-to-ask | nobody here
topic | yes | thats the one
topic | yes | ok
topic | no | nope
topic | no | no, not really
topic | person | no, human please
`,
  ),
  ...typed(
    'de',
    `
do | could-not:no-rights | darf ich nicht
do | could-not:no-rights | er will ein admin passwort
do | could-not:no-rights | keine berechtigung
do | could-not | ausgegraut
do | could-not | wo soll das sein? seh ich nicht
do | no-change | hab ich gemacht aber geht trotzdem nicht
do | no-change | nö, dasselbe
do | no-change | bringt nix
do | no-change | 😡 geht immer noch nicht
do | no-change | schon probiert, ohne erfolg
do | fixed | läuft wieder, danke!
do | fixed | perfekt, geht!
do | fixed | hat geholfen
do | different | neue fehlermeldung
do | different | jetzt steht da was anderes
do | person | ich will nen menschen
do | person | verbinden sie mich bitte mit einem mitarbeiter
do | language:it | italiano bitte
do | restarting | moment, starte neu
do | skip | überspringen bitte
do | insult | so ein scheiss bot
do | thanks | danke dir
do | noise | 🤷
do | - | löscht das meine dateien
do | - | warum muss ich das machen
there | answer:works-there | klappt dort
there | answer:works-there | da geht's, ja
there | answer:works-there | übers handy läuft es
there | answer:same-there | auch dort der gleiche fehler
there | answer:same-there | nein auch nicht
there | answer:same-there | geht auch über hotspot nicht
there | could-not | hab mein handy nicht dabei
there | could-not | kann ich grad nicht testen
there | answer:same-there | das zweite
there | answer:works-there | 1
same | answer:name-other | nee, anders
same | answer:name-other | stimmt nicht überein
same | answer:name-other | da steht vpn2
same | answer:name-same | stimmt genau
same | answer:name-same | jep identisch
others | answer:only-me | bei allen anderen funktioniert es
others | answer:only-me | nur ich
others | answer:others-too | die haben das gleiche problem
others | answer:others-too | geht bei keinem
others | answer:nobody-to-ask | kann niemanden fragen
topic | yes | jo
topic | yes | passt
topic | no | nee
topic | no | nicht ganz
topic | person | nein, ich will einen menschen sprechen
`,
  ),
  ...typed(
    'fr',
    `
do | could-not:no-rights | pas autorisé
do | could-not:no-rights | il demande un mot de passe administrateur
do | could-not | je vois pas cette option
do | could-not | impossible
do | no-change | toujours rien
do | no-change | ben non c'est pareil
do | no-change | j'ai fait mais ça change rien
do | no-change | ca marche tjs pas
do | no-change | 😡 ça marche pas
do | fixed | super ça fonctionne merci
do | fixed | c est reparti
do | fixed | problème réglé
do | different | nouveau message d'erreur
do | different | maintenant ça affiche autre chose
do | person | un humain svp
do | person | passez moi un technicien
do | language:de | en allemand s'il vous plaît
do | restarting | je redémarre, un instant
do | skip | passer
do | insult | bot de merde
do | thanks | merci à vous
do | noise | 🤔
do | - | est-ce que ça efface mes fichiers
there | answer:works-there | là oui ça passe
there | answer:works-there | ça fonctionne en partage de connexion
there | answer:same-there | ça marche pas non plus
there | answer:same-there | pareil avec le téléphone
there | could-not | j'ai pas mon téléphone
there | could-not | je peux pas tester
there | answer:same-there | la deuxième
there | answer:works-there | 1
same | answer:name-other | non c'est un autre
same | answer:name-other | pas identique
same | answer:name-same | oui exactement le même
same | answer:name-same | tout pareil
others | answer:only-me | les autres ça va
others | answer:only-me | moi uniquement
others | answer:others-too | mes collègues ont le même souci
others | answer:others-too | personne n'y arrive
others | answer:nobody-to-ask | personne ici
topic | yes | ouais
topic | yes | exact
topic | no | nan
topic | no | pas vraiment
topic | person | non je veux une vraie personne
`,
  ),
  ...typed(
    'it',
    `
do | could-not:no-rights | non sono autorizzato
do | could-not:no-rights | chiede la password di amministratore
do | could-not | non vedo quella voce
do | could-not | non riesco
do | no-change | ancora niente
do | no-change | fatto ma non va lo stesso
do | no-change | non è servito
do | no-change | nn funziona ancora
do | no-change | 😡 non va
do | fixed | perfetto funziona grazie
do | fixed | ok risolto
do | fixed | sono dentro
do | different | nuovo messaggio di errore
do | different | ora dice un'altra cosa
do | person | operatore umano per favore
do | person | passami un tecnico
do | language:en | in inglese per favore
do | restarting | un attimo, riavvio
do | skip | salta
do | insult | bot di merda
do | thanks | grazie a lei
do | noise | 🤔
do | - | questo cancella i miei file
there | answer:works-there | lì funziona
there | answer:works-there | col telefono va
there | answer:same-there | nemmeno lì
there | answer:same-there | idem
there | could-not | non ho il telefono
there | could-not | non posso provare
there | answer:same-there | la seconda
there | answer:works-there | 1
same | answer:name-other | no è un altro
same | answer:name-other | non coincide
same | answer:name-same | coincide
same | answer:name-same | sì proprio quello
others | answer:only-me | agli altri funziona
others | answer:only-me | soltanto io
others | answer:others-too | anche i colleghi hanno il problema
others | answer:others-too | a nessuno
others | answer:nobody-to-ask | non c'è nessuno
topic | yes | esattamente
topic | yes | giusto
topic | no | no no
topic | no | non proprio
topic | person | no, voglio una persona
`,
  ),
  ...typed(
    'es',
    `
do | could-not:no-rights | no estoy autorizado
do | could-not:no-rights | me pide contraseña de administrador
do | could-not | no veo esa opción
do | could-not | no puedo
do | no-change | nada
do | no-change | lo hice pero sigue sin funcionar
do | no-change | no ha servido
do | no-change | sigue fallando
do | fixed | perfecto, ya va
do | fixed | solucionado
do | fixed | ya estoy dentro
do | different | nuevo mensaje de error
do | different | ahora dice otra cosa
do | person | un humano por favor
do | person | páseme con un técnico
do | language:en | en inglés por favor
do | skip | saltar
do | insult | eres inútil
do | thanks | gracias
do | noise | 🤔
there | answer:works-there | con el móvil sí funciona
there | answer:same-there | allí tampoco
there | answer:same-there | lo mismo
there | could-not | no tengo el móvil aquí
there | answer:same-there | la segunda
there | answer:works-there | 1
topic | yes | claro
topic | yes | correcto
topic | no | qué va
topic | no | no exactamente
do | no-change | hecho y nada
do | no-change | sigue sin ir
do | fixed | ya me deja entrar
do | fixed | funciona, gracias!
do | could-not | no me sale ese botón
do | could-not:no-rights | necesito permisos de administrador
do | person | quiero que me atienda una persona
do | help | ayuda
do | restarting | voy a reiniciar, un momento
do | back | atrás
there | answer:works-there | sí
there | answer:same-there | no, igual
there | could-not | no puedo probarlo ahora
do | - | esto borra mis archivos
`,
  ),
  ...typed(
    'ko',
    `
do | could-not:no-rights | 관리자 비밀번호를 요구해요
do | could-not | 그 메뉴가 없어요
do | could-not | 할 수 없어요
do | no-change | 변화 없어요
do | no-change | 여전히 안 됩니다
do | no-change | 똑같습니다
do | fixed | 해결됐어요
do | fixed | 잘 됩니다 감사합니다
do | different | 새로운 오류예요
do | person | 상담원 연결해주세요
do | person | 사람 불러줘
do | language:en | 영어로 해주세요
do | skip | 건너뛰기
do | thanks | 고마워요
do | noise | 🤔
there | answer:works-there | 거기서는 돼요
there | answer:same-there | 마찬가지예요
there | could-not | 휴대폰이 없어요
there | answer:same-there | 두 번째
there | answer:works-there | 1
topic | yes | 네
topic | yes | 맞습니다
topic | no | 아뇨
topic | no | 그게 아니에요
do | no-change | 아직도 안 돼요
do | no-change | 소용없어요
do | no-change | 계속 같은 오류예요
do | fixed | 됐어요!
do | fixed | 연결됐어요
do | fixed | 이제 잘 돼요 고마워요
do | could-not | 어떻게 하는지 모르겠어요
do | could-not | 버튼이 회색이에요
do | could-not:no-rights | 권한이 없다고 나와요
do | different | 이번엔 다른 메시지가 떠요
do | person | 담당자랑 통화하고 싶어요
do | back | 뒤로
do | help | 도와주세요
do | status | 얼마나 기다려야 해요?
do | insult | 쓸모없는 봇이네
do | noise | ㅋㅋㅋ
do | restarting | 지금 재시작할게요
there | answer:works-there | 네
there | answer:same-there | 아니요
there | answer:same-there | 역시 안 되네요
there | could-not | 지금은 해볼 수 없어요
topic | yes | 👍
topic | no | 아니에요
do | - | 이거 하면 파일이 지워지나요
`,
  ),
]

function typed(language: string, lines: string): Typed[] {
  return lines
    .trim()
    .split('\n')
    .map(line => {
      const [where = '', expected = '', text = ''] = line.split(' | ')
      return { language, where: where.trim(), expected: expected.trim(), text: text.trim() }
    })
}
