/** @type {import('next').NextConfig} */
export default {
  // With PostgreSQL: everything that `node .next/standalone/server.js` needs lies in one folder.
  output: 'standalone',
};
