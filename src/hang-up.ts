/** SIGHUP means "read your files again" to a service, and "nobody is there any more" to a program in a terminal. */
import { closeSync, openSync } from 'node:fs'

export interface HangUps {
  /** From now on `reload` is called at each SIGHUP, and at once when one has come before. */
  reloadBy(reload: () => Promise<void>): void
}

/** Listens at once: a signal during the start must not end it. Where the terminal has gone, it ends as by default. */
export function listenForHangUps(): HangUps {
  const inTerminal = process.stdout.isTTY
  let early = false
  let act = () => {
    early = true
  }
  const hungUp = () => {
    if (!inTerminal || !terminalIsGone()) return act()
    // At once, as without this listener: what was acknowledged is on disk, and there is no output to write to.
    process.off('SIGHUP', hungUp)
    process.kill(process.pid, 'SIGHUP')
  }
  process.on('SIGHUP', hungUp)
  return {
    reloadBy(reload) {
      act = () => void reload()
      if (early) act()
    },
  }
}

function terminalIsGone(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'))
    return false
  } catch {
    return true
  }
}
