/** Where it is day now: who sleeps is told nothing, and then nothing would drain. */
export function zoneByDay(now: Date): string {
  const zones = ['Asia/Shanghai', 'Europe/London', 'America/Los_Angeles'];
  const hourIn = (timeZone: string): number =>
    Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now));
  return zones.find((zone) => hourIn(zone) >= 9 && hourIn(zone) < 21) ?? 'UTC';
}
