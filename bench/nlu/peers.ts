/** Other JavaScript classifiers, each as its own documentation has it. */
import type { Pupil } from './pupil.ts'

export const peerNames = ['natural', 'nlpjs', 'minisearch', 'fasttext'] as const
type PeerName = (typeof peerNames)[number]

/** `all`, `none`, or names with commas between. Loaded only when asked for. */
export async function peersOf(wanted: string): Promise<readonly Pupil[]> {
  if (wanted === 'none') return []
  const names = wanted === 'all' ? peerNames : wanted.split(',').map(known)
  return Promise.all(names.map(load))
}

function known(name: string): PeerName {
  const found = peerNames.find(peer => peer === name)
  if (!found) throw new Error(`--peers takes all, none, or some of ${peerNames.join(', ')}; not "${name}".`)
  return found
}

async function load(name: PeerName): Promise<Pupil> {
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
