/**
 * The thread in which tesseract.js reads. It is the package's own worker with other hands: language files come from
 * the installed packages, nothing is written, and there is no way to the net.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { dispatchHandlers, setAdapter } from 'tesseract.js/src/worker-script/index.js'
import getCore from 'tesseract.js/src/worker-script/node/getCore.js'

const { resolve } = createRequire(import.meta.url)

setAdapter({
  getCore,
  gunzip: gunzipSync,
  readCache: readLanguage,
  fetch: refuse,
  writeCache: refuse,
  deleteCache: refuse,
  checkCache: async () => false,
})
parentPort?.on('message', packet => dispatchHandlers(packet, message => parentPort?.postMessage(message)))

/** `path` ends in deu.traineddata.gz. */
function readLanguage(path: string): Promise<Buffer> {
  const file = basename(path)
  return readFile(resolve(`@tesseract.js-data/${file.slice(0, 3)}/4.0.0_best_int/${file}`))
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('Pictures are read without the net and without writing.'))
}
