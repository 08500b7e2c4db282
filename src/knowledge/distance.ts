/** One letter too many, too few, wrong, or two swapped. */
export function oneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const shorter = Math.min(a.length, b.length)
  let from = 0
  while (from < shorter && a[from] === b[from]) from++
  let left = 0
  while (left < shorter - from && a[a.length - 1 - left] === b[b.length - 1 - left]) left++
  const inA = a.slice(from, a.length - left)
  const inB = b.slice(from, b.length - left)
  return (inA.length <= 1 && inB.length <= 1) || (inA.length === 2 && inA === [...inB].reverse().join(''))
}
