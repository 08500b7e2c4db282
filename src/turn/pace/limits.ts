/**
 * Teams' limits on what a bot sends: 7 messages in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour in one conversation or
 * channel; 50 in 1 s for one tenant. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
import type { Meter } from './meter.ts'

/** 4 + 1 in 1 s, 4 + 3 in 2 s, 4 + 53 in 30 s; 790 + 1,000 in an hour. */
export const ofThread: readonly Meter[] = [
  { burst: 4, everyMs: 560, reserve: 0 },
  { burst: 790, everyMs: 3_600, reserve: 0 },
]
/** 6 + 35 in 1 s, so that 50 are not reached when some come up to 200 ms late and others do not. */
export const ofTenant: readonly Meter[] = [{ burst: 6, everyMs: 28, reserve: 4 }]
