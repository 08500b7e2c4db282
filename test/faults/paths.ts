/**
 * What the employees of a crash test do. Each activity has one reply, and all replies of a path differ; done twice,
 * an activity would lead the rest of the path astray. "status" says how many steps the case holds.
 */
export type Action =
  /** `hurried`: sent without waiting for the acknowledgment of the one before, which is hurried as well. */
  | { readonly says: string; readonly hurried?: true }
  /** A button of the newest card; the client waits for that card first. */
  | { readonly presses: string }

export const paths: Readonly<Record<string, readonly Action[]>> = {
  typed: [
    { says: 'vpn geht nicht von zuhause, fehler 809' },
    { says: 'dort auch nicht' },
    { says: 'status' },
    { says: 'niemand zu fragen' },
    { says: 'kann ich nicht' },
    { says: 'mir fehlen die rechte' },
    { says: 'status' },
  ],
  pressed: [
    { says: 'vpn geht nicht von zuhause, fehler 809' },
    { presses: 'answer:same-there' },
    { presses: 'could-not' },
    { presses: 'why:no-rights' },
    { says: 'status' },
  ],
  solved: [
    { says: 'die verbindung bricht ab mit fehler 13801' },
    { presses: 'fixed' },
    { presses: 'yes' },
    { presses: 'helpful' },
  ],
  // The same words four times at once: whichever is taken first, the replies are those four, in this order. An effect
  // that was lost, or happened twice, leads to another place in the article.
  hurried: [
    { says: 'vpn geht nicht von zuhause, fehler 809' },
    { says: 'überspringen', hurried: true },
    { says: 'überspringen', hurried: true },
    { says: 'überspringen', hurried: true },
    { says: 'überspringen', hurried: true },
    { says: 'status' },
  ],
}

/** Paths that end with the helpdesk. */
export const handedOver: ReadonlySet<string> = new Set(['hurried'])
