/** Gives the memory of arrays back now: tens of megabytes would otherwise stay until the next full collection. */
export function release(...arrays: readonly ArrayBufferView[]): void {
  for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer) buffer.transfer(0)
}
