import { Sessions } from './sessions';

/** A page of your own for staff. Put your sign-in in front of it, and of `/api/staff-token`. */
export default function StaffPage() {
  return (
    <main>
      <h1>Who can be reached</h1>
      <Sessions />
    </main>
  );
}
