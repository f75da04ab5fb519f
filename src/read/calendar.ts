const isoDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** Whether a value is an ISO 8601 year, month or day of the calendar; 1911-02-30 is none. */
export function isDay(date: string): boolean {
  if (!isoDate.test(date)) return false
  const [year = 0, month = 1, day] = date.split("-").map(Number)
  return day === undefined || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
