import type { ReactNode } from 'react';

export const metadata = { title: 'Acme Clinic' };

export default function Layout({ children }: { children: ReactNode }) {
  const simulator = process.env['SIMULATOR_URL'];
  return (
    <html lang="en">
      <body>
        {children}
        {/* Opens the simulator's phone in place of WhatsApp. */}
        {simulator && <script src={`${simulator}/phone/links.js`} async={false} />}
      </body>
    </html>
  );
}
