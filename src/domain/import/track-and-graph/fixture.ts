/** Written by us in the shape of Track & Graph's tables; nobody's diary. */
export const TRACK_AND_GRAPH = `FeatureName,Timestamp,Value,Label,Note
Bloating,2026-02-03T23:30:00+01:00,4.0,,"after dinner, late"
"Walk, fast",2026-02-04T08:00:00+01:00,0:45:00,,
Mood,2026-02-04T09:00:00+01:00,2.0,Good,
Bloating,2026-02-30T09:00:00+01:00,4.0,,
Bloating,2026-02-05T09:00:00+01:00,lots,,
`
export const TRACK_AND_GRAPH_OLD = `FeatureName,Timestamp,Value,Note
Mood,2021-02-05T10:10:10.123Z,0.0:Label 1,
Weight,2021-02-05T10:10:10.123Z,70.5,
`
