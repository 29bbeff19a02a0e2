/** The day in the local time zone, `YYYY-MM-DD`. */
export function localDay(instant: Date): string {
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

/** The day `days` later, or earlier when negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
