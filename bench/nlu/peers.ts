/** Other JavaScript classifiers, each as its own documentation has it. */
import type { Pupil } from './pupil.ts'

const peerNames = ['natural', 'nlpjs', 'minisearch', 'fasttext'] as const
export type PeerName = (typeof peerNames)[number]

/** `all`, `none`, or names with commas between. */
export function peersOf(wanted: string): readonly PeerName[] {
  if (wanted === 'none') return []
  return wanted === 'all' ? peerNames : wanted.split(',').map(known)
}

function known(name: string): PeerName {
  const found = peerNames.find(peer => peer === name)
  if (!found) throw new Error(`--peers takes all, none, or some of ${peerNames.join(', ')}; not "${name}".`)
  return found
}

/** Loaded only when asked for. */
export async function loadPeer(name: PeerName): Promise<Pupil> {
  switch (name) {
    case 'natural':
      return (await import('./peers/natural.ts')).natural
    case 'nlpjs':
      return (await import('./peers/nlpjs.ts')).nlpjs
    case 'minisearch':
      return (await import('./peers/minisearch.ts')).minisearch
    case 'fasttext':
      return (await import('./peers/fasttext.ts')).fasttext
  }
}
