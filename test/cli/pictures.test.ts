import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listed, writePicture } from '../../src/cli/pictures.ts'
import type { KeptPicture } from '../../src/store/records.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-pictures-'))
afterAll(() => rmSync(folder, { recursive: true }))

const pictures = [pictureOf(7, 'dialog.png', 1_400), pictureOf(9, 'photo.jpg', 31)]

test('pictures are listed by number, with time, kind, size and name', () => {
  expect(listed(pictures)).toBe(
    'picture 1\t2026-03-02T09:00:00.000Z\timage/png\t2 kB\tdialog.png\n' +
      'picture 2\t2026-03-02T09:00:00.000Z\timage/png\t1 kB\tphoto.jpg',
  )
})

test('a picture is written for the owner of the file only', () => {
  const file = join(folder, 'new.png')
  writePicture(pictures, '2', file)
  expect(readFileSync(file)).toHaveLength(31)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a file that is there is never replaced', () => {
  const file = join(folder, 'mine.png')
  writeFileSync(file, 'mine')
  expect(() => writePicture(pictures, '1', file)).toThrow('mine.png is there already; name a new file.')
  expect(readFileSync(file, 'utf8')).toBe('mine')
})

test.each(['0', '3', '1.5', '-1', 'dialog.png', ''])('there is no picture "%s"', number => {
  const file = join(folder, 'none.png')
  expect(() => writePicture(pictures, number, file)).toThrow(`There is no picture ${number}; the case has 2.`)
  expect(existsSync(file)).toBe(false)
})

test('a place where no file can be is named', () => {
  const file = join(folder, 'missing', 'new.png')
  expect(() => writePicture(pictures, '1', file)).toThrow(/new\.png cannot be written: ENOENT/)
})

function pictureOf(id: number, name: string, length: number): KeptPicture {
  const at = Date.parse('2026-03-02T09:00:00Z')
  return { id, name, mediaType: 'image/png', bytes: new Uint8Array(length), at }
}
