/** Teams refuses messages for good. */
import { drill, finding } from '../drill.ts'
import { refuse, statuses } from '../far/refusals.ts'

export { drillRefusals as drill }

const drillRefusals = drill({
  about: '400, 401, 403, 404, 413 and 500 to every call of a conversation; then all is well again',
  figures: {},
  async run() {
    const seen = await refuse()
    const { calls, sizes, shortened, letters, resent, lettersAfterwards, callsForReminders, revived } = seen
    const counts = statuses.map(status => `${status}: ${calls.get(status)}`).join(', ')
    const once = statuses.every(status => calls.get(status) === (status === 413 ? 2 : 1))
    const [first = 0, second = 0] = sizes
    const all = statuses.length + 1
    return [
      finding('calls for a message that is refused, by status', counts, once),
      finding(
        '413: bytes of the first call and of the second; taken when shorter',
        `${first}, ${second}; ${shortened}`,
        second < first && shortened,
      ),
      finding(
        '403 and 404: calls for reminders that come due afterwards',
        callsForReminders,
        callsForReminders === 0,
      ),
      finding(
        '403: the reply to the next message arrives',
        revived.byMessage ? 'yes' : 'no',
        revived.byMessage,
      ),
      finding(
        '404: the reminder after the app was installed again arrives',
        revived.byInstallation ? 'yes' : 'no',
        revived.byInstallation,
      ),
      finding(
        'dead letters that an operator sees',
        letters.map(({ reason }) => reason).join(', '),
        letters.length === all,
      ),
      finding(
        'of them arrived when sent again; left',
        `${resent}; ${lettersAfterwards}`,
        resent === all && lettersAfterwards === 0,
      ),
    ]
  },
})
