/** From a feature's hash to its number, 0 to size - 1. Open addressing at half load; hash 0 never occurs. */
export interface HashTable {
  keys: Uint32Array
  numbers: Uint32Array
  size: number
}

export function createHashTable(expected: number): HashTable {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(4, expected * 2)))
  return { keys: new Uint32Array(slots), numbers: new Uint32Array(slots), size: 0 }
}

/** A table of these hashes in their order. */
export function hashTableOf(hashes: Uint32Array): HashTable {
  const table = createHashTable(hashes.length)
  for (const hash of hashes) add(table, hash)
  return table
}

/** The number of the hash, or -1. */
export function find({ keys, numbers }: HashTable, hash: number): number {
  const mask = keys.length - 1
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const key = keys[slot]
    if (key === hash) return numbers[slot] ?? -1
    if (key === 0) return -1
  }
}

/** The number of the hash, a new one when it is not there yet. */
export function add(table: HashTable, hash: number): number {
  const known = find(table, hash)
  if (known >= 0) return known
  if (table.size * 2 >= table.keys.length) grow(table)
  place(table, hash, table.size)
  return table.size++
}

function place({ keys, numbers }: HashTable, hash: number, number: number): void {
  const mask = keys.length - 1
  let slot = hash & mask
  while (keys[slot] !== 0) slot = (slot + 1) & mask
  keys[slot] = hash
  numbers[slot] = number
}

function grow(table: HashTable): void {
  const { keys, numbers } = table
  table.keys = new Uint32Array(keys.length * 2)
  table.numbers = new Uint32Array(keys.length * 2)
  keys.forEach((hash, slot) => {
    if (hash !== 0) place(table, hash, numbers[slot] ?? 0)
  })
}
