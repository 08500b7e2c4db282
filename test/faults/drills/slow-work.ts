/** What takes long keeps nobody waiting. */
import { drill, finding } from '../drill.ts'
import { workSlowly } from '../far/slow-work.ts'

export { drillSlowWork as drill }

const drillSlowWork = drill({
  about: 'a file that takes 20 s to come; presses while Teams answers no call',
  figures: { conversations: { full: 10, quick: 3 }, seconds: { full: 20, quick: 20 } },
  async run({ conversations, seconds }) {
    const { files, others, told, read, presses, answered } = await workSlowly(conversations, seconds * 1_000)
    const [file, other, press] = [files, others, presses].map(list => Math.max(...list.map(({ ms }) => ms)))
    return [
      finding(
        `a message with a file that takes ${seconds} s: acknowledged after, at the most`,
        ms(file),
        under(file, 2_000),
      ),
      finding('its sender is told something at once', `${told} of ${conversations}`, told === conversations),
      finding(
        'and more when it has come and was read',
        `${read} of ${conversations}`,
        read === conversations,
      ),
      finding(
        'messages of others meanwhile: acknowledged after, at the most',
        ms(other),
        under(other, 2_000),
      ),
      finding(
        'a press while the far side is silent: answered after, at the most',
        ms(press),
        under(press, 5_000),
      ),
      finding(
        'of them with the card that replaces the pressed one',
        `${answered} of ${conversations}`,
        answered === conversations,
      ),
    ]
  },
})

function ms(value: number | undefined): string {
  return `${value?.toFixed(0)} ms`
}

function under(value: number | undefined, limit: number): boolean {
  return value !== undefined && value < limit
}
