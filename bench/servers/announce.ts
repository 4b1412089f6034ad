/** Tells the parent process on which port it is served, and ends when the parent does. */
export function announce(port: number): void {
  process.on('disconnect', () => process.exit())
  process.send!(port)
}
