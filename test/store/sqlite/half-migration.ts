/** Makes all tables of the database named on the command line, says so, and never comes to the end. */

import { createFirstTables } from '../../../src/store/migrations/first-tables.ts'
import { migrate } from '../../../src/store/migrations.ts'
import { connect } from '../../../src/store/sqlite/connection.ts'
import { asKysely } from '../../../src/store/sqlite/kysely.ts'

const db = asKysely(connect({ path: process.argv[2] ?? '', durable: true }))
await migrate(db, 'sqlite', [
  {
    name: 'first tables',
    additive: false,
    up: async (trx, backend) => {
      await createFirstTables(trx, backend)
      process.stdout.write('half\n')
      await new Promise(resolve => setTimeout(resolve, 600_000))
    },
  },
])
