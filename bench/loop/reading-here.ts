/** Reads a picture on this very thread: with the package's own worker, without the thread and the process around it. */
import { OEM, PSM } from 'tesseract.js'
import { dispatchHandlers } from 'tesseract.js/src/worker-script/index.js'
import '../../src/attachments/ocr/engine.ts' // Says where languages come from.
import { byDaylight } from '../../src/attachments/ocr/daylight.ts'
import type { Model } from '../../src/attachments/ocr.ts'

export async function readHere(bytes: Buffer, model: Model): Promise<string> {
  const options = { langPath: 'packages', gzip: true, cacheMethod: 'none', lstmOnly: true, logging: false }
  await ask('load', { options })
  await ask('loadLanguage', { langs: model, options })
  await ask('initialize', { langs: model, oem: OEM.LSTM_ONLY, config: {} })
  await ask('setParameters', { params: { tessedit_pageseg_mode: PSM.SPARSE_TEXT } })
  const image = new Uint8Array(byDaylight(bytes))
  const { text } = (await ask('recognize', { image, options: {}, output: { text: true } })) as {
    text: string
  }
  return text
}

interface Packet {
  readonly status: 'progress' | 'resolve' | 'reject'
  readonly data: unknown
}

function ask(action: string, payload: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    dispatchHandlers({ workerId: 'here', jobId: action, action, payload }, message => {
      const { status, data } = message as Packet
      if (status === 'resolve') resolve(data)
      if (status === 'reject') reject(new Error(String(data)))
    })
  })
}
