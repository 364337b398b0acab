const NEEDED = { major: 20, minor: 19 };

/** One sentence when this Node is too old to run us; null when it will do. @param version `20.19.4` */
export function nodeTooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor)) return null;
  return `Sheaf needs Node.js ${NEEDED.major}.${NEEDED.minor} or newer; this is ${version}. See https://nodejs.org/.`;
}
