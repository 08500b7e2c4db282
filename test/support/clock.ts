/** Milliseconds on the system's steady clock: processes of one machine can compare them, a set clock does not matter. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
