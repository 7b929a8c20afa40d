/** Backups with a passphrase, in the age format (age-encryption.org/v1). The library is loaded when it is needed. */
import { MAX_BYTES, startsWith, type Bytes } from './container.ts'
import { refused, type Refusal } from './refusal.ts'

const AGE = 'age-encryption.org/'
const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----'

export const isEncrypted = (bytes: Uint8Array): boolean => startsWith(bytes, AGE) || startsWith(bytes, ARMOR)

/**
 * The age format with a passphrase, so that `age --decrypt` opens it. Slow on purpose: seconds on a phone. `workFactor`
 * is for tests, which have no secrets.
 */
export async function encrypted(bytes: Bytes, passphrase: string, workFactor?: number): Promise<Bytes> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  if (workFactor !== undefined) encrypter.setScryptWorkFactor(workFactor)
  return (await encrypter.encrypt(bytes)) as Bytes
}

/** What is inside an encrypted backup. */
export async function decrypted(file: Bytes, passphrase: string): Promise<Bytes | Refusal> {
  if (file.length > MAX_BYTES) return refused('too-large')
  const { armor, Decrypter } = await import('age-encryption')
  let bytes: Uint8Array = file
  if (startsWith(file, ARMOR)) {
    try {
      bytes = armor.decode(new TextDecoder().decode(file))
    } catch {
      return refused('truncated')
    }
  }
  // The header is text: a version, one stanza for the passphrase, then '--- ' and its seal.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const seal = /\n--- [^\n]*\n/.exec(head)
  if (seal === null) return refused(bytes.length < 4096 ? 'truncated' : 'altered')
  if (!/^age-encryption\.org\/v1\n-> scrypt /.test(head)) {
    return refused(/^age-encryption\.org\/v1\n-> /.test(head) ? 'foreign-key' : 'altered')
  }
  // A nonce and one sealed piece at least.
  if (bytes.length < seal.index + seal[0].length + 32) return refused('truncated')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return (await decrypter.decrypt(bytes)) as Bytes
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    if (reason.startsWith('no identity matched')) return refused('passphrase')
    // What is wrong with the head shows before the passphrase is tried; all the rest comes after it fitted. Browsers give
    // a stream that failed a message of their own, so that it is the head's messages that are told apart.
    const isHead = /^(invalid (non-ASCII|version|header$|stanza|scrypt)|scrypt |stream ended)/.test(reason)
    return refused(isHead ? 'altered' : 'damaged')
  }
}
