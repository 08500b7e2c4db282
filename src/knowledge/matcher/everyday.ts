/**
 * Words of an office day. They stand in for everything that no topic is about: the gate learns to say "I don't know"
 * on phrases whose telling words were exchanged for these. A word that some topic uses is left out.
 */
import type { Language } from '../article.ts'
import { wordsOf } from '../text.ts'

const lists: Readonly<Record<Language, string>> = {
  en: `printer paper toner scanner outlook mail mailbox attachment calendar meeting room projector monitor screen
    keyboard mouse headset camera microphone phone battery charger laptop docking excel spreadsheet word document
    powerpoint slides teams chat sharepoint folder file drive disk backup browser website bookmark password account
    login badge door parking car invoice order customer supplier contract salary holiday vacation sick leave lunch
    canteen coffee kitchen elevator desk chair light window heating training travel train hotel expense software
    license install update virus spam sap ticket colleague boss weather`,
  de: `drucker papier toner scanner outlook mail postfach anhang kalender termin besprechung raum beamer monitor
    bildschirm tastatur maus headset kamera mikrofon telefon akku ladegerät notebook excel tabelle word dokument
    powerpoint folien teams chat sharepoint ordner datei laufwerk festplatte sicherung browser webseite lesezeichen
    passwort konto anmeldung ausweis tür parkplatz auto rechnung bestellung kunde lieferant vertrag gehalt urlaub
    krankmeldung mittagessen kantine kaffee küche aufzug schreibtisch stuhl licht fenster heizung schulung reise zug
    hotel spesen programm lizenz installieren update virus spam sap ticket kollege chef wetter`,
  fr: `imprimante papier toner scanner outlook mail messagerie pièce jointe calendrier réunion salle projecteur
    moniteur écran clavier souris casque caméra micro téléphone batterie chargeur portable excel tableau word document
    powerpoint diapositives teams chat sharepoint dossier fichier lecteur disque sauvegarde navigateur site favori
    mot passe compte badge porte parking voiture facture commande client fournisseur contrat salaire vacances congé
    maladie déjeuner cantine café cuisine ascenseur bureau chaise lumière fenêtre chauffage formation voyage train
    hôtel frais logiciel licence installer virus spam sap ticket collègue chef météo`,
  it: `stampante carta toner scanner outlook posta casella allegato calendario riunione sala proiettore monitor schermo
    tastiera mouse cuffie telecamera microfono telefono batteria caricatore portatile excel tabella word documento
    powerpoint diapositive teams chat sharepoint cartella file unità disco backup browser sito segnalibro password
    account badge porta parcheggio auto fattura ordine cliente fornitore contratto stipendio ferie malattia pranzo
    mensa caffè cucina ascensore scrivania sedia luce finestra riscaldamento corso viaggio treno albergo spese
    programma licenza installare virus spam sap ticket collega capo meteo`,
  es: `impresora papel tóner escáner outlook correo buzón adjunto calendario reunión sala proyector monitor pantalla
    teclado ratón auriculares cámara micrófono teléfono batería cargador portátil excel tabla word documento
    powerpoint diapositivas teams chat sharepoint carpeta archivo unidad disco copia navegador página contraseña
    cuenta tarjeta puerta aparcamiento coche factura pedido cliente proveedor contrato sueldo vacaciones baja comida
    cantina café cocina ascensor mesa silla luz ventana calefacción curso viaje tren hotel gastos programa licencia
    instalar virus spam sap ticket compañero jefe tiempo`,
}

/** More of them, which only speak against a text when it has them. */
const further: Readonly<Record<Language, string>> = {
  en: `spooler queue cartridge chrome firefox safari webex zoom skype onedrive dropbox gmail app tablet ipad iphone android usb stick
    cable hdmi dock speaker sound volume picture photo video pdf adobe acrobat signature font template macro
    formula cell sheet chart inbox newsletter invitation antivirus wallpaper icon shortcut brightness black
    blue flickering fan noise hot broken cracked spilled locker cleaning toilet air
    conditioning visitor payroll payslip overtime timesheet course bonus insurance doctor menu recipe
    football music movie shopping price discount warranty repair
    ring ringing jam jammed print prints printing fax search bluetooth radio streaming`,
  de: `spooler warteschlange patrone chrome firefox safari webex zoom skype onedrive dropbox gmail app tablet ipad iphone android usb
    stick kabel hdmi lautsprecher ton lautstärke bild foto video pdf adobe acrobat signatur schriftart
    vorlage makro formel zelle blatt diagramm posteingang newsletter einladung virenscanner hintergrundbild
    symbol verknüpfung helligkeit schwarz blau flackert lüfter heiß defekt zerbrochen wasser     schrank putzen toilette klimaanlage besucher lohn lohnzettel überstunden zeiterfassung kurs
    bonus versicherung arzt speiseplan rezept fußball musik film einkaufen preis rabatt garantie reparatur
    bestellen
    klingelt klingeln papierstau drucken druckt gedruckt fax suche suchdienst bluetooth radio streaming`,
  fr: `spouleur file cartouche chrome firefox safari webex zoom skype onedrive dropbox gmail appli tablette ipad iphone android usb
    câble hdmi haut parleur son volume image photo vidéo pdf adobe acrobat signature police modèle macro
    formule cellule feuille graphique newsletter invitation antivirus fond icône raccourci
    luminosité noir bleu clignote ventilateur bruit chaud cassé fissuré eau casier ménage toilettes
    climatisation visiteur paie bulletin cours prime assurance médecin menu recette football musique
    film achats prix remise garantie réparation commander
    sonne sonner bourrage imprimer imprime fax recherche bluetooth radio streaming`,
  it: `spooler coda cartuccia chrome firefox safari webex zoom skype onedrive dropbox gmail app tablet ipad iphone android usb
    chiavetta cavo hdmi altoparlante audio volume immagine foto video pdf adobe acrobat firma carattere
    modello macro formula cella foglio grafico newsletter invito antivirus sfondo icona
    collegamento luminosità nero blu sfarfalla ventola rumore caldo rotto crepato acqua     armadietto pulizie bagno condizionatore visitatore paga cedolino straordinari presenze formazione premio
    assicurazione medico menù ricetta calcio musica film acquisti prezzo sconto garanzia riparazione
    ordinare
    squilla squillare inceppata inceppa stampa stampare fax ricerca bluetooth radio streaming`,
  es: `cola cartucho chrome firefox safari webex zoom skype onedrive dropbox gmail app tableta ipad iphone android usb cable hdmi
    altavoz sonido volumen imagen foto vídeo pdf adobe acrobat firma fuente plantilla macro fórmula celda
    hoja gráfico bandeja boletín invitación antivirus fondo icono brillo negro azul parpadea
    ventilador ruido caliente roto agua taquilla limpieza baño aire visitante nómina horas
    prima seguro médico menú receta fútbol música película compras precio descuento garantía reparación
    pedir
    atasco imprimir imprime fax búsqueda bluetooth radio streaming`,
}

/** From where, with what and by whom our topics are reported, too. */
const places = `hotel room travel train laptop notebook phone colleague boss login account mail ticket attachment
    window install license reise zug raum telefon kollege chef anmeldung konto fenster installieren hôtel salle voyage
    téléphone collègue portable bureau compte albergo sala viaggio treno telefono collega capo portatile ufficio
    account viaje tren teléfono compañero jefe portátil cuenta`

/** What any trouble with a computer is told with, however many phrases have it. */
const machines = `computer computers pc pcs machine machines windows rechner computern ordinateur ordinateurs ordenador
    ordenadores`

const words = new Map(Object.entries(lists).map(([language, list]) => [language, wordsOf(list)]))

const ofAnyComputer: ReadonlySet<string> = new Set(wordsOf(machines))
const all: ReadonlySet<string> = new Set([
  ...[...words.values()].flat(),
  ...wordsOf(`${Object.values(further).join(' ')} ${places}`),
])
const ours: ReadonlySet<string> = new Set(wordsOf(places))
const others: ReadonlySet<string> = new Set([...all].filter(word => !ours.has(word)))

/** Is this a folded word about other things of an office day, in any language? */
export function isElsewhere(word: string): boolean {
  return others.has(word)
}

/** Is this a folded word of an office day, ours or not? */
export function isEveryday(word: string): boolean {
  return all.has(word)
}

export function isOfAnyComputer(word: string): boolean {
  return ofAnyComputer.has(word)
}

/** Folded words in this language, or in all when it has no list. */
export function everydayWords(language: Language): readonly string[] {
  return words.get(language) ?? [...words.values()].flat()
}
