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

const words = new Map(Object.entries(lists).map(([language, list]) => [language, wordsOf(list)]))

/** Folded words in this language, or in all when it has no list. */
export function everydayWords(language: Language): readonly string[] {
  return words.get(language) ?? [...words.values()].flat()
}
