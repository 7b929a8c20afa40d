export const STANDING_LINE = 'Not a medical device. It does not diagnose, treat, cure or prevent any disease.'
