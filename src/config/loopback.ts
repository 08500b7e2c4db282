/** True for names and addresses that never leave this machine: `localhost`, `127.0.0.1`, `::1`, `[::1]`. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(hostname)
}
