/** Puts this page's address on the clipboard. @returns the message to show */
export async function copyLink(): Promise<'tool.copied' | 'tool.copyFailed'> {
  return navigator.clipboard.writeText(window.location.href).then(
    () => 'tool.copied',
    () => 'tool.copyFailed',
  );
}
