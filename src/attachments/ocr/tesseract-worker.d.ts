/** The part of tesseract.js that does the work, without the part that loads things from the net. */
declare module 'tesseract.js/src/worker-script/index.js' {
  export function dispatchHandlers(packet: unknown, send: (message: unknown) => void): void
  export function setAdapter(adapter: Readonly<Record<string, unknown>>): void
}
declare module 'tesseract.js/src/worker-script/node/getCore.js' {
  const getCore: unknown
  export default getCore
}
