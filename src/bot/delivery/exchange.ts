/** One request and its whole answer, by undici's handlers: no stream is built for the few bytes that come back. */
import type { Dispatcher } from 'undici'

export interface Exchanged {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** As far as it came: once there is a status, a body that is cut changes nothing. */
  readonly body: string
}

/** Rejects when no status came within `timeoutMs`, for whatever reason. */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  timeoutMs: number,
): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    let head: Pick<Exchanged, 'status' | 'headers'> | undefined
    let sending: Dispatcher.DispatchController | undefined
    let late: Error | undefined
    const chunks: Buffer[] = []
    const settle = (thrown?: unknown) => {
      clearTimeout(timer)
      if (head) resolve({ ...head, body: Buffer.concat(chunks).toString() })
      else reject(thrown)
    }
    // Also while it waits for a free connection, when there is nothing to abort yet.
    const timer = setTimeout(() => {
      late = tooLate(timeoutMs)
      if (sending) sending.abort(late)
      else settle(late)
    }, timeoutMs)
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        sending = controller
        if (late) controller.abort(late)
      },
      onResponseStart(_controller, status, headers) {
        head = { status, headers }
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk)
      },
      onResponseEnd: () => settle(),
      onResponseError: (_controller, thrown) => settle(thrown),
    }
    dispatcher.dispatch(request, handler)
  })
}

export const tooLateCode = 'TIMEOUT'

function tooLate(ms: number): Error {
  return Object.assign(new Error(`No answer within ${ms} ms.`), { code: tooLateCode })
}
