/**
 * Loaded in front of the service (`CLOCK_FILE=… node --import …`): the time of day is so many milliseconds from the real
 * one as the file says, read again and again. Timers and `performance` stay as they are: nobody can set those.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const everyMs = 10
const file = process.env.CLOCK_FILE ?? ''
const realNow = Date.now
let shiftMs = Number(readFileSync(file, 'utf8'))

Date.now = () => realNow() + shiftMs
globalThis.Date = new Proxy(Date, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [Date.now()] : given, made),
})

const look = setInterval(() => {
  const wanted = readFileSync(file, 'utf8')
  if (Number(wanted) === shiftMs) return
  shiftMs = Number(wanted)
  if (isMainThread) writeFileSync(`${file}.seen`, wanted)
}, everyMs)
look.unref()
