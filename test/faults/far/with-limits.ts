/** For `StageOptions.service`: a service that keeps Teams' limits. */
export const withLimits = { nodeArguments: ['--import', './test/faults/far/teams-limits.ts'] } as const
