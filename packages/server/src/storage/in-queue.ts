/** SQL: this ticket may stand in a queue. One that the host left open yesterday stands in none today. */
export const isInQueueSql = (ticket: string): string =>
  `${ticket}.updated_at > clock_timestamp() - interval '24 hours'`;
