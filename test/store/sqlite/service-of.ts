/** Has the database named on the command line for itself, says so, and stays. */
import { openSqlite } from '../../../src/store/sqlite.ts'

await openSqlite({ path: process.argv[2] ?? '', mode: 'local', alone: true })
process.stdout.write('mine\n')
setInterval(() => {}, 60_000)
