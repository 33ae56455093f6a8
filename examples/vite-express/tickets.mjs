// @ts-check
import { PGlite } from '@electric-sql/pglite';

/**
 * The table `tickets` that you have already, in a database of your own. whatsapp-optin reads and changes nothing of it; in a
 * PostgreSQL that both share, its tables stand in the schema `whatsapp_optin`.
 *
 * @param {string} folder
 */
export async function openTickets(folder) {
  const database = await PGlite.create(folder);
  await database.exec(`
    CREATE TABLE IF NOT EXISTS tickets (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      place int GENERATED ALWAYS AS IDENTITY,
      status text NOT NULL DEFAULT 'waiting'
    )`);
  return {
    /** @returns {Promise<{ id: string, number: string }>} */
    async take() {
      const { rows } = await database.query(
        `INSERT INTO tickets DEFAULT VALUES RETURNING id, 'A' || lpad(place::text, 3, '0') AS number`,
      );
      return /** @type {{ id: string, number: string }} */ (rows[0]);
    },
    /** @param {string} id */
    call: (id) => database.query(`UPDATE tickets SET status = 'called' WHERE id = $1`, [id]),
    close: () => database.close(),
  };
}
