/** The beginnings of pictures: what they claim to be, without the pixels. */

export function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(33)
  header.write('\x89PNG\r\n\x1a\n', 'latin1')
  header.writeUInt32BE(13, 8)
  header.write('IHDR', 12, 'latin1')
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  return header
}

/** With an application's part and a table before the frame header, as cameras write it. */
export function jpegHeader(width: number, height: number): Buffer {
  const start = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc4000401ff', 'hex')
  const frame = Buffer.alloc(12)
  frame.writeUInt16BE(0xffc2, 0)
  frame.writeUInt16BE(10, 2)
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([start, frame])
}
