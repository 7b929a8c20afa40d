/**
 * Words that claim a reason, an effect or a medical judgement. A text that is put together from someone's numbers holds
 * none of them: the numbers do not show why. Tests hold generated sentences against it.
 *
 * Whole words in any inflection, in any case. "Worked out" in the sense of calculated is allowed.
 */
export const BANNED =
  /\b(?:heal(?:s|ed|ing)?|treat(?:s|ed|ing)?|cur(?:e|es|ed|ing)|caus(?:e|es|ed|ing)|trigger(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|work(?:s|ing|ed(?! out\b))?|prevent(?:s|ed|ing)?|diagnos(?:e|es|ed|ing))\b/i
