/** A passkey of this device: the person shows a finger, a face or the device's code. Nothing leaves the device. */
type Bytes = Uint8Array<ArrayBuffer>

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
/** In the flags of what the device answers: it has looked who is there (WebAuthn, section 6.1). */
const FLAGS_AT = 32
const USER_VERIFIED = 4
const MINUTE_MS = 60_000

export async function hasPasskeys(): Promise<boolean> {
  try {
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
  } catch {
    return false // the browser has none, or gives none to this address
  }
}

/** The id of a new one; null where the person changed their mind. */
export async function makePasskey(): Promise<Bytes | null> {
  return asked(async () => {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { name: 'Mend' },
        user: { id: random(16), name: 'Mend diary', displayName: 'Mend diary' },
        // ES256, RS256
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 }
        ],
        authenticatorSelection: { authenticatorAttachment: 'platform', userVerification: 'required' },
        timeout: MINUTE_MS
      }
    })
    return made instanceof PublicKeyCredential ? new Uint8Array(made.rawId) : null
  })
}

/** Did the device make sure that it is the person? Its signature is not checked: the lock hides and guards no secret. */
export async function askPasskey(id: Bytes): Promise<boolean> {
  const given = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        timeout: MINUTE_MS
      }
    })
  )
  if (!(given instanceof PublicKeyCredential) || !(given.response instanceof AuthenticatorAssertionResponse))
    return false
  return ((new Uint8Array(given.response.authenticatorData)[FLAGS_AT] ?? 0) & USER_VERIFIED) !== 0
}

async function asked<T>(question: () => Promise<T>): Promise<T | null> {
  try {
    return await question()
  } catch (error) {
    // Cancelled, or no answer within a minute.
    if (error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return null
    throw error
  }
}
