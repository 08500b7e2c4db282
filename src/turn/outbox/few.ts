/** So many at a time; the others wait, and come in the order in which they asked. */
export interface Few {
  /** Resolves when it may begin; the answer is called at the end. */
  enter(): Promise<() => void>
}

export function few(most: number): Few {
  const waiting: (() => void)[] = []
  let inside = 0
  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else inside -= 1
  }
  return {
    async enter() {
      if (inside < most) inside += 1
      else await new Promise<void>(go => waiting.push(go))
      return leave
    },
  }
}
