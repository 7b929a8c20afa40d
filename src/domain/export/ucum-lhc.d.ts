/** Test support: of the UCUM library, which has no types of its own, what the tests use. */
declare module '@lhncbc/ucum-lhc' {
  interface UcumLhcUtils {
    validateUnitString(unit: string): { status: 'valid' | 'invalid' | 'error' }
  }
  const ucum: { UcumLhcUtils: { getInstance(): UcumLhcUtils } }
  export default ucum
}
