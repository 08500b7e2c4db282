/**
 * Runs inside the Agents Playground's process, before it. Keeps it on loopback, as the Playground itself listens on
 * every interface, and ends it together with Deskhand, however that ended.
 */
import { rmdirSync, rmSync } from 'node:fs'
import { Server } from 'node:net'
import { dirname } from 'node:path'

const listen = Server.prototype.listen

/** Every form of `listen(port, …)` becomes `listen({ port, host: '127.0.0.1' }, …)`; other forms are refused. */
Server.prototype.listen = function listenOnLoopback(this: Server, ...args: unknown[]): Server {
  const [first] = args
  const port = typeof first === 'object' && first !== null && 'port' in first ? first.port : first
  const started = args.find(arg => typeof arg === 'function')
  if (typeof port !== 'number') throw new Error('The playground may only listen on a port of 127.0.0.1')
  return Reflect.apply(listen, this, [{ port, host: '127.0.0.1' }, started])
}

// The pipe closes when Deskhand's process is gone, also after kill -9.
process.stdin.on('close', () => process.exit(0)).resume()

// The log file has a folder of its own, made by playground.ts.
process.on('exit', () => {
  const logFile = process.env.M365_AGENTS_PLAYGROUND_LOGFILE
  if (logFile === undefined) return
  rmSync(logFile, { force: true })
  rmdirSync(dirname(logFile))
})
