/** Reference numbers for the tests: published examples, and values worked out with R 4.2 and scipy. */

/** scipy's tests of theilslopes; Sen (1968). */
export const SEN = {
  x: [1, 2, 3, 4, 10, 12, 18],
  y: [9, 15, 19, 20, 45, 55, 78],
  slope: 4,
  intercept: 6
}

/** A series one step apart, its Mann–Kendall test, and its Theil–Sen line. */
export interface SeriesReference {
  name: string
  values: number[]
  /** The x of the first value, for the intercept. */
  from: number
  s: number
  variance: number
  z: number
  normalP: number
  /** Null where ties or the length forbid to count it out. */
  exactP: number | null
  tau: number
  slope: number
  intercept: number
}

/** Annual flow at Aswan 1871–1970 in 10⁸ m³: R's `Nile`; test as by cor.test(method = 'kendall', continuity = TRUE). */
const NILE: SeriesReference = {
  name: 'Nile',
  // prettier-ignore
  values: [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
    1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
    831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
    781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
    744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  ],
  from: 1,
  s: -1387,
  variance: 112728.33333333333,
  z: -4.128066522844101,
  normalP: 3.658262921664327e-5,
  exactP: null,
  tau: -0.2802020202020202,
  slope: -2.6,
  intercept: 1028.3
}

export const SERIES: SeriesReference[] = [
  NILE,
  {
    name: 'six falling',
    values: [3.1, 2.9, 2.5, 2.2, 2.0, 1.4],
    from: 0,
    s: -15,
    variance: 28.333333333333332,
    z: -2.630142022557628,
    normalP: 0.008534920414227074,
    exactP: 0.002777777777777778,
    tau: -1,
    slope: -0.3,
    intercept: 3.1
  },
  {
    name: 'twelve weeks',
    values: [5.29, 5.6, 4.86, 5.0, 4.43, 4.71, 4.0, 4.14, 3.57, 3.86, 3.29, 3.43],
    from: 0,
    s: -54,
    variance: 212.66666666666666,
    z: -3.634345051015831,
    normalP: 0.0002786876842340684,
    exactP: 4.4129288920955584e-5,
    tau: -0.8181818181818182,
    slope: -0.21416666666666656,
    intercept: 5.5354166666666655
  },
  {
    name: 'eight with ties',
    values: [5, 5, 4, 4, 4, 3, 3, 2],
    from: 0,
    s: -23,
    variance: 59.666666666666664,
    z: -2.8481102232138804,
    normalP: 0.004397968961524267,
    exactP: null,
    tau: -0.8214285714285714,
    slope: -0.4,
    intercept: 5.1
  }
]

export interface NapReference {
  name: string
  a: number[]
  b: number[]
  nap: number
  lowerIsBetter?: true
}

export const NAPS: NapReference[] = [
  {
    name: 'Parker, Vannest & Davis 2011',
    a: [20, 20, 26, 25, 22, 23],
    b: [28, 25, 24, 27, 30, 30, 29],
    nap: 0.9166666666666666
  },
  {
    name: 'Parker & Vannest 2009',
    a: [4, 3, 4, 3, 4, 7, 5, 2, 3, 2],
    b: [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9],
    nap: 0.9636363636363636
  },
  {
    name: 'Gretchen (R package scan)',
    a: [12, 14, 9, 10],
    b: [10, 6, 4, 5, 3, 4],
    nap: 0.9375,
    lowerIsBetter: true
  }
]

/** Worked out twice, in Python and in JavaScript. */
export const BEFORE_AFTER = {
  before: [6, 7, 5, 6, null, 7, 8, 6, 5, null, 6, 7, 6, 5],
  // prettier-ignore
  after: [
    4, 3, null, 4, 5, 3, 2, 3, 4, null, null, 3, 2, 4, 5, 3, 3, 2, 4, 3, null, 2, 3, 4, 3, 3, 2, 3
  ],
  result: {
    nBefore: 12,
    nAfter: 24,
    meanBefore: 6.166666666666667,
    meanAfter: 3.2083333333333335,
    difference: -2.9583333333333335,
    low: -3.7869327149114675,
    high: -2.1297339517551994,
    r1: 0.07271025120923698,
    r1Corrected: 0.14442364036684519,
    rho: 0.2562382977063504,
    vifBefore: 1.497672757554274,
    vifAfter: 1.5588419254225956,
    variance: 0.8385572969635102,
    se: 0.398901988275157,
    df: 21.40847596979541,
    t: 2.077200430012843
  }
}

/** [z, P(Z ≤ z)] */
export const NORMAL: [number, number][] = [
  [-4.128066522844101, 1.8291314608321635e-5],
  [-1.959963984540054, 0.025],
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1.96, 0.9750021048517795],
  [3, 0.9986501019683699]
]

/** [degrees of freedom, 97.5 % quantile] */
export const STUDENT: [number, number][] = [
  [2, 4.302652729749462],
  [2.5, 3.5746548420036817],
  [5, 2.5705818356363146],
  [10, 2.228138851986274],
  [17.3, 2.1070320037534676],
  [40, 2.021075390306273]
]

/** p-values and what Benjamini–Hochberg makes of them. */
export const BH: { name: string; p: number[]; q: number[] }[] = [
  {
    name: 'Benjamini & Hochberg 1995 (scipy)',
    // prettier-ignore
    p: [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1.0],
    // prettier-ignore
    q: [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645,
      0.07650000000000001, 0.486, 0.5811818181818181, 0.7148749999999999, 0.7532307692307693, 0.8132142857142857, 1.0
    ]
  },
  { name: 'scipy, out of order', p: [0.5, 0.6, 0.1, 0.001], q: [0.6, 0.6, 0.2, 0.004] }
]

/** scipy's spearmanr. */
export const SPEARMAN = {
  a: [1, 2, 2, 3, 4, 4, 4, 5, 6, 7],
  b: [2, 1, 3, 3, 5, 4, 6, 6, 6, 9],
  rho: 0.934375
}

/** Five weeks, all 120 orders; worked out twice, in Python and in JavaScript. */
export const WEEK_PERMUTATION = {
  // prettier-ignore
  x: [0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0],
  // prettier-ignore
  y: [3, 3, 6, 4, 3, 7, 4, 4, 7, 3, 3, 4, 5, 6, 4, 3, 3, 6, 4, 3, 5, 7, 3, 4, 3, 6, 4, 6, 4, 6, 3, 3, 4, 6, 3],
  lag: 1,
  intercept: 4.309523809523809,
  slope: 0.0019607843137254893,
  observed: 2.715277777777778,
  orders: 120,
  mean: 0.16774509803921575,
  effect: 2.5475326797385622,
  p: 0.008333333333333333
}
